package io.belay.core.send;

import io.belay.base.Address;
import io.belay.base.WalletException;
import io.belay.core.decode.Erc20Call;
import io.belay.core.money.Asset;
import io.belay.core.money.Wei;
import io.belay.core.rpc.AccountState;
import io.belay.core.state.Observed;
import io.belay.core.token.TokenReader;

/// Makes an intent into a call, if there is enough of the asset.
final class CallPlanner {
  private final TokenReader tokens;

  CallPlanner(TokenReader tokens) {
    this.tokens = tokens;
  }

  /// The call. Of the whole balance in the chain's currency the fee is not taken off yet.
  ///
  /// @throws WalletException `insufficient-funds`, `insufficient-tokens`, `nothing-to-send`,
  ///   `disputed`, `no-way-to-chain`, `not-a-token`
  PlannedCall call(Situation now) throws InterruptedException {
    return now.isToken() ? token(now) : currency(now);
  }

  private static PlannedCall currency(Situation now) {
    TransferIntent intent = now.intent();
    Wei balance = now.state().balance();
    Wei value = intent.all() ? balance : intent.amount().units();
    // what was known once only is no ground for saying that it does not suffice
    if (now.isLive() && value.compareTo(balance) > 0) {
      throw new WalletException("insufficient-funds", "the balance does not cover the amount");
    }
    return new PlannedCall(
        now.sender(), intent.to(), value, intent.data(), now.account().map(AccountState::balance));
  }

  private PlannedCall token(Situation now) throws InterruptedException {
    Asset asset = now.intent().amount().asset();
    Address contract = asset.contract().orElseThrow();
    Observed<Wei> balance = tokens.balance(now.view(), contract, now.sender());
    Wei units = now.intent().all() ? all(balance) : now.intent().amount().units();
    if (now.isLive()) {
      covers(asset, balance, units);
    }
    return new PlannedCall(
        now.sender(),
        contract,
        Wei.ZERO,
        new Erc20Call.Transfer(now.intent().to(), units.value()).data(),
        balance);
  }

  private static Wei all(Observed<Wei> balance) {
    Wei units = known(balance);
    if (units.value().signum() == 0) {
      throw new WalletException("nothing-to-send", "there is nothing of this asset to send");
    }
    return units;
  }

  private static void covers(Asset asset, Observed<Wei> balance, Wei units) {
    if (known(balance).compareTo(units) < 0) {
      throw new WalletException(
          "insufficient-tokens", "the balance of " + asset.symbol() + " does not cover the amount");
    }
  }

  private static Wei known(Observed<Wei> balance) {
    return switch (balance) {
      case Observed.Disputed<Wei> _ ->
          throw new WalletException(
              "disputed", "providers contradict each other about this token: signing waits");
      case Observed.Unknown<Wei>(String reason)
          when reason.equals("not-a-token") || reason.equals("execution-reverted") ->
          throw new WalletException("not-a-token", "this contract tells no balances");
      case Observed.Unknown<Wei> _ ->
          throw new WalletException(
              "no-way-to-chain", "nobody says how much of the token there is: nothing was signed");
      case Observed.Proven<Wei>(Wei wei, var e) -> wei;
      case Observed.Agreed<Wei>(Wei wei, var e) -> wei;
      case Observed.Single<Wei>(Wei wei, var e) -> wei;
      case Observed.Stale<Wei>(Wei wei, var e) -> wei;
    };
  }
}
