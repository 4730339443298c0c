package io.belay.base;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/// An account's or contract's 20-byte address. Immutable; text carries the EIP-55 checksum.
public final class Address implements Comparable<Address> {
  /// The zero address.
  public static final Address ZERO = new Address(new byte[20]);

  private final byte[] bytes;

  private Address(byte[] bytes) {
    this.bytes = bytes;
  }

  /// Copies exactly 20 bytes.
  ///
  /// @throws WalletException `bad-address` for another length
  public static Address of(byte[] bytes) {
    if (bytes.length != 20) {
      throw new WalletException("bad-address", "an address has 20 bytes, not " + bytes.length);
    }
    return new Address(bytes.clone());
  }

  /// The last 20 bytes of the hash of an uncompressed public key without its prefix byte (64
  /// bytes).
  public static Address ofPublicKey(byte[] xy) {
    if (xy.length != 64) {
      throw new IllegalArgumentException("a public key here is x and y, 64 bytes");
    }
    return new Address(Arrays.copyOfRange(Keccak.hash(xy).toArray(), 12, 32));
  }

  /// Reads `0x` and 40 digits. All lower or all upper case carries no checksum and is accepted;
  /// mixed case must match EIP-55.
  ///
  /// @throws WalletException `bad-address` for another form, `bad-checksum` for a wrong checksum
  public static Address parse(String text) {
    String trimmed = text.strip();
    if (trimmed.length() != 42 || !trimmed.startsWith("0x")) {
      throw new WalletException("bad-address", "an address is 0x and 40 hexadecimal digits");
    }
    Address address;
    try {
      address = new Address(Hex.decode(trimmed));
    } catch (WalletException e) {
      throw new WalletException("bad-address", "an address is 0x and 40 hexadecimal digits", e);
    }
    String digits = trimmed.substring(2);
    boolean mixed =
        !digits.equals(digits.toLowerCase(Locale.ROOT))
            && !digits.equals(digits.toUpperCase(Locale.ROOT));
    if (mixed && !address.toString().equals(trimmed)) {
      throw new WalletException(
          "bad-checksum", "the capital letters of this address do not fit it: a digit is wrong");
    }
    return address;
  }

  /// A copy of the 20 bytes.
  public byte[] toArray() {
    return bytes.clone();
  }

  /// Lower-case text, as JSON-RPC writes it.
  public String toLowerHex() {
    return Hex.encode(bytes);
  }

  @Override
  public int compareTo(Address other) {
    return Arrays.compareUnsigned(bytes, other.bytes);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Address that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  /// The checksummed text of EIP-55.
  @Override
  public String toString() {
    String digits = Hex.encode(bytes).substring(2);
    byte[] hash = Keccak.hash(digits.getBytes(StandardCharsets.US_ASCII)).toArray();
    StringBuilder out = new StringBuilder("0x");
    for (int i = 0; i < digits.length(); i++) {
      int nibble = (hash[i / 2] >> (i % 2 == 0 ? 4 : 0)) & 0xf;
      char c = digits.charAt(i);
      out.append(nibble >= 8 ? Character.toUpperCase(c) : c);
    }
    return out.toString();
  }
}
