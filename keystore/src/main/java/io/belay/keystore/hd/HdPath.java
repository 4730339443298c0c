package io.belay.keystore.hd;

import io.belay.base.WalletException;
import java.util.ArrayList;
import java.util.List;

/// A derivation path such as `m/44'/60'/0'/0/0` (BIP-32).
///
/// @param steps child numbers as BIP-32 encodes them: negative, that is with the top bit set, for
///   hardened ones
public record HdPath(List<Integer> steps) implements Comparable<HdPath> {
  private static final int HARDENED = 0x8000_0000;
  private static final int MOST_STEPS = 255; // BIP-32 keeps the depth in one byte

  /// Copies the steps.
  ///
  /// @throws WalletException `bad-path` for more than 255
  public HdPath {
    steps = List.copyOf(steps);
    if (steps.size() > MOST_STEPS) {
      throw bad();
    }
  }

  /// The n-th account's path as BIP-44 has it for Ethereum: `m/44'/60'/0'/0/n`.
  ///
  /// @throws WalletException `bad-path` for a negative index
  public static HdPath ethereum(int index) {
    if (index < 0) {
      throw bad();
    }
    return new HdPath(List.of(44 | HARDENED, 60 | HARDENED, HARDENED, 0, index));
  }

  /// Reads `m`, then steps of at most 2^31-1, hardened with `'`, `h` or `H`.
  ///
  /// @throws WalletException `bad-path` for another form
  public static HdPath parse(String text) {
    String[] parts = text.strip().split("/", -1);
    if (!parts[0].equals("m") || parts.length > MOST_STEPS + 1) {
      throw bad();
    }
    List<Integer> steps = new ArrayList<>();
    for (int i = 1; i < parts.length; i++) {
      steps.add(step(parts[i]));
    }
    return new HdPath(steps);
  }

  private static int step(String part) {
    boolean hardened = part.endsWith("'") || part.endsWith("h") || part.endsWith("H");
    String digits = hardened ? part.substring(0, part.length() - 1) : part;
    if (!digits.matches("[0-9]{1,10}")) {
      throw bad();
    }
    long number = Long.parseLong(digits);
    if (number > Integer.MAX_VALUE) {
      throw bad();
    }
    return hardened ? (int) number | HARDENED : (int) number;
  }

  @Override
  public int compareTo(HdPath other) {
    for (int i = 0; i < Math.min(steps.size(), other.steps.size()); i++) {
      int order = Integer.compareUnsigned(steps.get(i), other.steps.get(i));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(steps.size(), other.steps.size());
  }

  /// The text that [#parse(String)] reads, hardened steps with `'`.
  @Override
  public String toString() {
    StringBuilder out = new StringBuilder("m");
    for (int step : steps) {
      out.append('/').append(step & ~HARDENED).append(step < 0 ? "'" : "");
    }
    return out.toString();
  }

  private static WalletException bad() {
    return new WalletException("bad-path", "a path looks like m/44'/60'/0'/0/0");
  }
}
