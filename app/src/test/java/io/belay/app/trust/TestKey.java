package io.belay.app.trust;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.function.Consumer;
import org.bouncycastle.bcpg.ArmoredOutputStream;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.PublicKeyAlgorithmTags;
import org.bouncycastle.bcpg.sig.KeyFlags;
import org.bouncycastle.crypto.AsymmetricCipherKeyPairGenerator;
import org.bouncycastle.crypto.generators.Ed25519KeyPairGenerator;
import org.bouncycastle.crypto.generators.RSAKeyPairGenerator;
import org.bouncycastle.crypto.params.Ed25519KeyGenerationParameters;
import org.bouncycastle.crypto.params.RSAKeyGenerationParameters;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPKeyPair;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPPublicKeyRing;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureGenerator;
import org.bouncycastle.openpgp.PGPSignatureSubpacketGenerator;
import org.bouncycastle.openpgp.operator.bc.BcKeyFingerprintCalculator;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentSignerBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPKeyPair;

/// A releaser's key as a test wants it: each field is what a careful releaser would have, until it
/// is changed.
final class TestKey {
  static final Instant MADE = Instant.parse("2020-01-01T00:00:00Z");
  static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");
  static final String OWNER = "Releases <releases@example.org>";
  private static final SecureRandom RANDOM = new SecureRandom();

  int hash = HashAlgorithmTags.SHA256;
  int selfHash = HashAlgorithmTags.SHA256;
  int flags = KeyFlags.CERTIFY_OTHER | KeyFlags.SIGN_DATA;
  int type = PGPSignature.BINARY_DOCUMENT;
  Instant signed = NOW.minus(Duration.ofDays(1));
  Duration validFor = Duration.ZERO;
  Duration signatureValidFor = Duration.ZERO;
  boolean revoked;
  Consumer<PGPSignatureSubpacketGenerator> more = g -> {};

  private final PGPKeyPair primary;
  private final List<PGPPublicKey> subkeys = new ArrayList<>();
  private PGPKeyPair signing;

  private TestKey(PGPKeyPair primary) {
    this.primary = primary;
    this.signing = primary;
  }

  static TestKey ed25519() {
    return new TestKey(edPair());
  }

  static TestKey rsa(int bits) {
    RSAKeyPairGenerator generator = new RSAKeyPairGenerator();
    generator.init(new RSAKeyGenerationParameters(BigInteger.valueOf(65537), RANDOM, bits, 64));
    return new TestKey(pair(PublicKeyAlgorithmTags.RSA_GENERAL, generator));
  }

  private static PGPKeyPair edPair() {
    Ed25519KeyPairGenerator generator = new Ed25519KeyPairGenerator();
    generator.init(new Ed25519KeyGenerationParameters(RANDOM));
    return pair(PublicKeyAlgorithmTags.EDDSA_LEGACY, generator);
  }

  private static PGPKeyPair pair(int algorithm, AsymmetricCipherKeyPairGenerator generator) {
    try {
      return new BcPGPKeyPair(4, algorithm, generator.generateKeyPair(), Date.from(MADE));
    } catch (PGPException e) {
      throw new AssertionError(e);
    }
  }

  /// How a subkey is bound.
  static final class Binding {
    int flags = KeyFlags.SIGN_DATA;
    int hash = HashAlgorithmTags.SHA256;
    boolean back = true;
    boolean revoked;
    Duration validFor = Duration.ZERO;
  }

  /// From here on a subkey signs.
  TestKey withSubkey(Consumer<Binding> change) {
    Binding binding = new Binding();
    change.accept(binding);
    try {
      PGPKeyPair sub = edPair().asSubkey(new BcKeyFingerprintCalculator());
      PGPPublicKey key = sub.getPublicKey();
      PGPSignatureSubpacketGenerator says = times(MADE, binding.validFor, Duration.ZERO);
      says.setKeyFlags(false, binding.flags);
      if (binding.back) {
        PGPSignatureGenerator back = generator(sub, HashAlgorithmTags.SHA256, 0x19);
        back.setHashedSubpackets(times(MADE, Duration.ZERO, Duration.ZERO).generate());
        says.addEmbeddedSignature(false, back.generateCertification(primary.getPublicKey(), key));
      }
      PGPSignatureGenerator bind = generator(primary, binding.hash, PGPSignature.SUBKEY_BINDING);
      bind.setHashedSubpackets(says.generate());
      key =
          PGPPublicKey.addCertification(
              key, bind.generateCertification(primary.getPublicKey(), key));
      if (binding.revoked) {
        PGPSignatureGenerator revoke =
            generator(primary, HashAlgorithmTags.SHA256, PGPSignature.SUBKEY_REVOCATION);
        revoke.setHashedSubpackets(times(NOW, Duration.ZERO, Duration.ZERO).generate());
        key =
            PGPPublicKey.addCertification(
                key, revoke.generateCertification(primary.getPublicKey(), key));
      }
      subkeys.add(key);
      signing = sub;
      return this;
    } catch (PGPException | IOException e) {
      throw new AssertionError(e);
    }
  }

  /// Signs with somebody else's subkey, and claims it.
  TestKey claimingSubkeyOf(TestKey other) {
    subkeys.add(other.subkeys.getLast());
    signing = other.signing;
    return this;
  }

  private static PGPSignatureGenerator generator(PGPKeyPair by, int hash, int type)
      throws PGPException {
    PGPSignatureGenerator generator =
        new PGPSignatureGenerator(
            new BcPGPContentSignerBuilder(by.getPublicKey().getAlgorithm(), hash),
            by.getPublicKey());
    generator.init(type, by.getPrivateKey());
    return generator;
  }

  private PGPSignatureSubpacketGenerator times(Instant made, Duration key, Duration signature) {
    PGPSignatureSubpacketGenerator generator = new PGPSignatureSubpacketGenerator();
    generator.setSignatureCreationTime(false, Date.from(made));
    generator.setIssuerKeyID(false, primary.getKeyID());
    if (!key.isZero()) {
      generator.setKeyExpirationTime(false, key.toSeconds());
    }
    if (!signature.isZero()) {
      generator.setSignatureExpirationTime(false, signature.toSeconds());
    }
    return generator;
  }

  byte[] file() {
    try {
      PGPSignatureSubpacketGenerator says = times(MADE, validFor, Duration.ZERO);
      says.setKeyFlags(false, flags);
      PGPSignatureGenerator self =
          generator(primary, selfHash, PGPSignature.POSITIVE_CERTIFICATION);
      self.setHashedSubpackets(says.generate());
      PGPPublicKey key =
          PGPPublicKey.addCertification(
              primary.getPublicKey(),
              OWNER,
              self.generateCertification(OWNER, primary.getPublicKey()));
      if (revoked) {
        PGPSignatureGenerator revoke =
            generator(primary, HashAlgorithmTags.SHA256, PGPSignature.KEY_REVOCATION);
        revoke.setHashedSubpackets(times(NOW, Duration.ZERO, Duration.ZERO).generate());
        key =
            PGPPublicKey.addCertification(
                key, revoke.generateCertification(primary.getPublicKey()));
      }
      List<PGPPublicKey> all = new ArrayList<>(List.of(key));
      all.addAll(subkeys);
      return new PGPPublicKeyRing(all).getEncoded();
    } catch (PGPException | IOException e) {
      throw new AssertionError(e);
    }
  }

  byte[] sign(byte[] data) {
    try {
      PGPSignatureGenerator generator = generator(signing, hash, type);
      PGPSignatureSubpacketGenerator says = new PGPSignatureSubpacketGenerator();
      says.setSignatureCreationTime(false, Date.from(signed));
      says.setIssuerFingerprint(false, signing.getPublicKey());
      if (!signatureValidFor.isZero()) {
        says.setSignatureExpirationTime(false, signatureValidFor.toSeconds());
      }
      more.accept(says);
      generator.setHashedSubpackets(says.generate());
      PGPSignatureSubpacketGenerator loose = new PGPSignatureSubpacketGenerator();
      loose.setIssuerKeyID(false, signing.getKeyID());
      generator.setUnhashedSubpackets(loose.generate());
      generator.update(data);
      return generator.generate().getEncoded();
    } catch (PGPException | IOException e) {
      throw new AssertionError(e);
    }
  }

  String fingerprint() {
    return ReleaseKey.fingerprint(primary.getPublicKey());
  }

  String signer() {
    return ReleaseKey.fingerprint(signing.getPublicKey());
  }

  static byte[] armored(byte[] packets) {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    try (ArmoredOutputStream armor = ArmoredOutputStream.builder().build(text)) {
      armor.write(packets);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toByteArray();
  }
}
