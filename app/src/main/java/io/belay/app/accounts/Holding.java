package io.belay.app.accounts;

import io.belay.core.money.Wei;
import io.belay.core.state.Observed;
import io.belay.core.store.AccountEntry;
import io.belay.core.token.KnownToken;

/// What one account has of one token.
///
/// @param token the token, as its contract described it
/// @param owner the account
/// @param balance in the token's smallest units
public record Holding(KnownToken token, AccountEntry owner, Observed<Wei> balance) {
  boolean isOf(Holding other) {
    return token.asset().contract().equals(other.token.asset().contract())
        && owner.ref().equals(other.owner.ref());
  }
}
