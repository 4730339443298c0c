package io.belay.app.accounts;

import io.belay.base.WalletException;
import io.belay.core.money.Wei;
import io.belay.core.state.Evidence;
import io.belay.core.state.Observed;
import io.belay.core.store.AccountEntry;
import io.belay.core.token.KnownToken;
import io.belay.core.track.ChainSession;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// Reads what accounts have of the tokens on the network's list; one that cannot be read does not
/// hide the others.
final class Holdings {
  private final ChainSession session;
  private final Supplier<List<AccountEntry>> accounts;

  Holdings(ChainSession session, Supplier<List<AccountEntry>> accounts) {
    this.session = session;
    this.accounts = accounts;
  }

  List<Holding> read() throws InterruptedException {
    List<Holding> list = new ArrayList<>();
    for (KnownToken token : session.listedTokens().get()) {
      for (AccountEntry owner : accounts.get()) {
        list.add(new Holding(token, owner, balance(token, owner)));
      }
    }
    return list;
  }

  private Observed<Wei> balance(KnownToken token, AccountEntry owner) throws InterruptedException {
    try {
      return noBetter(token, session.balance(owner.ref().address(), token.asset()));
    } catch (WalletException e) {
      return new Observed.Unknown<>(e.code()); // a dash, never a number from an error
    }
  }

  // with other decimals it would be another amount, however well its units are known
  private static Observed<Wei> noBetter(KnownToken token, Observed<Wei> balance) {
    return switch (balance) {
      case Observed.Proven<Wei>(Wei units, Evidence by) when token.isDoubtful() ->
          new Observed.Single<>(units, by);
      case Observed.Agreed<Wei>(Wei units, Evidence by) when token.isDoubtful() ->
          new Observed.Single<>(units, by);
      default -> balance;
    };
  }

  /// What is on the list now, with what was known of it before.
  List<Holding> keep(List<Holding> before) {
    List<Holding> list = new ArrayList<>();
    for (KnownToken token : session.listedTokens().get()) {
      for (AccountEntry owner : accounts.get()) {
        Holding unread = new Holding(token, owner, new Observed.Unknown<>("not-read-yet"));
        list.add(
            before.stream()
                .filter(unread::isOf)
                .findFirst()
                .map(known -> new Holding(token, owner, known.balance()))
                .orElse(unread));
      }
    }
    return list;
  }
}
