package io.belay.keystore.v3;

import io.belay.base.WindowThread;
import io.belay.keystore.secret.SecretBytes;

/// scrypt and PBKDF2, scrypt after a look at the heap.
final class KeystoreKdf implements Kdf {
  @Override
  public SecretBytes derive(SecretBytes password, KdfParams params, Progress progress) {
    WindowThread.mustNotWait("a password's key");
    return switch (params) {
      case KdfParams.ScryptParams s -> scrypt(password, s, progress);
      case KdfParams.Pbkdf2Params b ->
          password.use(
              p -> SecretBytes.moveFrom(Pbkdf2.derive(p, b.salt(), b.c(), b.length(), progress)));
    };
  }

  private static SecretBytes scrypt(
      SecretBytes password, KdfParams.ScryptParams params, Progress progress) {
    ScryptCost cost = params.cost();
    if (cost.bytes() > Runtime.getRuntime().maxMemory() / 4 * 3) {
      throw Refusal.needsMemory(cost.bytes());
    }
    try {
      return password.use(p ->
          SecretBytes.moveFrom(Scrypt.derive(p, params.salt(), cost, params.length(), progress)));
    } catch (OutOfMemoryError e) {
      throw Refusal.needsMemory(cost.bytes());
    }
  }
}
