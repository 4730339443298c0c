package io.belay.core.bench;

import io.belay.base.Signature;
import io.belay.keystore.AccountRef;
import io.belay.keystore.SigningPayload;
import io.belay.keystore.hd.HdPath;
import io.belay.keystore.hd.Mnemonic;
import io.belay.keystore.hd.Seed;
import io.belay.keystore.secret.SecretBytes;
import io.belay.keystore.vault.Password;
import io.belay.keystore.vault.Unlocked;
import io.belay.keystore.vault.Vaults;
import java.math.BigInteger;
import java.util.Arrays;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.web3j.crypto.Credentials;
import org.web3j.crypto.RawTransaction;
import org.web3j.crypto.TransactionEncoder;

/// A fee-market transaction (EIP-1559), from its fields or unsigned bytes to its signed bytes.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 4, time = 2)
public class SigningBench {
  private static final String TO = "0x70997970c51812dc3a010c7d01b50e0d17dc79c8";

  private final Unlocked vault;
  private final AccountRef account;
  private final byte[] preimage;
  private final RawTransaction raw =
      RawTransaction.createTransaction(
          1,
          BigInteger.valueOf(7),
          BigInteger.valueOf(21_000),
          TO,
          BigInteger.TEN.pow(18),
          "",
          BigInteger.valueOf(1_000_000_000),
          BigInteger.valueOf(30_000_000_000L));
  private final Credentials credentials;
  private final ECPrivateKeyParameters plainKey;

  /// Opens a vault, and takes its first key for the others.
  public SigningBench() {
    Vaults vaults = Words.vaults(Words.LOWEST);
    try (Password password = Words.password();
        Mnemonic words = Words.mnemonic();
        Seed seed = words.seed();
        SecretBytes key = seed.privateKey(HdPath.ethereum(0))) {
      vault = vaults.open(Vaults.DEFAULT_NAME).unlock(password);
      account = vault.accounts().getFirst().ref();
      BigInteger number = key.use(k -> new BigInteger(1, k));
      credentials = Credentials.create(number.toString(16));
      X9ECParameters curve = CustomNamedCurves.getByName("secp256k1");
      plainKey = new ECPrivateKeyParameters(number, new ECDomainParameters(curve));
    }
    preimage = TransactionEncoder.encode(raw);
    if (!Arrays.equals(belay(), web3j())) {
      throw new IllegalStateException("the signed transactions differ");
    }
  }

  /// This wallet, from an open vault, address checked.
  @Benchmark
  public final byte[] belay() {
    SigningPayload.Transaction payload = SigningPayload.Transaction.of(preimage);
    return payload.signed(vault.sign(account, payload));
  }

  /// The library with a key in memory; finds the parity by recovery.
  @Benchmark
  public final byte[] web3j() {
    return TransactionEncoder.signMessage(raw, credentials);
  }

  /// The bare signature: no encoding, no parity, no check.
  @Benchmark
  public final BigInteger[] bouncyCastle() {
    ECDSASigner signer = new ECDSASigner(new HMacDSAKCalculator(new SHA256Digest()));
    signer.init(true, plainKey);
    byte[] digest = SigningPayload.Transaction.of(preimage).digest().toArray();
    BigInteger[] pair = signer.generateSignature(digest);
    if (pair[1].compareTo(Signature.ORDER.shiftRight(1)) > 0) {
      pair[1] = Signature.ORDER.subtract(pair[1]);
    }
    return pair;
  }
}
