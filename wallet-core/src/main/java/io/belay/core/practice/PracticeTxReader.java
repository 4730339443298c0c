package io.belay.core.practice;

import io.belay.base.Address;
import io.belay.base.Bytes32;
import io.belay.base.Keccak;
import io.belay.base.Rlp;
import io.belay.base.Signature;
import io.belay.base.WalletException;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Reads raw transactions as `eth_sendRawTransaction` takes them.
final class PracticeTxReader {
  private final PracticeCurve curve;
  private final BigInteger chainId = BigInteger.valueOf(ChainBox.CHAIN_ID);

  PracticeTxReader(PracticeCurve curve) {
    this.curve = curve;
  }

  /// Reads, checks chain id and signature, and finds the sender.
  ///
  /// @throws PracticeError in geth's words
  PracticeTx read(byte[] raw) {
    PracticeTx tx = decode(raw);
    if (!tx.chainId().equals(chainId)) {
      throw PracticeError.refused(
          "invalid sender: invalid chain id for signer: have " + tx.chainId() + " want " + chainId);
    }
    return tx.withFrom(
        curve
            .recover(tx.signature(), tx.digest())
            .orElseThrow(() -> PracticeError.refused("invalid sender")));
  }

  /// Reads without looking at the signature; the sender is left zero.
  PracticeTx decode(byte[] raw) {
    if (raw.length == 0) {
      throw PracticeError.refused("typed transaction too short");
    }
    try {
      int first = raw[0] & 0xff;
      if (first >= 0xc0) {
        return legacy(raw, Rlp.decode(raw).list());
      }
      if (first != 1 && first != 2) {
        throw PracticeError.refused("transaction type not supported");
      }
      List<Rlp.Item> items = Rlp.decode(Arrays.copyOfRange(raw, 1, raw.length)).list();
      return typed(raw, first, items);
    } catch (PracticeError e) {
      throw e;
    } catch (WalletException e) {
      boolean signature = e.code().equals("bad-signature");
      throw PracticeError.refused(signature ? "invalid sender" : "rlp: " + e.text());
    }
  }

  private PracticeTx legacy(byte[] raw, List<Rlp.Item> f) {
    count(f, 9);
    BigInteger v = f.get(6).number();
    // 27 and 28 are signatures from before EIP-155, valid on every chain
    if (v.bitLength() < 6 && v.intValue() < 35) {
      throw PracticeError.refused("only replay-protected (EIP-155) transactions allowed over RPC");
    }
    BigInteger w = v.subtract(BigInteger.valueOf(35));
    BigInteger price = f.get(1).number();
    return new PracticeTx(
        0,
        w.shiftRight(1),
        small(f.get(0)),
        price,
        price,
        small(f.get(2)),
        target(f.get(3)),
        f.get(4).number(),
        f.get(5).bytes(),
        List.of(),
        new Signature(f.get(7).number(), f.get(8).number(), w.testBit(0) ? 1 : 0),
        Address.ZERO,
        Keccak.hash(raw),
        raw.clone());
  }

  private PracticeTx typed(byte[] raw, int type, List<Rlp.Item> f) {
    count(f, type == 1 ? 11 : 12);
    int n = type == 1 ? 3 : 4; // where the gas limit stands
    return new PracticeTx(
        type,
        f.get(0).number(),
        small(f.get(1)),
        f.get(2).number(),
        f.get(n - 1).number(),
        small(f.get(n)),
        target(f.get(n + 1)),
        f.get(n + 2).number(),
        f.get(n + 3).bytes(),
        access(f.get(n + 4)),
        new Signature(f.get(n + 6).number(), f.get(n + 7).number(), parity(f.get(n + 5))),
        Address.ZERO,
        Keccak.hash(raw),
        raw.clone());
  }

  private static int parity(Rlp.Item item) {
    BigInteger parity = item.number();
    return parity.bitLength() > 1 ? 2 : parity.intValue();
  }

  private static List<Rlp.Item> access(Rlp.Item item) {
    for (Rlp.Item entry : item.list()) {
      count(entry.list(), 2);
      Address.of(entry.list().get(0).bytes());
      entry.list().get(1).list().forEach(key -> Bytes32.of(key.bytes()));
    }
    return item.list();
  }

  private static Optional<Address> target(Rlp.Item item) {
    byte[] bytes = item.bytes();
    return bytes.length == 0 ? Optional.empty() : Optional.of(Address.of(bytes));
  }

  private static long small(Rlp.Item item) {
    BigInteger number = item.number();
    if (number.bitLength() > 62) {
      throw PracticeError.refused("rlp: input string too long for uint64");
    }
    return number.longValue();
  }

  private static void count(List<Rlp.Item> items, int wanted) {
    if (items.size() != wanted) {
      throw PracticeError.refused(
          items.size() < wanted
              ? "rlp: too few elements for transaction"
              : "rlp: input list has too many elements for transaction");
    }
  }
}
