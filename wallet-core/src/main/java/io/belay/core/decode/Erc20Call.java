package io.belay.core.decode;

import io.belay.base.Address;
import io.belay.base.Bytes32;
import java.math.BigInteger;
import java.util.Optional;

/// A call of a token (EIP-20), encoded and decoded. What decodes here encodes to the very same
/// bytes: nothing is hidden behind the arguments.
public sealed interface Erc20Call {
  /// `transfer(address,uint256)`.
  ///
  /// @param to who gets it
  /// @param units the token's smallest units, below 2^256
  record Transfer(Address to, BigInteger units) implements Erc20Call {
    static final String SIGNATURE = "transfer(address,uint256)";
  }

  /// `approve(address,uint256)`: lets somebody take up to so much from now on.
  ///
  /// @param spender who may take it
  /// @param units the token's smallest units; zero takes an approval back
  record Approve(Address spender, BigInteger units) implements Erc20Call {
    static final String SIGNATURE = "approve(address,uint256)";

    /// Whether it is no limit at all: more than any token has.
    public boolean isUnlimited() {
      return units.bitLength() >= 255;
    }
  }

  /// `transferFrom(address,address,uint256)`: takes what an approval allows.
  ///
  /// @param from whose it is
  /// @param to who gets it
  /// @param units the token's smallest units
  record TransferFrom(Address from, Address to, BigInteger units) implements Erc20Call {
    static final String SIGNATURE = "transferFrom(address,address,uint256)";
  }

  /// The call data, `0x…`.
  default String data() {
    return switch (this) {
      case Transfer(Address to, BigInteger units) ->
          AbiWords.of(Transfer.SIGNATURE, AbiWords.word(to), Bytes32.of(units)).data();
      case Approve(Address spender, BigInteger units) ->
          AbiWords.of(Approve.SIGNATURE, AbiWords.word(spender), Bytes32.of(units)).data();
      case TransferFrom(Address from, Address to, BigInteger units) ->
          AbiWords.of(
                  TransferFrom.SIGNATURE, AbiWords.word(from), AbiWords.word(to), Bytes32.of(units))
              .data();
    };
  }

  /// Reads call data; empty for any other call, and for one of these with dirt in its words or
  /// bytes behind them.
  static Optional<Erc20Call> parse(String data) {
    return AbiWords.parse(data).flatMap(Erc20Call::of);
  }

  private static Optional<Erc20Call> of(AbiWords call) {
    int count = call.words().size();
    if (count == 2 && call.selector().equals(AbiWords.selectorOf(Transfer.SIGNATURE))) {
      return AbiWords.address(call.words().getFirst()).map(to -> new Transfer(to, last(call)));
    }
    if (count == 2 && call.selector().equals(AbiWords.selectorOf(Approve.SIGNATURE))) {
      return AbiWords.address(call.words().getFirst()).map(who -> new Approve(who, last(call)));
    }
    if (count == 3 && call.selector().equals(AbiWords.selectorOf(TransferFrom.SIGNATURE))) {
      return AbiWords.address(call.words().getFirst())
          .flatMap(from ->
              AbiWords.address(call.words().get(1))
                  .map(to -> new TransferFrom(from, to, last(call))));
    }
    return Optional.empty();
  }

  private static BigInteger last(AbiWords call) {
    return call.words().getLast().toBigInteger();
  }
}
