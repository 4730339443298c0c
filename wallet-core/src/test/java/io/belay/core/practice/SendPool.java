package io.belay.core.practice;

import io.belay.base.TxHash;
import io.belay.core.rpc.RawTx;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// One node's pool: one transaction a nonce, as real ones have it.
final class SendPool {
  private final SendWorld world;
  private final Map<Long, byte[]> byNonce = new TreeMap<>();

  SendPool(SendWorld world) {
    this.world = world;
  }

  /// Takes a transaction from a wallet and tells the others.
  ///
  /// @return a refusal in geth's words; empty where it took it
  Optional<String> take(byte[] raw) {
    Optional<String> refusal = refusal(raw);
    if (refusal.isEmpty()) {
      byNonce.put(RawTx.nonce(raw), raw);
      world.gossip(this, raw);
    }
    return refusal;
  }

  /// Hears of a transaction from another node.
  void hear(byte[] raw) {
    if (refusal(raw).isEmpty()) {
      byNonce.put(RawTx.nonce(raw), raw);
    }
  }

  private Optional<String> refusal(byte[] raw) {
    if (RawTx.gas(raw) < 21_000) {
      return Optional.of("intrinsic gas too low: gas " + RawTx.gas(raw) + ", minimum needed 21000");
    }
    long nonce = RawTx.nonce(raw);
    byte[] old = byNonce.get(nonce);
    if (old != null && TxHash.ofRaw(old).equals(TxHash.ofRaw(raw))) {
      return Optional.of("already known");
    }
    if (nonce < world.nonce()) {
      return Optional.of("nonce too low: next nonce " + world.nonce() + ", tx nonce " + nonce);
    }
    return old != null && RawTx.maxFee(raw) * 10 < RawTx.maxFee(old) * 11
        ? Optional.of("replacement transaction underpriced")
        : Optional.empty();
  }

  Optional<byte[]> at(long nonce) {
    return Optional.ofNullable(byNonce.get(nonce));
  }

  Optional<byte[]> find(TxHash hash) {
    return byNonce.values().stream().filter(raw -> TxHash.ofRaw(raw).equals(hash)).findFirst();
  }

  boolean holds(TxHash hash) {
    return find(hash).isPresent();
  }

  /// The nonce after all that follow one another.
  long next() {
    long next = world.nonce();
    while (byNonce.containsKey(next)) {
      next++;
    }
    return next;
  }

  /// Lets go of what is below a nonce.
  void settle(long nonce) {
    List<Long> used = new ArrayList<>(byNonce.keySet().stream().filter(n -> n < nonce).toList());
    used.forEach(byNonce::remove);
  }

  void clear() {
    byNonce.clear();
  }
}
