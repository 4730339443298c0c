package io.belay.app.accounts;

import io.belay.core.money.Wei;
import io.belay.core.state.Observed;
import io.belay.core.store.AccountEntry;

/// One account and its balance as it is known.
///
/// @param entry the account
/// @param balance its balance
public record AccountRow(AccountEntry entry, Observed<Wei> balance) {}
