package io.belay.keystore.vault;

import io.belay.base.Address;
import io.belay.base.Signature;
import io.belay.base.WalletException;
import io.belay.keystore.SigningPayload;
import io.belay.keystore.hd.PublicKey;
import io.belay.keystore.secret.SecretBytes;
import java.security.SecureRandom;

/// A random key for rehearsals: it is in no vault, nobody ever paid it, and it is gone when closed.
/// Signs by the same code as a vault's keys.
public final class ThrowAwayKey implements AutoCloseable {
  private static final int LENGTH = 32;

  private final SecretBytes key;
  private final Address address;

  private ThrowAwayKey(SecretBytes key, Address address) {
    this.key = key;
    this.address = address;
  }

  /// Makes one.
  public static ThrowAwayKey random(SecureRandom random) {
    while (true) {
      SecretBytes key = SecretBytes.random(LENGTH, random);
      try {
        return new ThrowAwayKey(key, key.use(PublicKey::address));
      } catch (WalletException e) {
        key.close(); // not a number from 1 to n-1, as one in 2^128 is: draw again
      }
    }
  }

  /// Its address, which nobody has heard of.
  public Address address() {
    return address;
  }

  /// Signs.
  public Signature sign(SigningPayload payload) {
    return key.use(k -> Ecdsa.sign(k, payload.digest(), address));
  }

  /// Wipes the key.
  @Override
  public void close() {
    key.close();
  }

  @Override
  public String toString() {
    return "ThrowAwayKey[redacted]";
  }
}
