package io.belay.keystore.typed;

import io.belay.base.Address;
import io.belay.base.Hex;
import io.belay.base.Utf8;
import io.belay.base.WalletException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// Turns JSON into values of declared types; refuses what has not exactly one reading.
final class ValueReader {
  private static final Pattern DECIMAL = Pattern.compile("0|-?[1-9][0-9]{0,77}");
  private static final Pattern HEXADECIMAL = Pattern.compile("0x[0-9a-fA-F]{1,64}");

  private final Types types;

  ValueReader(Types types) {
    this.types = types;
  }

  /// A struct with all of its members and no others.
  ///
  /// @throws WalletException `bad-typed-data`
  Value.Struct struct(String type, JsonNode node, String place) {
    List<Types.Member> declared = types.members(type);
    Set<String> names = new LinkedHashSet<>();
    declared.forEach(member -> names.add(member.name()));
    TypedJson.exactly(node, names, place);
    List<Value.Named> members = new ArrayList<>();
    for (Types.Member member : declared) {
      String name = member.name();
      members.add(new Value.Named(name, value(member.type(), node.path(name), place + "." + name)));
    }
    return new Value.Struct(type, types.hash(type), List.copyOf(members));
  }

  private Value value(Type type, JsonNode node, String place) {
    return switch (type) {
      case Type.Int integer -> new Value.Single(integer, integer(integer, node, place));
      case Type.FixedBytes fixed -> new Value.Single(fixed, fixed(fixed.size(), node, place));
      case Type.Plain plain -> new Value.Single(plain, plain(plain, node, place));
      case Type.Struct(String name) -> struct(name, node, place);
      case Type.Array array -> items(array, node, place);
    };
  }

  private Value items(Type.Array type, JsonNode node, String place) {
    if (!node.isArray()) {
      throw Refusal.at(place, "not an array");
    }
    if (type.length() != 0 && type.length() != node.size()) {
      throw Refusal.at(place, type.length() + " elements wanted, " + node.size() + " found");
    }
    List<Value> elements = new ArrayList<>();
    for (JsonNode element : node) {
      elements.add(value(type.element(), element, place + "[" + elements.size() + "]"));
    }
    return new Value.Items(type, List.copyOf(elements));
  }

  private static byte[] plain(Type.Plain type, JsonNode node, String place) {
    return switch (type) {
      case ADDRESS -> address(node, place);
      case BOOL -> bool(node, place);
      case BYTES -> bytes(node, place);
      case STRING -> utf8(TypedJson.text(node, place), place);
    };
  }

  private static byte[] address(JsonNode node, String place) {
    String text = TypedJson.text(node, place);
    if (!text.equals(text.strip())) {
      throw Refusal.at(place, "blanks around an address");
    }
    try {
      return padded(Address.parse(text).toArray());
    } catch (WalletException e) {
      throw Refusal.at(place, e.text());
    }
  }

  private static byte[] bool(JsonNode node, String place) {
    if (!node.isBoolean()) {
      throw Refusal.at(place, "neither true nor false");
    }
    return padded(new byte[] {(byte) (node.booleanValue() ? 1 : 0)});
  }

  private static byte[] bytes(JsonNode node, String place) {
    String text = TypedJson.text(node, place);
    try {
      return Hex.decode(text);
    } catch (WalletException e) {
      throw Refusal.at(place, "not 0x and two hexadecimal digits a byte");
    }
  }

  private static byte[] fixed(int size, JsonNode node, String place) {
    byte[] bytes = bytes(node, place);
    if (bytes.length != size) {
      throw Refusal.at(place, size + " bytes wanted, " + bytes.length + " found");
    }
    return Arrays.copyOf(bytes, 32); // EIP-712: zero-padded at the end
  }

  private static byte[] integer(Type.Int type, JsonNode node, String place) {
    BigInteger value = number(node, place);
    boolean fits =
        type.signed()
            ? value.bitLength() < type.bits()
            : value.signum() >= 0 && value.bitLength() <= type.bits();
    if (!fits) {
      throw Refusal.at(place, "the number is outside " + type.label());
    }
    byte[] raw = value.toByteArray();
    byte[] word = new byte[32];
    // EIP-712: sign-extended to 256 bits
    Arrays.fill(word, (byte) (value.signum() < 0 ? -1 : 0));
    int length = Math.min(32, raw.length);
    System.arraycopy(raw, raw.length - length, word, 32 - length, length);
    return word;
  }

  private static BigInteger number(JsonNode node, String place) {
    if (node.isIntegralNumber()) {
      return node.bigIntegerValue();
    }
    if (node.isString()) {
      String text = node.stringValue();
      if (DECIMAL.matcher(text).matches()) {
        return new BigInteger(text);
      }
      if (HEXADECIMAL.matcher(text).matches()) {
        return new BigInteger(text.substring(2), 16);
      }
    }
    throw Refusal.at(place, "not a whole number, decimal or 0x and hexadecimal digits");
  }

  private static byte[] utf8(String text, String place) {
    try {
      return Utf8.encode(text);
    } catch (WalletException e) {
      throw Refusal.at(place, e.text());
    }
  }

  private static byte[] padded(byte[] bytes) {
    byte[] word = new byte[32];
    System.arraycopy(bytes, 0, word, 32 - bytes.length, bytes.length);
    return word;
  }
}
