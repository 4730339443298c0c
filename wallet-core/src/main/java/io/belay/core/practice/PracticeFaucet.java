package io.belay.core.practice;

import io.belay.base.Address;
import io.belay.base.Keccak;
import io.belay.base.Rlp;
import io.belay.base.Signature;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// The account all practice money comes from. Its key is public on purpose: the money is worth
/// nothing.
final class PracticeFaucet {
  private static final BigInteger TIP = BigInteger.valueOf(2_000_000_000);

  private final PracticeCurve curve;
  private final BigInteger key;
  private final Address address;

  PracticeFaucet(PracticeCurve curve) {
    this.curve = curve;
    this.key =
        Keccak.hash("belay practice faucet".getBytes(StandardCharsets.US_ASCII)).toBigInteger();
    this.address = curve.address(key);
  }

  Address address() {
    return address;
  }

  /// A signed EIP-1559 transaction that pays its way into the next block.
  byte[] sign(long nonce, BigInteger baseFee, Address to, BigInteger value, byte[] data) {
    List<Rlp.Item> fields =
        List.of(
            Rlp.of(ChainBox.CHAIN_ID),
            Rlp.of(nonce),
            Rlp.of(TIP),
            Rlp.of(baseFee.shiftLeft(1).add(TIP)),
            Rlp.of(data.length == 0 ? 21_000 : 100_000),
            Rlp.of(to),
            Rlp.of(value),
            Rlp.of(data),
            Rlp.list());
    byte[] unsigned = PracticeTx.prefixed(2, Rlp.encode(Rlp.list(fields)));
    Signature signature = curve.sign(key, Keccak.hash(unsigned));
    List<Rlp.Item> signed = new ArrayList<>(fields);
    signed.add(Rlp.of(signature.yParity()));
    signed.add(Rlp.of(signature.r()));
    signed.add(Rlp.of(signature.s()));
    return PracticeTx.prefixed(2, Rlp.encode(Rlp.list(signed)));
  }
}
