package io.belay.keystore.typed;

import io.belay.base.WalletException;

/// Which names types and members may have. Wider than Solidity's identifiers, as signers in use
/// are, but nothing that would make an encoded type ambiguous or unreadable.
final class Name {
  private static final int MOST_LENGTH = 128;

  private Name() {}

  /// A struct's name; no blanks.
  ///
  /// @throws WalletException `bad-typed-data`
  static String type(String text, String place) {
    if (!text.codePoints().allMatch(c -> allowed(c)) || text.length() > MOST_LENGTH) {
      throw Refusal.at(place, "the name of a type has a character that no name may have");
    }
    return text;
  }

  /// A member's name; blanks only inside.
  ///
  /// @throws WalletException `bad-typed-data`
  static String member(String text, String place) {
    if (!isMember(text)) {
      throw Refusal.at(place, "the name of a member has a character that no name may have");
    }
    return text;
  }

  static boolean isMember(String text) {
    return !text.isEmpty()
        && text.length() <= MOST_LENGTH
        && text.equals(text.strip())
        && text.codePoints().allMatch(c -> c == ' ' || allowed(c));
  }

  private static boolean allowed(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.SPACE_SEPARATOR,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      // these part an encoded type: a name with one could pass for several members
      default -> "()[],".indexOf(c) < 0;
    };
  }
}
