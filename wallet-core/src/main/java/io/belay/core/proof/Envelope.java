package io.belay.core.proof;

import io.belay.base.Rlp;
import io.belay.base.WalletException;
import java.math.BigInteger;

/// The typed envelope of transactions and receipts (EIP-2718): a type byte before RLP, or RLP alone
/// for legacy ones.
final class Envelope {
  /// Set code (EIP-7702), the newest type this Belay knows.
  private static final int NEWEST = 4;

  private Envelope() {}

  /// The type of a transaction or receipt; one without a type is a legacy one.
  ///
  /// @throws WalletException `cannot-prove` for a type this Belay does not know: no lie, but its
  ///   bytes cannot be made here
  static int type(RpcObject object) {
    if (!object.has("type")) {
      return 0;
    }
    BigInteger type = object.number("type");
    if (type.compareTo(BigInteger.valueOf(NEWEST)) > 0) {
      throw cannotProve("a type of transaction this Belay does not know");
    }
    return type.intValue();
  }

  static byte[] encode(int type, Rlp.Item body) {
    byte[] rlp = Rlp.encode(body);
    if (type == 0) {
      return rlp;
    }
    byte[] out = new byte[rlp.length + 1];
    out[0] = (byte) type;
    System.arraycopy(rlp, 0, out, 1, rlp.length);
    return out;
  }

  static WalletException cannotProve(String why) {
    return new WalletException("cannot-prove", "proof: " + why);
  }
}
