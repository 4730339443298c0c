package io.belay.keystore;

import io.belay.base.Bytes32;
import io.belay.base.ChainId;
import io.belay.base.Keccak;
import io.belay.base.Rlp;
import io.belay.base.WalletException;
import java.util.Arrays;
import java.util.List;

/// What may be signed. Sealed, and never a bare digest: the digest is computed here from bytes
/// whose form was checked.
public sealed interface SigningPayload {
  /// The chain the signature is good for.
  ChainId chainId();

  /// The 32 bytes that the curve signs.
  Bytes32 digest();

  /// The unsigned bytes of a transaction: legacy with EIP-155 chain id, EIP-2930 or EIP-1559.
  final class Transaction implements SigningPayload {
    private final byte[] preimage;
    private final ChainId chainId;

    private Transaction(byte[] preimage, ChainId chainId) {
      this.preimage = preimage;
      this.chainId = chainId;
    }

    /// Checks the form of the preimage.
    ///
    /// @throws WalletException `not-a-transaction` for anything else, legacy without chain id among
    ///   it
    public static Transaction of(byte[] preimage) {
      if (preimage.length < 2) {
        throw bad();
      }
      int type = preimage[0] & 0xff;
      boolean typed = type < 0x80;
      List<Rlp.Item> items =
          Rlp.decode(typed ? Arrays.copyOfRange(preimage, 1, preimage.length) : preimage).list();
      return switch (typed ? type : 0) {
        case 0 -> legacy(preimage, items, typed);
        case 1 -> typed(preimage, items, 8);
        case 2 -> typed(preimage, items, 9);
        default -> throw bad();
      };
    }

    private static Transaction legacy(byte[] preimage, List<Rlp.Item> items, boolean typed) {
      // EIP-155: without the chain id the signature would be good on every chain
      if (typed
          || items.size() != 9
          || items.get(7).bytes().length != 0
          || items.get(8).bytes().length != 0) {
        throw bad();
      }
      return new Transaction(preimage.clone(), chain(items.get(6)));
    }

    private static Transaction typed(byte[] preimage, List<Rlp.Item> items, int size) {
      if (items.size() != size) {
        throw bad();
      }
      return new Transaction(preimage.clone(), chain(items.get(0)));
    }

    private static ChainId chain(Rlp.Item item) {
      try {
        return ChainId.of(item.number().longValueExact());
      } catch (ArithmeticException e) {
        throw bad();
      }
    }

    @Override
    public ChainId chainId() {
      return chainId;
    }

    @Override
    public Bytes32 digest() {
      return Keccak.hash(preimage);
    }

    /// A copy of the unsigned bytes.
    public byte[] preimage() {
      return preimage.clone();
    }

    private static WalletException bad() {
      return new WalletException(
          "not-a-transaction", "only whole transactions with a chain id can be signed");
    }
  }
}
