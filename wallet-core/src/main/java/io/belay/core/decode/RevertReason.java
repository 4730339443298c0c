package io.belay.core.decode;

import io.belay.base.Bytes32;
import io.belay.base.Hex;
import io.belay.base.WalletException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/// Why a contract refuses a call, from the bytes it returned. All words in it are a stranger's.
public sealed interface RevertReason {
  /// `Error(string)`, as `require` and `revert` with words encode it.
  record Words(String quote) implements RevertReason {}

  /// `Panic(uint256)`: what the compiler checks by itself.
  record Panic(BigInteger code) implements RevertReason {}

  /// An error of the contract's own.
  ///
  /// @param selector its first four bytes, `0x` and eight digits
  /// @param name its name, where it is one of EIP-6093's
  record Custom(String selector, Optional<String> name) implements RevertReason {}

  /// Nothing but, perhaps, a provider's words about it.
  record Silent(String quote) implements RevertReason {}

  /// One line for people; whatever a stranger wrote stands in quotation marks.
  default String line() {
    return switch (this) {
      case Words(String quote) -> "“" + quote + "”";
      case Panic(BigInteger code) ->
          RevertCodes.PANICS.getOrDefault(code, "a check of the compiler failed")
              + " (panic 0x"
              + code.toString(16)
              + ")";
      case Custom(String selector, Optional<String> name) ->
          name.map(known -> "the contract's error " + known)
              .orElse("an error of the contract's own, " + selector);
      case Silent(String quote) ->
          quote.isEmpty() ? "no reason is given" : "a provider says “" + quote + "”";
    };
  }

  /// Reads what a reverted call returned.
  ///
  /// @param output the bytes, `0x…`
  /// @param said a provider's words, taken where the bytes say nothing
  static RevertReason parse(String output, String said) {
    byte[] bytes;
    try {
      bytes = Hex.decode(output);
    } catch (WalletException e) {
      return new Silent(Quote.of(said));
    }
    if (bytes.length < 4) {
      return new Silent(Quote.of(said));
    }
    String selector = Hex.encode(Arrays.copyOf(bytes, 4));
    byte[] rest = Arrays.copyOfRange(bytes, 4, bytes.length);
    if (selector.equals(RevertCodes.ERROR)) {
      return text(rest).<RevertReason>map(Words::new).orElseGet(() -> custom(selector));
    }
    if (selector.equals(RevertCodes.PANIC) && rest.length == 32) {
      return new Panic(new BigInteger(1, rest));
    }
    return custom(selector);
  }

  private static RevertReason custom(String selector) {
    return new Custom(selector, Optional.ofNullable(RevertCodes.NAMES.get(selector)));
  }

  /// A lone `string`: its place, its length, its bytes.
  private static Optional<String> text(byte[] data) {
    if (data.length < 64 || !word(data, 0).equals(BigInteger.valueOf(32))) {
      return Optional.empty();
    }
    BigInteger length = word(data, 32);
    if (length.compareTo(BigInteger.valueOf(data.length - 64L)) > 0) {
      return Optional.empty();
    }
    // four bytes make a character at most, so that no more is ever needed
    int taken = Math.min(length.intValue(), 4 * Quote.LONGEST);
    return Optional.of(Quote.of(new String(data, 64, taken, StandardCharsets.UTF_8)));
  }

  private static BigInteger word(byte[] data, int at) {
    return Bytes32.of(Arrays.copyOfRange(data, at, at + 32)).toBigInteger();
  }
}
