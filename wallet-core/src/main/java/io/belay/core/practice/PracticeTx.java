package io.belay.core.practice;

import io.belay.base.Address;
import io.belay.base.Bytes32;
import io.belay.base.Keccak;
import io.belay.base.Rlp;
import io.belay.base.Signature;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/// A signed transaction whose sender is known.
///
/// @param type 0 legacy with EIP-155, 1 EIP-2930, 2 EIP-1559
/// @param maxTip and `maxFee`: wei per gas; both the gas price below type 2
/// @param to empty for a contract creation
/// @param access the access list as RLP, empty for type 0
/// @param raw the bytes that were signed and sent
@SuppressWarnings("ArrayRecordComponent") // compared by hash only
record PracticeTx(
    int type,
    BigInteger chainId,
    long nonce,
    BigInteger maxTip,
    BigInteger maxFee,
    long gas,
    Optional<Address> to,
    BigInteger value,
    byte[] data,
    List<Rlp.Item> access,
    Signature signature,
    Address from,
    Bytes32 hash,
    byte[] raw) {

  /// The same transaction from a sender found out otherwise.
  PracticeTx withFrom(Address sender) {
    return new PracticeTx(
        type, chainId, nonce, maxTip, maxFee, gas, to, value, data, access, signature, sender, hash,
        raw);
  }

  /// What the sender must own: gas at the highest price, and the value.
  BigInteger cost() {
    return maxFee.multiply(BigInteger.valueOf(gas)).add(value);
  }

  /// Wei per gas for the miner at a base fee; negative where the transaction must wait.
  BigInteger tip(BigInteger baseFee) {
    return maxTip.min(maxFee.subtract(baseFee));
  }

  /// Wei per gas paid in all at a base fee.
  BigInteger price(BigInteger baseFee) {
    return baseFee.add(tip(baseFee));
  }

  /// The digest that was signed.
  Bytes32 digest() {
    Rlp.Item target = Rlp.of(to.map(Address::toArray).orElseGet(() -> new byte[0]));
    Rlp.Item list =
        switch (type) {
          case 0 ->
              Rlp.list(
                  Rlp.of(nonce),
                  Rlp.of(maxFee),
                  Rlp.of(gas),
                  target,
                  Rlp.of(value),
                  Rlp.of(data),
                  Rlp.of(chainId),
                  Rlp.of(0),
                  Rlp.of(0));
          case 1 ->
              Rlp.list(
                  Rlp.of(chainId),
                  Rlp.of(nonce),
                  Rlp.of(maxFee),
                  Rlp.of(gas),
                  target,
                  Rlp.of(value),
                  Rlp.of(data),
                  Rlp.list(access));
          default ->
              Rlp.list(
                  Rlp.of(chainId),
                  Rlp.of(nonce),
                  Rlp.of(maxTip),
                  Rlp.of(maxFee),
                  Rlp.of(gas),
                  target,
                  Rlp.of(value),
                  Rlp.of(data),
                  Rlp.list(access));
        };
    byte[] body = Rlp.encode(list);
    return Keccak.hash(type == 0 ? body : prefixed(type, body));
  }

  /// Bytes behind a type byte (EIP-2718).
  static byte[] prefixed(int type, byte[] body) {
    byte[] out = new byte[body.length + 1];
    out[0] = (byte) type;
    System.arraycopy(body, 0, out, 1, body.length);
    return out;
  }
}
