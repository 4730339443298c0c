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
import org.web3j.crypto.TransactionEncoder;

/// A transaction before it is signed: EIP-1559, or legacy with EIP-155 where a chain has no fee
/// market.
///
/// @param chainId where it is good
/// @param nonce of the sender
/// @param maxPriorityFeePerGas wei per gas; of a legacy one the price
/// @param maxFeePerGas wei per gas; of a legacy one the price
/// @param gasLimit gas
/// @param to the recipient
/// @param value wei
/// @param data call data, `0x…`
/// @param legacy whether it names one price for gas
public record UnsignedTransaction(
    ChainId chainId,
    long nonce,
    Wei maxPriorityFeePerGas,
    Wei maxFeePerGas,
    long gasLimit,
    Address to,
    Wei value,
    String data,
    boolean legacy) {
  private static final int LEGACY_FIELDS = 9;

  /// Checks the ranges.
  public UnsignedTransaction {
    if (nonce < 0 || gasLimit < 0) {
      throw new WalletException("bad-transaction", "nonce and gas limit are not negative");
    }
    if (legacy && !maxFeePerGas.equals(maxPriorityFeePerGas)) {
      throw new WalletException("bad-transaction", "a legacy transaction has one price");
    }
    Hex.decode(data);
  }

  /// An EIP-1559 transaction.
  public UnsignedTransaction(
      ChainId chainId,
      long nonce,
      Wei maxPriorityFeePerGas,
      Wei maxFeePerGas,
      long gasLimit,
      Address to,
      Wei value,
      String data) {
    this(chainId, nonce, maxPriorityFeePerGas, maxFeePerGas, gasLimit, to, value, data, false);
  }

  /// The exact bytes to be signed.
  public SigningPayload.Transaction payload() {
    byte[] preimage =
        legacy
            ? TransactionEncoder.encode(raw(), chainId.value())
            : TransactionEncoder.encode(raw());
    return SigningPayload.Transaction.of(preimage);
  }

  /// The raw signed transaction (EIP-2718 type 2, or EIP-155).
  public SignedTransaction signed(Signature signature) {
    return SignedTransaction.of(payload().signed(signature));
  }

  private RawTransaction raw() {
    BigInteger number = BigInteger.valueOf(nonce);
    BigInteger gas = BigInteger.valueOf(gasLimit);
    if (legacy) {
      return RawTransaction.createTransaction(
          number, maxFeePerGas.value(), gas, to.toLowerHex(), value.value(), data);
    }
    return RawTransaction.createTransaction(
        chainId.value(),
        number,
        gas,
        to.toLowerHex(),
        value.value(),
        data,
        maxPriorityFeePerGas.value(),
        maxFeePerGas.value());
  }

  /// Reads the exact bytes to be signed back, so that what is shown is what is signed.
  ///
  /// @throws WalletException `not-a-transaction` for anything but a type 2 preimage without access
  ///   list and a legacy one with a chain id
  public static UnsignedTransaction decode(byte[] preimage) {
    if (preimage.length > 1 && (preimage[0] & 0xff) >= 0xc0) {
      return legacy(Rlp.decode(preimage).list());
    }
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

  private static UnsignedTransaction legacy(List<Rlp.Item> items) {
    if (items.size() != LEGACY_FIELDS
        || items.get(7).bytes().length != 0
        || items.get(8).bytes().length != 0) {
      throw new WalletException("not-a-transaction", "not a legacy transaction with a chain id");
    }
    Wei price = Wei.of(items.get(1).number());
    return new UnsignedTransaction(
        ChainId.of(items.get(6).number().longValueExact()),
        items.get(0).number().longValueExact(),
        price,
        price,
        items.get(2).number().longValueExact(),
        Address.of(items.get(3).bytes()),
        Wei.of(items.get(4).number()),
        Hex.encode(items.get(5).bytes()),
        true);
  }

  /// The same with other fees: for a legacy one the first is its price.
  public UnsignedTransaction withFees(Wei max, Wei priority) {
    return new UnsignedTransaction(
        chainId, nonce, legacy ? max : priority, max, gasLimit, to, value, data, legacy);
  }

  /// Most that leaves the account: value and all gas at the maximum fee.
  public Wei cost() {
    return value.plus(maxFeePerGas.times(gasLimit));
  }
}
