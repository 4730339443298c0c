package io.belay.app.trust;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.SignatureSubpacketTags;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentVerifierBuilderProvider;

/// What a key says about itself and its subkeys, as far as its own signatures hold (RFC 9580, 5.2).
///
/// @param primary the key itself
/// @param now what expired before is not heard any more
record SelfSignatures(PGPPublicKey primary, Instant now) {
  private static final Set<Integer> STRONG =
      Set.of(HashAlgorithmTags.SHA256, HashAlgorithmTags.SHA384, HashAlgorithmTags.SHA512);

  // what is critical and not understood here makes a signature void (RFC 9580, 5.2.3.7)
  private static final Set<Integer> UNDERSTOOD =
      Set.of(
          SignatureSubpacketTags.CREATION_TIME,
          SignatureSubpacketTags.EXPIRE_TIME,
          SignatureSubpacketTags.KEY_EXPIRE_TIME,
          SignatureSubpacketTags.ISSUER_KEY_ID,
          SignatureSubpacketTags.ISSUER_FINGERPRINT,
          SignatureSubpacketTags.KEY_FLAGS,
          SignatureSubpacketTags.EMBEDDED_SIGNATURE,
          SignatureSubpacketTags.SIGNER_USER_ID,
          SignatureSubpacketTags.PRIMARY_USER_ID,
          SignatureSubpacketTags.FEATURES,
          SignatureSubpacketTags.PREFERRED_SYM_ALGS,
          SignatureSubpacketTags.PREFERRED_HASH_ALGS,
          SignatureSubpacketTags.PREFERRED_COMP_ALGS);

  /// A way to check a signature that was told its key.
  interface Check {
    /// Whether it holds.
    boolean holds(PGPSignature signature) throws PGPException;
  }

  /// Whether a signature is by a key and holds, whatever its hash and its times.
  static boolean holds(PGPSignature signature, PGPPublicKey by, Check check) {
    if (signature.getKeyAlgorithm() != by.getAlgorithm()) {
      return false;
    }
    try {
      signature.init(new BcPGPContentVerifierBuilderProvider(), by);
      return check.holds(signature);
    } catch (PGPException | RuntimeException e) {
      return false; // numbers out of all bounds surface as anything
    }
  }

  /// Whether its hash cannot be forged, and all that it says is critical is understood.
  static boolean isSound(PGPSignature signature) {
    if (!STRONG.contains(signature.getHashAlgorithm())) {
      return false;
    }
    for (int tag : signature.getHashedSubPackets().getCriticalTags()) {
      if (!UNDERSTOOD.contains(tag)) {
        return false;
      }
    }
    return true;
  }

  /// When it was made, where it says so in what it signs.
  static Optional<Instant> made(PGPSignature signature) {
    return Optional.ofNullable(signature.getHashedSubPackets().getSignatureCreationTime())
        .map(java.util.Date::toInstant);
  }

  /// Whether it has expired; one without a date has not.
  static boolean isOver(PGPSignature signature, Instant now) {
    long seconds = signature.getHashedSubPackets().getSignatureExpirationTime();
    return seconds != 0
        && made(signature).filter(made -> !made.plusSeconds(seconds).isAfter(now)).isPresent();
  }

  private boolean isHeard(PGPSignature signature) {
    return isSound(signature)
        && made(signature).filter(made -> !made.isAfter(now)).isPresent()
        && !isOver(signature, now);
  }

  /// The last word of the key on itself.
  Optional<PGPSignature> newest() {
    List<PGPSignature> all = new ArrayList<>();
    all.addAll(onKey(primary, PGPSignature.DIRECT_KEY, s -> s.verifyCertification(primary)));
    for (Iterator<byte[]> ids = primary.getRawUserIDs(); ids.hasNext(); ) {
      all.addAll(onUser(ids.next()));
    }
    return newest(all);
  }

  /// Of a user id that was not taken back.
  private List<PGPSignature> onUser(byte[] id) {
    List<PGPSignature> own =
        list(primary.getSignaturesForID(id)).stream()
            .filter(this::isOwn)
            .filter(s -> holds(s, primary, c -> c.verifyCertification(id, primary)))
            .toList();
    boolean revoked =
        own.stream().anyMatch(s -> s.getSignatureType() == PGPSignature.CERTIFICATION_REVOCATION);
    return revoked
        ? List.of()
        : own.stream().filter(PGPSignature::isCertification).filter(this::isHeard).toList();
  }

  /// The last word of the key on a subkey.
  Optional<PGPSignature> binding(PGPPublicKey subkey) {
    return newest(
        onKey(subkey, PGPSignature.SUBKEY_BINDING, s -> s.verifyCertification(primary, subkey)));
  }

  /// Whether the key was taken back; a weak hash is enough for that.
  boolean isRevoked() {
    return !own(primary, PGPSignature.KEY_REVOCATION, s -> s.verifyCertification(primary))
        .isEmpty();
  }

  /// Whether a subkey was taken back.
  boolean isRevoked(PGPPublicKey subkey) {
    return !own(subkey, PGPSignature.SUBKEY_REVOCATION, s -> s.verifyCertification(primary, subkey))
        .isEmpty();
  }

  private List<PGPSignature> onKey(PGPPublicKey key, int type, Check check) {
    return own(key, type, check).stream().filter(this::isHeard).toList();
  }

  private List<PGPSignature> own(PGPPublicKey key, int type, Check check) {
    Predicate<PGPSignature> typed = s -> s.getSignatureType() == type;
    return list(key.getKeySignatures()).stream()
        .filter(typed.and(this::isOwn))
        .filter(s -> holds(s, primary, check))
        .toList();
  }

  private boolean isOwn(PGPSignature signature) {
    return signature.getKeyID() == primary.getKeyID();
  }

  private static Optional<PGPSignature> newest(List<PGPSignature> signatures) {
    return signatures.stream().max(Comparator.comparing(s -> made(s).orElse(Instant.MIN)));
  }

  private static List<PGPSignature> list(Iterator<PGPSignature> signatures) {
    List<PGPSignature> list = new ArrayList<>();
    signatures.forEachRemaining(list::add);
    return list;
  }
}
