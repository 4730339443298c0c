package io.belay.core.decode;

import io.belay.base.Address;
import io.belay.base.Bytes32;
import io.belay.base.Hex;
import io.belay.base.Keccak;
import io.belay.base.WalletException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Words of 32 bytes behind a selector of four, as the contract ABI lays out arguments of fixed
/// size (Solidity, "Contract ABI Specification").
///
/// @param selector `0x` and eight lower-case digits
/// @param words the arguments, in order
public record AbiWords(String selector, List<Bytes32> words) {
  private static final int SELECTOR = 4;
  private static final int WORD = 32;

  /// Copies the words.
  public AbiWords {
    words = List.copyOf(words);
  }

  /// The words of a call.
  ///
  /// @param signature such as `transfer(address,uint256)`
  public static AbiWords of(String signature, Bytes32... words) {
    return new AbiWords(selectorOf(signature), List.of(words));
  }

  /// The first four bytes of a signature's hash.
  public static String selectorOf(String signature) {
    byte[] hash = Keccak.hash(signature.getBytes(StandardCharsets.US_ASCII)).toArray();
    return Hex.encode(Arrays.copyOf(hash, SELECTOR));
  }

  /// Reads whole words; empty for any other length and for what is no hex.
  public static Optional<AbiWords> parse(String data) {
    byte[] bytes;
    try {
      bytes = Hex.decode(data);
    } catch (WalletException e) {
      return Optional.empty();
    }
    if (bytes.length < SELECTOR || (bytes.length - SELECTOR) % WORD != 0) {
      return Optional.empty();
    }
    List<Bytes32> words = new ArrayList<>();
    for (int at = SELECTOR; at < bytes.length; at += WORD) {
      words.add(Bytes32.of(Arrays.copyOfRange(bytes, at, at + WORD)));
    }
    return Optional.of(new AbiWords(Hex.encode(Arrays.copyOf(bytes, SELECTOR)), words));
  }

  /// The bytes, as hex.
  public String data() {
    StringBuilder data = new StringBuilder(selector);
    words.forEach(word -> data.append(word.toString(), 2, 2 + 2 * WORD));
    return data.toString();
  }

  /// An address in a word.
  public static Bytes32 word(Address address) {
    return Bytes32.of(new BigInteger(1, address.toArray()));
  }

  /// The address in a word; empty where there is more than an address in it.
  public static Optional<Address> address(Bytes32 word) {
    if (word.toBigInteger().bitLength() > 160) {
      return Optional.empty();
    }
    return Optional.of(Address.of(Arrays.copyOfRange(word.toArray(), 12, WORD)));
  }
}
