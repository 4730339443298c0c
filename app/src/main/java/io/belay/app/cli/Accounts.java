package io.belay.app.cli;

import io.belay.base.Address;
import io.belay.base.WalletException;
import io.belay.core.store.AccountBook;
import io.belay.core.store.AccountEntry;
import java.util.List;
import java.util.Optional;

/// Finds accounts by what a person calls them: an address, or a name in any case.
final class Accounts {
  private final List<AccountEntry> entries;

  Accounts(AccountBook book) {
    this.entries = book.reload();
  }

  List<AccountEntry> all() {
    return entries;
  }

  /// An account of this wallet.
  ///
  /// @throws WalletException `unknown-account`, `which-account`, `bad-checksum`
  AccountEntry own(String text) {
    return find(text)
        .orElseThrow(() ->
            new WalletException(
                "unknown-account", "there is no such account; `belay account list` shows them"));
  }

  /// An account of this wallet whose key is here.
  ///
  /// @throws WalletException `watch-only`, and as for [#own]
  AccountEntry withKey(String text) {
    AccountEntry entry = own(text);
    if (entry.isWatched()) {
      throw new WalletException("watch-only", "this address is only watched: its key is not here");
    }
    return entry;
  }

  /// Any address: an account of this wallet by its name, or an address by itself.
  Address address(String text) {
    return isAddress(text) ? Address.parse(text) : own(text).ref().address();
  }

  private Optional<AccountEntry> find(String text) {
    if (isAddress(text)) {
      Address address = Address.parse(text);
      return entries.stream().filter(e -> e.ref().address().equals(address)).findFirst();
    }
    List<AccountEntry> named =
        entries.stream().filter(e -> e.name().equalsIgnoreCase(text.strip())).toList();
    if (named.size() > 1) {
      throw new WalletException(
          "which-account", "several accounts have this name: give the address");
    }
    return named.stream().findFirst();
  }

  private static boolean isAddress(String text) {
    return text.startsWith("0x");
  }
}
