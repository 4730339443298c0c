package io.belay.keystore;

import io.belay.base.ChainId;
import io.belay.base.Rlp;
import io.belay.base.Signature;
import io.belay.base.WalletException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The form of unsigned transactions (EIP-155, EIP-2930, EIP-1559, EIP-7702).
final class TransactionForm {
  private TransactionForm() {}

  /// Checks the form and tells the chain.
  ///
  /// @throws WalletException `not-a-transaction`, `bad-rlp`, `bad-chain-id`, `any-chain`
  static ChainId check(byte[] preimage) {
    if (preimage.length < 2) {
      throw bad();
    }
    int type = preimage[0] & 0xff;
    if (type >= 0xc0) {
      return legacy(Rlp.decode(preimage).list());
    }
    if (type == 3) {
      throw new WalletException(
          "not-a-transaction", "Belay makes no blob transactions (EIP-4844), so it signs none");
    }
    if (type != 1 && type != 2 && type != 4) {
      throw bad();
    }
    List<Rlp.Item> items = Rlp.decode(Arrays.copyOfRange(preimage, 1, preimage.length)).list();
    return switch (type) {
      case 1 -> typed(items, 8, 1);
      case 2 -> typed(items, 9, 2);
      default -> delegating(items);
    };
  }

  private static ChainId legacy(List<Rlp.Item> items) {
    // EIP-155: without the chain id the signature would be good on every chain
    if (items.size() != 9 || items.get(7).bytes().length != 0 || items.get(8).bytes().length != 0) {
      throw bad();
    }
    call(items.subList(0, 6), 1);
    return chain(items.get(6));
  }

  private static ChainId typed(List<Rlp.Item> items, int size, int fees) {
    if (items.size() != size) {
      throw bad();
    }
    call(items.subList(1, size - 1), fees);
    accessList(items.get(size - 1));
    return chain(items.getFirst());
  }

  private static ChainId delegating(List<Rlp.Item> items) {
    if (items.size() != 10) {
      throw bad();
    }
    ChainId chain = typed(items.subList(0, 9), 9, 2);
    List<Rlp.Item> authorizations = items.get(9).list();
    // EIP-7702: it creates no contract, and at least one authorisation is there
    if (items.get(5).bytes().length != 20 || authorizations.isEmpty()) {
      throw bad();
    }
    authorizations.forEach(authorization -> authorization(authorization.list(), chain));
    return chain;
  }

  private static void authorization(List<Rlp.Item> items, ChainId chain) {
    if (items.size() != 6 || items.get(1).bytes().length != 20) {
      throw bad();
    }
    if (items.getFirst().number().signum() == 0) {
      throw anyChain();
    }
    // EIP-7702 would skip one of another chain: nobody can want that
    if (!chain(items.getFirst()).equals(chain) || items.get(2).number().bitLength() > 64) {
      throw bad();
    }
    try {
      int parity = items.get(3).number().intValueExact();
      new Signature(items.get(4).number(), items.get(5).number(), parity);
    } catch (WalletException | ArithmeticException e) {
      throw bad();
    }
  }

  /// Nonce, fees and gas limit; then whom, how much and data.
  private static void call(List<Rlp.Item> items, int fees) {
    int to = fees + 2;
    for (Rlp.Item number : items.subList(0, to)) {
      number.number();
    }
    int length = items.get(to).bytes().length;
    if (length != 0 && length != 20) {
      throw bad();
    }
    items.get(to + 1).number();
    items.get(to + 2).bytes();
  }

  // EIP-2930: addresses, each with 32-byte storage keys
  private static void accessList(Rlp.Item list) {
    for (Rlp.Item entry : list.list()) {
      List<Rlp.Item> parts = entry.list();
      if (parts.size() != 2
          || parts.getFirst().bytes().length != 20
          || parts.get(1).list().stream().anyMatch(key -> key.bytes().length != 32)) {
        throw bad();
      }
    }
  }

  private static ChainId chain(Rlp.Item item) {
    try {
      return ChainId.of(item.number().longValueExact());
    } catch (ArithmeticException e) {
      throw bad();
    }
  }

  /// The signed bytes of a preimage whose form was checked.
  static byte[] signed(byte[] preimage, ChainId chain, Signature signature) {
    boolean legacy = (preimage[0] & 0xff) >= 0xc0;
    byte[] rlp = legacy ? preimage : Arrays.copyOfRange(preimage, 1, preimage.length);
    List<Rlp.Item> items = new ArrayList<>(Rlp.decode(rlp).list());
    if (legacy) {
      items.subList(6, 9).clear(); // chain id and two zeros give way to the signature
    }
    long v = legacy ? 35 + 2 * chain.value() + signature.yParity() : signature.yParity();
    items.addAll(List.of(Rlp.of(v), Rlp.of(signature.r()), Rlp.of(signature.s())));
    byte[] list = Rlp.encode(Rlp.list(items));
    if (legacy) {
      return list;
    }
    byte[] typed = new byte[list.length + 1];
    typed[0] = preimage[0];
    System.arraycopy(list, 0, typed, 1, list.length);
    return typed;
  }

  static WalletException anyChain() {
    return new WalletException(
        "any-chain", "an authorisation for chain id 0 would be good on every chain");
  }

  private static WalletException bad() {
    return new WalletException(
        "not-a-transaction", "only whole transactions with a chain id can be signed");
  }
}
