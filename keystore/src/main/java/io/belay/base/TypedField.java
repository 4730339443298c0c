package io.belay.base;

import java.util.List;

/// One line of typed data as a person reviews it (EIP-712), decoded from the bytes that are signed.
/// Names and values are text of a stranger: the caller escapes them.
///
/// @param name the member's name; `[0]`, `[1]` and so on in an array
/// @param type the type's name, such as `uint256`, `Person` or `Person[2]`
/// @param value numbers in decimal, bytes in hexadecimal, addresses with checksum, strings as they
///   are; empty where there are members
/// @param members the members of a struct or array in the order they are encoded
public record TypedField(String name, String type, String value, List<TypedField> members) {
  /// Copies the members.
  public TypedField {
    members = List.copyOf(members);
  }
}
