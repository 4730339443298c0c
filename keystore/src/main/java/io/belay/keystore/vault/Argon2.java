package io.belay.keystore.vault;

import io.belay.base.WalletException;
import io.belay.base.WindowThread;
import io.belay.keystore.secret.SecretBytes;
import java.time.Duration;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/// Argon2id version 1.3 (RFC 9106) by Bouncy Castle, after a look at the heap.
final class Argon2 implements Kdf {
  private static final int LENGTH = 64;

  @Override
  public SecretBytes derive(SecretBytes password, KdfCost cost, byte[] salt) {
    WindowThread.mustNotWait("a password's key");
    // Bouncy Castle bounds nothing: refuse before it allocates
    if (cost.bytes() > Runtime.getRuntime().maxMemory() / 4 * 3) {
      throw needsMemory(cost);
    }
    try {
      return password.use(p -> run(p, cost, salt));
    } catch (OutOfMemoryError e) {
      throw needsMemory(cost);
    }
  }

  private static SecretBytes run(byte[] password, KdfCost cost, byte[] salt) {
    Argon2BytesGenerator generator = new Argon2BytesGenerator();
    generator.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(cost.mKiB())
            .withIterations(cost.t())
            .withParallelism(cost.p())
            .withSalt(salt)
            .build());
    byte[] out = new byte[LENGTH];
    generator.generateBytes(password, out);
    return SecretBytes.moveFrom(out);
  }

  /// Time of one pass over 16 MiB.
  static Duration probe() {
    WindowThread.mustNotWait("a password's key");
    long start = System.nanoTime();
    run(new byte[16], new KdfCost(16 * 1024, 1, 1), new byte[16]).close();
    return Duration.ofNanos(System.nanoTime() - start);
  }

  private static WalletException needsMemory(KdfCost cost) {
    return new WalletException(
        "kdf-needs-memory",
        "opening this vault takes " + cost.mKiB() / 1024 + " MiB of memory, more than there is");
  }
}
