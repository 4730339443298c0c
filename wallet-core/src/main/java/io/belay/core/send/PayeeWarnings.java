package io.belay.core.send;

import io.belay.base.Address;
import io.belay.core.decode.Delegation;
import io.belay.core.decode.Erc20Call;
import io.belay.core.decode.Meaning;
import io.belay.core.rpc.AccountState;
import io.belay.core.rpc.Reader;
import io.belay.core.rpc.View;
import io.belay.core.state.Observed;
import io.belay.core.token.TokenReader;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What there is to say of who is paid or called.
final class PayeeWarnings {
  private final Reader reader;
  private final TokenReader tokens;
  private final Payees payees;

  PayeeWarnings(Reader reader, TokenReader tokens, Payees payees) {
    this.reader = reader;
    this.tokens = tokens;
    this.payees = payees;
  }

  /// The warnings.
  ///
  /// @param called the state of the address that the transaction goes to
  List<Warning> of(Draft draft, Observed<AccountState> called) throws InterruptedException {
    Meaning meaning = Meaning.of(draft.transaction());
    Address to = draft.transaction().to();
    Address payee = meaning.payee();
    List<Warning> warnings = new ArrayList<>();
    known(warnings, draft.now().sender(), payee);
    boolean hasData = !draft.transaction().data().equals("0x");
    boolean hasNoCode = called.maybe().filter(state -> !state.hasCode()).isPresent();
    if (hasData && hasNoCode) {
      warnings.add(new Warning("no-code", to));
    }
    if (draft.now().isLive()) {
      code(warnings, draft.now().view(), meaning, payee.equals(to) ? called : state(draft, payee));
    }
    approval(warnings, meaning);
    return warnings;
  }

  private Observed<AccountState> state(Draft draft, Address payee) throws InterruptedException {
    return reader.account(draft.now().view(), payee);
  }

  private void known(List<Warning> warnings, Address sender, Address payee) {
    if (payee.equals(sender)) {
      warnings.add(new Warning("own-address"));
      return;
    }
    Payees.Known known = payees.known();
    Optional<Address> twin = known.lookAlike(payee);
    if (twin.isPresent()) {
      warnings.add(new Warning("look-alike", List.of(twin.get().toString()), twin));
    } else if (known.isFirstTime(payee)) {
      warnings.add(new Warning("first-time-recipient"));
    }
  }

  private void code(
      List<Warning> warnings, View view, Meaning meaning, Observed<AccountState> state)
      throws InterruptedException {
    if (state.maybe().filter(AccountState::hasCode).isEmpty()) {
      return;
    }
    Address payee = meaning.payee();
    Optional<Address> delegate = Delegation.of(code(view, payee));
    if (delegate.isPresent()) {
      warnings.add(new Warning("recipient-delegated", delegate.get()));
      return;
    }
    switch (meaning) {
      case Meaning.OtherCall _ -> {} // a contract is what is called
      case Meaning.Payment _ -> contract(warnings, view, payee);
      case Meaning.TokenCall(var token, Erc20Call.Approve a, var v) -> {}
      case Meaning.TokenCall(Address token, var call, var v) when token.equals(payee) ->
          warnings.add(tokenContract());
      case Meaning.TokenCall _ -> contract(warnings, view, payee);
    }
  }

  private void contract(List<Warning> warnings, View view, Address payee)
      throws InterruptedException {
    warnings.add(
        tokens.isToken(view, payee) ? tokenContract() : new Warning("recipient-is-contract"));
  }

  private static Warning tokenContract() {
    return new Warning("token-contract");
  }

  private static void approval(List<Warning> warnings, Meaning meaning) {
    if (meaning
            instanceof
            Meaning.TokenCall(Address token, Erc20Call.Approve(var who, BigInteger u), var v)
        && new Erc20Call.Approve(who, u).isUnlimited()) {
      warnings.add(new Warning("unlimited-approval", who, token));
    }
  }

  /// An account's code; `0x` where nobody shows it.
  String code(View view, Address account) throws InterruptedException {
    return reader
        .read(view, "eth_getCode", reader.parameters(account.toLowerHex(), "latest"))
        .maybe()
        .map(code -> code.asString("0x"))
        .orElse("0x");
  }
}
