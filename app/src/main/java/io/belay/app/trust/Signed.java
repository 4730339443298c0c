package io.belay.app.trust;

import io.belay.base.WalletException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.bcpg.sig.IssuerFingerprint;
import org.bouncycastle.openpgp.PGPObjectFactory;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureList;
import org.bouncycastle.openpgp.operator.bc.BcKeyFingerprintCalculator;

/// That some bytes were signed with a key.
///
/// @param key the key's fingerprint
/// @param signer the fingerprint of the key or subkey that signed
/// @param made when, as the signature says
public record Signed(String key, String signer, Instant made) {
  /// The longest signature file that is read, in bytes.
  static final int MOST_BYTES = 64 * 1024;

  // clocks of people are wrong by hours
  private static final Duration SKEW = Duration.ofDays(1);

  /// Checks a detached signature. One good one is enough, whoever else has signed.
  ///
  /// @param data what is to have been signed, to the byte
  /// @param file the signature, armored or not
  /// @throws WalletException `bad-release-signature`, `release-key-refused`,
  ///   `release-signature-early`, `release-signature-expired`, `release-signature-untimely`
  static Signed check(byte[] data, byte[] file, ReleaseKey key, Instant now) {
    Optional<WalletException> why = Optional.empty();
    for (PGPSignature signature : signatures(file)) {
      try {
        return check(data, signature, key, now);
      } catch (WalletException e) {
        why = why.or(() -> Optional.of(e));
      }
    }
    throw why.orElseGet(() -> bad("the file is no detached OpenPGP signature (version 4)"));
  }

  private static List<PGPSignature> signatures(byte[] file) {
    List<Packets.Packet> packets =
        Optional.of(file)
            .filter(bytes -> bytes.length <= MOST_BYTES)
            .flatMap(Packets::of)
            .orElse(List.of());
    // nothing else is in such a file; above all nothing compressed
    if (packets.stream().anyMatch(p -> p.tag() != Packets.SIGNATURE)) {
      return List.of();
    }
    byte[] known =
        Packets.join(packets.stream().filter(p -> p.version() == Packets.VERSION).toList());
    try {
      List<PGPSignature> all = new ArrayList<>();
      if (new PGPObjectFactory(known, new BcKeyFingerprintCalculator()).nextObject()
          instanceof PGPSignatureList list) {
        list.forEach(all::add);
      }
      return List.copyOf(all);
    } catch (IOException | RuntimeException e) {
      throw new WalletException("bad-release-signature", "the signature file cannot be read", e);
    }
  }

  private static Signed check(byte[] data, PGPSignature s, ReleaseKey key, Instant now) {
    PGPPublicKey signer =
        key.named(s)
            .filter(k -> isNamedFully(s, k))
            .orElseThrow(() -> bad("the signature is by another key"));
    if (s.getSignatureType() != PGPSignature.BINARY_DOCUMENT) {
      throw bad("the signature is not one over a file's bytes");
    }
    if (!SelfSignatures.isSound(s)) {
      throw bad("the signature uses a weak hash, or asks for what is not known here");
    }
    Life life = key.mustSign(signer, now);
    boolean holds =
        SelfSignatures.holds(
            s,
            signer,
            over -> {
              over.update(data);
              return over.verify();
            });
    if (!holds) {
      throw bad("the signature does not fit: the list of checksums or the signature was changed");
    }
    return new Signed(key.fingerprint(), ReleaseKey.fingerprint(signer), timely(s, life, now));
  }

  /// When a signature that holds was made, if that and now are times at which it counts.
  private static Instant timely(PGPSignature s, Life life, Instant now) {
    Instant made =
        SelfSignatures.made(s)
            .orElseThrow(() -> bad("the signature does not say when it was made"));
    if (made.isAfter(now.plus(SKEW))) {
      throw new WalletException(
          "release-signature-early", "the signature is from the future: " + made);
    }
    if (SelfSignatures.isOver(s, now)) {
      throw new WalletException(
          "release-signature-expired", "the signature, made " + made + ", has expired");
    }
    if (!life.contains(made)) {
      throw new WalletException(
          "release-signature-untimely",
          "the signature says " + made + ", when its key was not valid");
    }
    return made;
  }

  /// A key's short id can be met on purpose; its fingerprint cannot.
  private static boolean isNamedFully(PGPSignature s, PGPPublicKey key) {
    IssuerFingerprint named = s.getHashedSubPackets().getIssuerFingerprint();
    return named == null || Arrays.equals(named.getFingerprint(), key.getFingerprint());
  }

  private static WalletException bad(String why) {
    return new WalletException("bad-release-signature", why);
  }
}
