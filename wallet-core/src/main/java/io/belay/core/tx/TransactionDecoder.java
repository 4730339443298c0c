package io.belay.core.tx;

import io.belay.base.Address;
import io.belay.base.Bytes32;
import io.belay.base.ChainId;
import io.belay.base.Hex;
import io.belay.base.Keccak;
import io.belay.base.Rlp;
import io.belay.base.Signature;
import io.belay.base.WalletException;
import io.belay.core.money.Wei;
import io.belay.core.tx.DecodedTransaction.Price;
import io.belay.keystore.Recovery;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Raw bytes to [DecodedTransaction]. They come from strangers: every length, range and signature
/// is checked, and nothing is read twice.
final class TransactionDecoder {
  // six blobs with their proofs take 800 kB; without blobs nodes take 128 kB
  private static final int MOST_BYTES = 1024 * 1024;
  private static final BigInteger LEGACY_V = BigInteger.valueOf(27);
  private static final BigInteger EIP_155 = BigInteger.valueOf(35);

  private TransactionDecoder() {}

  static DecodedTransaction decode(byte[] raw) {
    if (raw.length < 2 || raw.length > MOST_BYTES) {
      throw bad("too short or too long", Optional.empty());
    }
    try {
      int first = raw[0] & 0xff;
      return first >= 0xc0
          ? legacy(raw)
          : typed(
              first,
              withoutBlobs(first, Rlp.decode(Arrays.copyOfRange(raw, 1, raw.length)).list()));
    } catch (WalletException e) {
      throw e.code().equals("bad-raw-transaction") ? e : bad(e.text(), Optional.of(e));
    } catch (ArithmeticException e) {
      throw bad("a number is out of range", Optional.of(e));
    }
  }

  private static DecodedTransaction legacy(byte[] raw) {
    List<Rlp.Item> items = Rlp.decode(raw).list();
    if (items.size() != 9) {
      throw bad("a legacy transaction has 9 members", Optional.empty());
    }
    BigInteger v = items.get(6).number();
    List<Rlp.Item> unsigned = new ArrayList<>(items.subList(0, 6));
    Optional<ChainId> chain = Optional.empty();
    BigInteger parity = v.subtract(LEGACY_V);
    if (v.compareTo(EIP_155) >= 0) {
      BigInteger twice = v.subtract(EIP_155);
      parity = twice.and(BigInteger.ONE);
      long id = twice.shiftRight(1).longValueExact();
      chain = Optional.of(ChainId.of(id));
      unsigned.addAll(List.of(Rlp.of(id), Rlp.of(0), Rlp.of(0)));
    }
    Signature signature = signature(parity, items, 7);
    Address from = signer(Keccak.hash(Rlp.encode(Rlp.list(unsigned))), signature);
    Fields fields = new Fields(0, items.subList(0, 6), 0);
    return fields.transaction(SignedTransaction.of(raw), chain, from);
  }

  /// EIP-4844's network form, and EIP-7594's, carry the transaction with its blobs and their
  /// proofs.
  private static List<Rlp.Item> withoutBlobs(int type, List<Rlp.Item> items) {
    boolean carries = type == 3 && (items.size() == 4 || items.size() == 5);
    return carries ? items.getFirst().list() : items;
  }

  private static DecodedTransaction typed(int type, List<Rlp.Item> items) {
    int own = Fields.size(type); // members before the signature
    if (items.size() != own + 3) {
      throw bad("type " + type + " has " + (own + 3) + " members", Optional.empty());
    }
    Bytes32 digest = Keccak.hash(bytes(type, items.subList(0, own)));
    Signature signature = signature(items.get(own).number(), items, own + 1);
    ChainId chain = ChainId.of(items.getFirst().number().longValueExact());
    Fields fields = new Fields(type, items.subList(0, own), 1);
    return fields.transaction(
        SignedTransaction.of(bytes(type, items)), Optional.of(chain), signer(digest, signature));
  }

  private static byte[] bytes(int type, List<Rlp.Item> items) {
    byte[] list = Rlp.encode(Rlp.list(items));
    byte[] typed = new byte[list.length + 1];
    typed[0] = (byte) type;
    System.arraycopy(list, 0, typed, 1, list.length);
    return typed;
  }

  private static Signature signature(BigInteger parity, List<Rlp.Item> items, int r) {
    return new Signature(items.get(r).number(), items.get(r + 1).number(), parity.intValueExact());
  }

  private static Address signer(Bytes32 digest, Signature signature) {
    return Recovery.recover(digest, signature)
        .orElseThrow(() -> bad("the signature speaks for nobody", Optional.empty()));
  }

  private static WalletException bad(String why, Optional<Exception> cause) {
    String message = "these bytes are no signed transaction: " + why;
    return cause
        .map(e -> new WalletException("bad-raw-transaction", message, e))
        .orElseGet(() -> new WalletException("bad-raw-transaction", message));
  }

  /// The members before the signature.
  ///
  /// @param nonce where the nonce stands
  private record Fields(int type, List<Rlp.Item> items, int nonce) {
    static int size(int type) {
      return switch (type) {
        case 1 -> 8;
        case 2 -> 9;
        case 3 -> 11;
        case 4 -> 10;
        default -> throw bad("type " + type + " is unknown here", Optional.empty());
      };
    }

    DecodedTransaction transaction(
        SignedTransaction signed, Optional<ChainId> chain, Address from) {
      int gas = nonce + (type < 2 ? 2 : 3);
      Optional<Address> to = recipient(items.get(gas + 1).bytes());
      return new DecodedTransaction(
          signed,
          type,
          chain,
          from,
          items.get(nonce).number().longValueExact(),
          price(gas),
          items.get(gas).number().longValueExact(),
          to,
          Wei.of(items.get(gas + 2).number()),
          Hex.encode(items.get(gas + 3).bytes()),
          extras(gas));
    }

    private DecodedTransaction.Extras extras(int gas) {
      return new DecodedTransaction.Extras(
          type == 0 ? 0 : accessList(items.get(gas + 4)),
          type == 4 ? delegations(items.get(9)) : List.of(),
          type == 3 ? blobs(items.get(10)) : 0);
    }

    private Optional<Address> recipient(byte[] to) {
      // EIP-4844 and EIP-7702: no contract is made by these
      if (to.length != 20 && (to.length != 0 || type > 2)) {
        throw bad("a recipient has 20 bytes", Optional.empty());
      }
      return to.length == 0 ? Optional.empty() : Optional.of(Address.of(to));
    }

    private Price price(int gas) {
      Wei most = Wei.of(items.get(gas - 1).number());
      Wei tip = type < 2 ? most : Wei.of(items.get(nonce + 1).number());
      return new Price(
          most, tip, type == 3 ? Optional.of(Wei.of(items.get(9).number())) : Optional.empty());
    }

    private static int accessList(Rlp.Item list) {
      for (Rlp.Item entry : list.list()) {
        List<Rlp.Item> parts = entry.list();
        if (parts.size() != 2
            || parts.getFirst().bytes().length != 20
            || parts.get(1).list().stream().anyMatch(key -> key.bytes().length != 32)) {
          throw bad("an access list names addresses and 32-byte keys", Optional.empty());
        }
      }
      return list.list().size();
    }

    private static int blobs(Rlp.Item hashes) {
      List<Rlp.Item> list = hashes.list();
      if (list.stream().anyMatch(hash -> hash.bytes().length != 32)) {
        throw bad("a blob is named by 32 bytes", Optional.empty());
      }
      return list.size();
    }

    private static List<DecodedTransaction.Delegation> delegations(Rlp.Item list) {
      if (list.list().isEmpty()) {
        throw bad("an EIP-7702 transaction holds an authorisation", Optional.empty());
      }
      return list.list().stream().map(Fields::delegation).toList();
    }

    private static DecodedTransaction.Delegation delegation(Rlp.Item tuple) {
      List<Rlp.Item> parts = tuple.list();
      if (parts.size() != 6) {
        throw bad("an authorisation has 6 members", Optional.empty());
      }
      BigInteger chain = parts.getFirst().number();
      return new DecodedTransaction.Delegation(
          chain.signum() == 0 ? Optional.empty() : Optional.of(ChainId.of(chain.longValueExact())),
          Address.of(parts.get(1).bytes()),
          parts.get(2).number().toString(),
          account(parts));
    }

    /// Whose authorisation it is; chains skip one that is nobody's, and the rest counts all the
    /// same.
    private static Optional<Address> account(List<Rlp.Item> parts) {
      byte[] message = bytes(5, parts.subList(0, 3));
      BigInteger parity = parts.get(3).number();
      try {
        return Recovery.recover(Keccak.hash(message), signature(parity, parts, 4));
      } catch (WalletException | ArithmeticException e) {
        return Optional.empty();
      }
    }
  }
}
