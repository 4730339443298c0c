package io.belay.app.trust;

import io.belay.base.WalletException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bouncycastle.bcpg.PublicKeyAlgorithmTags;
import org.bouncycastle.bcpg.RSAPublicBCPGKey;
import org.bouncycastle.bcpg.SignatureSubpacketTags;
import org.bouncycastle.bcpg.sig.KeyFlags;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPPublicKeyRing;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureList;
import org.bouncycastle.openpgp.PGPSignatureSubpacketVector;
import org.bouncycastle.openpgp.operator.bc.BcKeyFingerprintCalculator;

/// An OpenPGP public key (version 4) with its subkeys, as a releaser gives it out.
final class ReleaseKey {
  /// The longest key file that is read, in bytes.
  static final int MOST_BYTES = 256 * 1024;

  private static final int LEAST_RSA_BITS = 2048;
  private static final int MOST_RSA_BITS = 8192;
  private static final int MOST_EXPONENT_BITS = 64;
  private static final int MOST_NAME = 120;

  private final PGPPublicKeyRing ring;

  private ReleaseKey(PGPPublicKeyRing ring) {
    this.ring = ring;
  }

  /// Reads a key file, armored or not, that holds exactly one key.
  ///
  /// @throws WalletException `bad-release-key`
  static ReleaseKey parse(byte[] file) {
    List<Packets.Packet> packets =
        Optional.of(file)
            .filter(bytes -> bytes.length <= MOST_BYTES)
            .flatMap(Packets::of)
            .filter(some -> !some.isEmpty())
            .orElseThrow(ReleaseKey::bad);
    boolean one =
        packets.getFirst().tag() == Packets.PUBLIC_KEY
            && packets.stream().filter(p -> p.tag() == Packets.PUBLIC_KEY).count() == 1;
    if (!one || packets.stream().anyMatch(p -> isKey(p) && p.version() != Packets.VERSION)) {
      throw bad();
    }
    // pictures, notes, and signatures of other versions say nothing that counts here
    byte[] counted = Packets.join(packets.stream().filter(ReleaseKey::counts).toList());
    try {
      return new ReleaseKey(new PGPPublicKeyRing(counted, new BcKeyFingerprintCalculator()));
    } catch (IOException | RuntimeException e) {
      throw new WalletException("bad-release-key", "the key file cannot be read", e);
    }
  }

  private static boolean isKey(Packets.Packet packet) {
    return packet.tag() == Packets.PUBLIC_KEY || packet.tag() == Packets.PUBLIC_SUBKEY;
  }

  private static boolean counts(Packets.Packet packet) {
    return isKey(packet)
        || packet.tag() == Packets.USER_ID
        || (packet.tag() == Packets.SIGNATURE && packet.version() == Packets.VERSION);
  }

  private static WalletException bad() {
    return new WalletException(
        "bad-release-key", "the key file does not hold exactly one OpenPGP public key (version 4)");
  }

  /// The fingerprint: 40 capital hexadecimal digits.
  String fingerprint() {
    return fingerprint(ring.getPublicKey());
  }

  static String fingerprint(PGPPublicKey key) {
    return HexFormat.of().formatHex(key.getFingerprint()).toUpperCase(Locale.ROOT);
  }

  /// What the key calls its owner, made fit to be shown; nobody has checked it.
  String owner() {
    Iterator<byte[]> ids = ring.getPublicKey().getRawUserIDs();
    return ids.hasNext()
        ? Plain.text(new String(ids.next(), StandardCharsets.UTF_8), MOST_NAME)
        : "";
  }

  /// The key or subkey that a signature names as its maker.
  Optional<PGPPublicKey> named(PGPSignature signature) {
    return Optional.ofNullable(ring.getPublicKey(signature.getKeyID()));
  }

  /// Goes on only where a key or subkey of this one may sign releases.
  ///
  /// @return when it is valid, with its key where it is a subkey
  /// @throws WalletException `release-key-refused`
  Life mustSign(PGPPublicKey signer, Instant now) {
    PGPPublicKey primary = ring.getPublicKey();
    SelfSignatures says = new SelfSignatures(primary, now);
    if (!isStrong(primary) || !isStrong(signer)) {
      throw refused("its algorithm or its length is too weak");
    }
    if (says.isRevoked()) {
      throw refused("it was revoked");
    }
    PGPSignature self =
        says.newest()
            .orElseThrow(() -> refused("nothing that it says about itself holds with SHA-256 up"));
    Life life = Life.of(primary, self);
    if (!life.contains(now)) {
      throw refused("it has expired, or is not valid yet");
    }
    if (signer.getKeyID() == primary.getKeyID()) {
      if (!signs(self)) {
        throw refused("it is not for signing");
      }
      return life;
    }
    return life.and(subkeyMustSign(signer, says));
  }

  private static Life subkeyMustSign(PGPPublicKey subkey, SelfSignatures says) {
    if (says.isRevoked(subkey)) {
      throw refused("its subkey was revoked");
    }
    PGPSignature binding =
        says.binding(subkey).orElseThrow(() -> refused("the subkey does not belong to it"));
    Life life = Life.of(subkey, binding);
    if (!life.contains(says.now())) {
      throw refused("its subkey has expired, or is not valid yet");
    }
    if (!signs(binding) || !isBoundBack(says.primary(), subkey, binding)) {
      throw refused("its subkey is not for signing");
    }
    return life;
  }

  private static WalletException refused(String why) {
    return new WalletException("release-key-refused", "this key may not be used: " + why);
  }

  /// Without bounds a single number could keep the computer busy for hours.
  private static boolean isStrong(PGPPublicKey key) {
    return switch (key.getAlgorithm()) {
      case PublicKeyAlgorithmTags.RSA_GENERAL ->
          key.getPublicKeyPacket().getKey() instanceof RSAPublicBCPGKey rsa
              && rsa.getModulus().bitLength() >= LEAST_RSA_BITS
              && rsa.getModulus().bitLength() <= MOST_RSA_BITS
              && rsa.getPublicExponent().bitLength() <= MOST_EXPONENT_BITS;
      case PublicKeyAlgorithmTags.ECDSA,
          PublicKeyAlgorithmTags.EDDSA_LEGACY,
          PublicKeyAlgorithmTags.Ed25519,
          PublicKeyAlgorithmTags.Ed448 ->
          true;
      default -> false;
    };
  }

  private static boolean signs(PGPSignature says) {
    PGPSignatureSubpacketVector said = says.getHashedSubPackets();
    return said.hasSubpacket(SignatureSubpacketTags.KEY_FLAGS)
        && (said.getKeyFlags() & KeyFlags.SIGN_DATA) != 0;
  }

  /// A subkey that signs must say so itself, or a key could pass another's off as its own.
  private static boolean isBoundBack(PGPPublicKey primary, PGPPublicKey sub, PGPSignature binding) {
    try {
      return isBackIn(binding.getHashedSubPackets().getEmbeddedSignatures(), primary, sub)
          || isBackIn(binding.getUnhashedSubPackets().getEmbeddedSignatures(), primary, sub);
    } catch (PGPException | RuntimeException e) {
      return false;
    }
  }

  private static boolean isBackIn(PGPSignatureList list, PGPPublicKey primary, PGPPublicKey sub) {
    for (PGPSignature s : list) {
      if (s.getSignatureType() == PGPSignature.PRIMARYKEY_BINDING
          && s.getVersion() == Packets.VERSION
          && SelfSignatures.isSound(s)
          && SelfSignatures.holds(s, sub, c -> c.verifyCertification(primary, sub))) {
        return true;
      }
    }
    return false;
  }
}
