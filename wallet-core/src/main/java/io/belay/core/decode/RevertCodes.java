package io.belay.core.decode;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What the selectors and numbers of reverts stand for.
final class RevertCodes {
  static final String ERROR = AbiWords.selectorOf("Error(string)");
  static final String PANIC = AbiWords.selectorOf("Panic(uint256)");

  /// EIP-6093: errors of tokens, as OpenZeppelin has them from version 5 on.
  static final Map<String, String> NAMES =
      names(
          List.of(
              "ERC20InsufficientBalance(address,uint256,uint256)",
              "ERC20InvalidSender(address)",
              "ERC20InvalidReceiver(address)",
              "ERC20InsufficientAllowance(address,uint256,uint256)",
              "ERC20InvalidApprover(address)",
              "ERC20InvalidSpender(address)"));

  /// Solidity, "Panic via assert and Error via require".
  static final Map<BigInteger, String> PANICS =
      Map.of(
          BigInteger.valueOf(0x01), "an assertion failed",
          BigInteger.valueOf(0x11), "a sum is too large or below zero",
          BigInteger.valueOf(0x12), "a division by zero",
          BigInteger.valueOf(0x21), "a value outside its list",
          BigInteger.valueOf(0x22), "storage that is wrongly encoded",
          BigInteger.valueOf(0x31), "nothing left to take from a list",
          BigInteger.valueOf(0x32), "an index outside its list",
          BigInteger.valueOf(0x41), "too much memory is asked for",
          BigInteger.valueOf(0x51), "a function that was never set");

  private RevertCodes() {}

  private static Map<String, String> names(List<String> signatures) {
    Map<String, String> names = new HashMap<>();
    signatures.forEach(s -> names.put(AbiWords.selectorOf(s), s.substring(0, s.indexOf('('))));
    return Map.copyOf(names);
  }
}
