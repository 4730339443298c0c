package io.belay.core.store;

import io.belay.base.Address;
import io.belay.base.WalletException;

/// Somebody in the address book.
///
/// @param chain the network it is for, by its EIP-155 chain id; [#EVERYWHERE] for all
/// @param address theirs
/// @param name in the person's words, 1 to 60 characters
/// @param note more words, at most 200 characters
public record ContactEntry(long chain, Address address, String name, String note) {
  /// All networks.
  public static final long EVERYWHERE = 0;

  private static final int LONGEST_NAME = 60;
  private static final int LONGEST_NOTE = 200;

  /// Strips and checks the words.
  ///
  /// @throws WalletException `bad-name`
  public ContactEntry {
    name = name.strip();
    note = note.strip();
    if (name.isEmpty()
        || name.length() > LONGEST_NAME
        || note.length() > LONGEST_NOTE
        || (name + note).codePoints().anyMatch(Character::isISOControl)) {
      throw new WalletException("bad-name", "a name has 1 to 60 characters");
    }
  }

  /// Whether it is for this network.
  public boolean isOn(long network) {
    return chain == EVERYWHERE || chain == network;
  }
}
