package io.belay.keystore.typed;

import io.belay.base.WalletException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A type of EIP-712 ("Definition of typed structured data").
sealed interface Type {
  Pattern ARRAY = Pattern.compile("(.*)\\[(|[1-9][0-9]{0,5})]", Pattern.DOTALL);
  Pattern INTEGER = Pattern.compile("(u?)int([1-9][0-9]{0,2})");
  Pattern FIXED = Pattern.compile("bytes([1-9][0-9]?)");
  Pattern RESERVED = Pattern.compile("u?int[0-9]*|bytes[0-9]*|address|bool|string");
  int MOST_DIMENSIONS = 16;
  int MOST_LENGTH = 256;

  /// As it stands in an encoded type.
  String label();

  /// `uint8` to `uint256`, `int8` to `int256`.
  record Int(boolean signed, int bits) implements Type {
    @Override
    public String label() {
      return (signed ? "int" : "uint") + bits;
    }
  }

  /// `bytes1` to `bytes32`.
  record FixedBytes(int size) implements Type {
    @Override
    public String label() {
      return "bytes" + size;
    }
  }

  /// Types with nothing to choose.
  enum Plain implements Type {
    ADDRESS("address"),
    BOOL("bool"),
    BYTES("bytes"),
    STRING("string");

    private final String word;

    Plain(String word) {
      this.word = word;
    }

    @Override
    public String label() {
      return word;
    }
  }

  /// A struct, by its name.
  record Struct(String name) implements Type {
    @Override
    public String label() {
      return name;
    }
  }

  /// An array.
  ///
  /// @param length how many elements it has; 0 for any number
  record Array(Type element, int length) implements Type {
    @Override
    public String label() {
      return element.label() + (length == 0 ? "[]" : "[" + length + "]");
    }
  }

  /// Reads a type's name. A name that is none of the built-in types is a struct's.
  ///
  /// @throws WalletException `bad-typed-data`, among others for `uint`, `uint7`, `bytes33`, `T[0]`
  static Type parse(String text, String place) {
    if (text.length() > MOST_LENGTH) {
      throw Refusal.at(place, "a type of more than " + MOST_LENGTH + " characters");
    }
    return parse(text, place, 0);
  }

  private static Type parse(String text, String place, int dimensions) {
    Matcher array = ARRAY.matcher(text);
    if (!array.matches()) {
      return single(text, place);
    }
    if (dimensions == MOST_DIMENSIONS) {
      throw Refusal.at(place, "an array of more than " + MOST_DIMENSIONS + " dimensions");
    }
    String length = array.group(2);
    return new Array(
        parse(array.group(1), place, dimensions + 1),
        length.isEmpty() ? 0 : Integer.parseInt(length));
  }

  private static Type single(String text, String place) {
    for (Plain plain : Plain.values()) {
      if (plain.label().equals(text)) {
        return plain;
      }
    }
    Matcher integer = INTEGER.matcher(text);
    if (integer.matches()) {
      int bits = Integer.parseInt(integer.group(2));
      if (bits % 8 == 0 && bits <= 256) {
        return new Int(integer.group(1).isEmpty(), bits);
      }
    }
    Matcher fixed = FIXED.matcher(text);
    if (fixed.matches() && Integer.parseInt(fixed.group(1)) <= 32) {
      return new FixedBytes(Integer.parseInt(fixed.group(1)));
    }
    if (isReserved(text)) {
      throw Refusal.at(place, "there is no type of this size");
    }
    return new Struct(Name.type(text, place));
  }

  /// Whether a name looks built-in, so that no struct may have it.
  static boolean isReserved(String text) {
    return RESERVED.matcher(text).matches();
  }
}
