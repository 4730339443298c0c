package io.belay.core.bench;

import io.belay.keystore.hd.HdPath;
import io.belay.keystore.hd.Mnemonic;
import io.belay.keystore.hd.Seed;
import io.belay.keystore.secret.SecretBytes;
import io.belay.keystore.v3.Keystore;
import io.belay.keystore.v3.KeystoreExport;
import io.belay.keystore.v3.KeystorePassword;
import io.belay.keystore.v3.PrivateKey;
import io.belay.keystore.v3.Progress;
import io.belay.keystore.vault.KdfCost;
import io.belay.keystore.vault.Password;
import io.belay.keystore.vault.Unlocked;
import io.belay.keystore.vault.Vaults;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import org.bouncycastle.crypto.generators.SCrypt;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// What a password costs whoever has it: one opening a time.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(2)
@Warmup(iterations = 3)
@Measurement(iterations = 5)
public class OpeningBench {
  private static final String PASSWORD = "correct horse";

  private final Keystore keystore;
  private final Vaults vaults = Words.vaults(KdfCost.DEFAULT);

  /// Makes a vault and a keystore at the costs that new ones have.
  public OpeningBench() {
    Path file = Words.folder().resolve("key.json");
    try (Mnemonic words = Words.mnemonic();
        Seed seed = words.seed();
        SecretBytes secret = seed.privateKey(HdPath.ethereum(0));
        PrivateKey key = secret.use(PrivateKey::of);
        KeystorePassword password = KeystorePassword.of(PASSWORD.toCharArray())) {
      new KeystoreExport(new SecureRandom(), InstantSource.system())
          .write(key, password, file, Progress.SILENT);
    }
    keystore = Keystore.read(file);
  }

  /// A keystore of N = 2^18, r = 8, p = 1: derive, check, decrypt.
  @Benchmark
  public final String keystore() {
    try (KeystorePassword password = KeystorePassword.of(PASSWORD.toCharArray());
        PrivateKey key = keystore.open(password, Progress.SILENT)) {
      return key.address().toString();
    }
  }

  /// The derivation alone, as Bouncy Castle does it.
  @Benchmark
  public final byte[] bouncyCastleScrypt() {
    return SCrypt.generate(
        PASSWORD.getBytes(StandardCharsets.US_ASCII), new byte[32], 1 << 18, 8, 1, 32);
  }

  /// A vault of the default cost: derive, check, decrypt, derive the addresses again.
  @Benchmark
  public final int vault() {
    try (Password password = Words.password();
        Unlocked open = vaults.open(Vaults.DEFAULT_NAME).unlock(password)) {
      return open.accounts().size();
    }
  }
}
