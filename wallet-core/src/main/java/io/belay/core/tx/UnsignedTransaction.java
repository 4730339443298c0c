package io.belay.core.tx;

import io.belay.base.Address;
import io.belay.base.ChainId;
import io.belay.base.Hex;
import io.belay.base.Rlp;
import io.belay.base.Signature;
import io.belay.base.WalletException;
import io.belay.core.money.Wei;
import io.belay.keystore.SigningPayload;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import org.web3j.crypto.RawTransaction;
import org.web3j.crypto.Sign;
import org.web3j.crypto.TransactionEncoder;

/// An EIP-1559 transaction before it is signed.
///
/// @param chainId where it is good
/// @param nonce of the sender
/// @param maxPriorityFeePerGas wei per gas
/// @param maxFeePerGas wei per gas
/// @param gasLimit gas
/// @param to the recipient
/// @param value wei
/// @param data call data, `0x…`
public record UnsignedTransaction(
    ChainId chainId,
    long nonce,
    Wei maxPriorityFeePerGas,
    Wei maxFeePerGas,
    long gasLimit,
    Address to,
    Wei value,
    String data) {

  /// Checks the ranges.
  public UnsignedTransaction {
    if (nonce < 0 || gasLimit < 0) {
      throw new WalletException("bad-transaction", "nonce and gas limit are not negative");
    }
    Hex.decode(data);
  }

  /// The exact bytes to be signed.
  public SigningPayload.Transaction payload() {
    return SigningPayload.Transaction.of(TransactionEncoder.encode(raw()));
  }

  /// The raw signed transaction (EIP-2718 type 2).
  public SignedTransaction signed(Signature signature) {
    Sign.SignatureData data =
        new Sign.SignatureData(
            (byte) (27 + signature.yParity()), fixed(signature.r()), fixed(signature.s()));
    return SignedTransaction.of(TransactionEncoder.encode(raw(), data));
  }

  private RawTransaction raw() {
    return RawTransaction.createTransaction(
        chainId.value(),
        BigInteger.valueOf(nonce),
        BigInteger.valueOf(gasLimit),
        to.toLowerHex(),
        value.value(),
        data,
        maxPriorityFeePerGas.value(),
        maxFeePerGas.value());
  }

  private static byte[] fixed(BigInteger number) {
    return io.belay.base.Bytes32.of(number).toArray();
  }

  /// Reads the exact bytes to be signed back, so that what is shown is what is signed.
  ///
  /// @throws WalletException `not-a-transaction` for anything but a type 2 preimage without access
  ///   list
  public static UnsignedTransaction decode(byte[] preimage) {
    if (preimage.length < 2 || preimage[0] != 2) {
      throw new WalletException("not-a-transaction", "not an EIP-1559 transaction");
    }
    List<Rlp.Item> items = Rlp.decode(Arrays.copyOfRange(preimage, 1, preimage.length)).list();
    if (items.size() < 9 || !items.get(8).list().isEmpty()) {
      throw new WalletException("not-a-transaction", "not a plain EIP-1559 transaction");
    }
    return new UnsignedTransaction(
        ChainId.of(items.get(0).number().longValueExact()),
        items.get(1).number().longValueExact(),
        Wei.of(items.get(2).number()),
        Wei.of(items.get(3).number()),
        items.get(4).number().longValueExact(),
        Address.of(items.get(5).bytes()),
        Wei.of(items.get(6).number()),
        Hex.encode(items.get(7).bytes()));
  }

  /// Most that leaves the account: value and all gas at the maximum fee.
  public Wei cost() {
    return value.plus(maxFeePerGas.times(gasLimit));
  }
}
