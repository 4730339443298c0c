package io.belay.app.fake;

import io.belay.base.Hex;
import java.math.BigInteger;
import org.web3j.crypto.Credentials;
import org.web3j.crypto.RawTransaction;
import org.web3j.crypto.TransactionEncoder;

/// Raw transactions signed by the key 1, whose address is [#SENDER].
public final class FakeRaw {
  public static final String SENDER = "0x7E5F4552091A69125d5DfCb7b8C2659029395Bdf";
  private static final Credentials KEY = Credentials.create("0x1");
  private static final BigInteger GWEI = BigInteger.TEN.pow(9);

  private FakeRaw() {}

  /// Pays 0.05 by EIP-1559 on a chain.
  public static String on(long chain) {
    return Hex.encode(
        TransactionEncoder.signMessage(
            RawTransaction.createTransaction(
                chain,
                BigInteger.valueOf(7),
                BigInteger.valueOf(21_000),
                FakeVault.DAILY.toLowerHex(),
                BigInteger.TEN.pow(16).multiply(BigInteger.valueOf(5)),
                "",
                GWEI,
                GWEI.multiply(BigInteger.valueOf(16))),
            KEY));
  }

  /// Pays 0.05 on the fake session's chain.
  public static String here() {
    return on(FakeSession.CHAIN.id().value());
  }

  /// Calls a contract with ten thousand bytes on the fake session's chain.
  public static String large() {
    return Hex.encode(
        TransactionEncoder.signMessage(
            RawTransaction.createTransaction(
                FakeSession.CHAIN.id().value(),
                BigInteger.valueOf(7),
                BigInteger.valueOf(900_000),
                FakeVault.DAILY.toLowerHex(),
                BigInteger.ZERO,
                "0x" + "c0ffee0542".repeat(2_000),
                GWEI,
                GWEI.multiply(BigInteger.valueOf(16))),
            KEY));
  }

  /// Pays 0.05 on any chain, as before EIP-155.
  public static String anywhere() {
    return Hex.encode(
        TransactionEncoder.signMessage(
            RawTransaction.createTransaction(
                BigInteger.valueOf(7),
                GWEI,
                BigInteger.valueOf(21_000),
                FakeVault.DAILY.toLowerHex(),
                BigInteger.TEN.pow(16).multiply(BigInteger.valueOf(5)),
                ""),
            KEY));
  }
}
