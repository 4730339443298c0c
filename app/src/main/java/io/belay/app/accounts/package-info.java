/// The accounts page: totals, balances with how each is known, receiving, new accounts.
///
/// Reads through `ChainSession`; keys stay behind `AccountDesk`.
package io.belay.app.accounts;
