package io.belay.core.practice;

import io.belay.base.Address;
import io.belay.base.Bytes32;
import io.belay.base.Keccak;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// The few shapes of the contract ABI the built-in token speaks.
final class PracticeAbi {
  private PracticeAbi() {}

  /// Hash of an event's or function's signature.
  static Bytes32 hash(String signature) {
    return Keccak.hash(signature.getBytes(StandardCharsets.US_ASCII));
  }

  /// An address in a 32-byte word.
  static Bytes32 word(Address address) {
    return Bytes32.of(new BigInteger(1, address.toArray()));
  }

  /// The n-th argument word; the caller has checked the length.
  static Bytes32 argument(byte[] data, int n) {
    return Bytes32.of(Arrays.copyOfRange(data, 4 + 32 * n, 36 + 32 * n));
  }

  /// Whether the arguments are there, addresses first, and no address has bytes above its 20.
  static boolean fits(byte[] data, int addresses, int numbers) {
    if (data.length < 4 + 32 * (addresses + numbers)) {
      return false;
    }
    for (int n = 0; n < addresses; n++) {
      Bytes32 word = argument(data, n);
      if (!word(address(word)).equals(word)) {
        return false;
      }
    }
    return true;
  }

  /// A word's low 20 bytes.
  static Address address(Bytes32 word) {
    return Address.of(Arrays.copyOfRange(word.toArray(), 12, 32));
  }

  /// Calldata of `transfer(address,uint256)`.
  static byte[] transfer(Address to, BigInteger amount) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(hash("transfer(address,uint256)").toArray(), 0, 4);
    out.writeBytes(word(to).toArray());
    out.writeBytes(Bytes32.of(amount).toArray());
    return out.toByteArray();
  }

  /// A lone `string` as return data.
  static byte[] text(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(Bytes32.of(BigInteger.valueOf(32)).toArray());
    out.writeBytes(Bytes32.of(BigInteger.valueOf(bytes.length)).toArray());
    out.writeBytes(Arrays.copyOf(bytes, (bytes.length + 31) / 32 * 32));
    return out.toByteArray();
  }

  /// Revert data `Error(string)`.
  static byte[] error(String reason) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(hash("Error(string)").toArray(), 0, 4);
    out.writeBytes(text(reason));
    return out.toByteArray();
  }
}
