package io.belay.app.trust;

import static io.belay.app.trust.TestKey.NOW;
import static io.belay.app.trust.TestKey.armored;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belay.base.WalletException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.SignatureSubpacket;
import org.bouncycastle.bcpg.sig.KeyFlags;
import org.bouncycastle.openpgp.PGPSignature;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignedTest {
  private static final byte[] DATA = "a list of checksums\n".getBytes(StandardCharsets.UTF_8);

  private static Signed check(TestKey key) {
    return Signed.check(DATA, key.sign(DATA), ReleaseKey.parse(key.file()), NOW);
  }

  private static void refused(String code, String why, Runnable call) {
    assertThatThrownBy(call::run)
        .isInstanceOf(WalletException.class)
        .hasMessageContaining(why)
        .extracting("code")
        .isEqualTo(code);
  }

  @Test
  void theOwnersSignatureHoldsAndIsToldByItsFingerprint() {
    TestKey key = TestKey.ed25519();
    Signed signed = check(key);
    assertThat(signed).isEqualTo(new Signed(key.fingerprint(), key.fingerprint(), key.signed));
    assertThat(signed.key()).matches("[0-9A-F]{40}");
    assertThat(ReleaseKey.parse(key.file()).owner()).isEqualTo(TestKey.OWNER);
  }

  @Test
  void aSubkeySignsForItsKey() {
    TestKey key = TestKey.rsa(2048).withSubkey(binding -> {});
    Signed signed = check(key);
    assertThat(signed.key()).isEqualTo(key.fingerprint());
    assertThat(signed.signer()).isEqualTo(key.signer()).isNotEqualTo(key.fingerprint());
  }

  @Test
  void armorIsTakenOffEither() {
    TestKey key = TestKey.rsa(2048);
    ReleaseKey parsed = ReleaseKey.parse(armored(key.file()));
    assertThat(Signed.check(DATA, armored(key.sign(DATA)), parsed, NOW).key())
        .isEqualTo(key.fingerprint());
  }

  @Test
  void oneGoodSignatureAmongOthersIsEnough() {
    TestKey key = TestKey.ed25519();
    byte[] both = concat(TestKey.ed25519().sign(DATA), key.sign(DATA));
    assertThat(Signed.check(DATA, both, ReleaseKey.parse(key.file()), NOW).key())
        .isEqualTo(key.fingerprint());
  }

  private static byte[] concat(byte[] a, byte[] b) {
    byte[] both = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, both, a.length, b.length);
    return both;
  }

  static Stream<Arguments> keysThatMayNotSign() {
    return Stream.of(
        key("expired", k -> k.validFor = Duration.ofDays(100)),
        key("revoked", k -> k.revoked = true),
        key("not for signing", k -> k.flags = KeyFlags.CERTIFY_OTHER),
        key("SHA-256 up", k -> k.selfHash = HashAlgorithmTags.SHA1),
        key("SHA-256 up", k -> k.selfHash = HashAlgorithmTags.MD5),
        subkey("subkey was revoked", b -> b.revoked = true),
        subkey("subkey has expired", b -> b.validFor = Duration.ofDays(100)),
        subkey("subkey is not for signing", b -> b.flags = KeyFlags.ENCRYPT_COMMS),
        subkey("subkey is not for signing", b -> b.back = false),
        subkey("does not belong", b -> b.hash = HashAlgorithmTags.SHA1));
  }

  private static Arguments key(String why, Consumer<TestKey> change) {
    TestKey key = TestKey.rsa(2048);
    change.accept(key);
    return Arguments.of(why, key);
  }

  private static Arguments subkey(String why, Consumer<TestKey.Binding> change) {
    return Arguments.of(why, TestKey.ed25519().withSubkey(change));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("keysThatMayNotSign")
  void keysThatMayNotSignAreRefused(String why, TestKey key) {
    refused("release-key-refused", why, () -> check(key));
  }

  @Test
  void aShortKeyIsRefused() {
    refused("release-key-refused", "too weak", () -> check(TestKey.rsa(1024)));
  }

  @Test
  void aRevokedKeyTakesItsSubkeysAlong() {
    TestKey key = TestKey.ed25519().withSubkey(binding -> {});
    key.revoked = true;
    refused("release-key-refused", "revoked", () -> check(key));
  }

  /// The other's subkey is bound by the other alone.
  @Test
  void nobodySignsWithAnothersSubkey() {
    TestKey thief = TestKey.ed25519().claimingSubkeyOf(TestKey.ed25519().withSubkey(binding -> {}));
    refused("release-key-refused", "does not belong", () -> check(thief));
  }

  static Stream<Arguments> signaturesThatDoNotCount() {
    return Stream.of(
        key("weak hash", k -> k.hash = HashAlgorithmTags.SHA1),
        key("weak hash", k -> k.hash = HashAlgorithmTags.MD5),
        key("file's bytes", k -> k.type = PGPSignature.CANONICAL_TEXT_DOCUMENT),
        key("not known here", k -> k.more = g -> g.addCustomSubpacket(new Odd())));
  }

  /// Critical, and of a kind that nobody has heard of.
  private static final class Odd extends SignatureSubpacket {
    Odd() {
      super(101, true, false, new byte[] {1});
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("signaturesThatDoNotCount")
  void signaturesThatDoNotCountAreRefused(String why, TestKey key) {
    refused("bad-release-signature", why, () -> check(key));
  }

  @Test
  void aSignatureFromTheFutureIsOneWhateverTheClocksHours() {
    TestKey key = TestKey.ed25519();
    key.signed = NOW.plus(Duration.ofHours(20));
    assertThat(check(key).made()).isEqualTo(key.signed);
    key.signed = NOW.plus(Duration.ofDays(2));
    refused("release-signature-early", "from the future", () -> check(key));
  }

  @Test
  void aSignatureCountsToTheMomentOfItsEndAndNotADayLess() {
    TestKey key = TestKey.ed25519();
    key.signatureValidFor = Duration.ofDays(1).plusSeconds(1);
    assertThat(check(key).made()).isEqualTo(key.signed);
    key.signatureValidFor = Duration.ofDays(1);
    refused("release-signature-expired", "has expired", () -> check(key));
  }

  @Test
  void aKeyCountsToTheMomentOfItsEnd() {
    TestKey key = TestKey.ed25519();
    key.validFor = Duration.between(TestKey.MADE, NOW).plusSeconds(1);
    assertThat(check(key).made()).isEqualTo(key.signed);
    key.validFor = Duration.between(TestKey.MADE, NOW);
    refused("release-key-refused", "expired", () -> check(key));
  }

  @Test
  void aSignatureFromOutsideItsKeysLifeIsUntimely() {
    TestKey key = TestKey.ed25519();
    key.validFor = Duration.between(TestKey.MADE, NOW).plusHours(1);
    key.signed = NOW.plus(Duration.ofHours(2));
    refused("release-signature-untimely", "not valid", () -> check(key));
    key.signed = TestKey.MADE.minusSeconds(1);
    refused("release-signature-untimely", "not valid", () -> check(key));
    TestKey sub =
        TestKey.ed25519()
            .withSubkey(b -> b.validFor = Duration.between(TestKey.MADE, NOW).plusHours(1));
    sub.signed = NOW.plus(Duration.ofHours(2));
    refused("release-signature-untimely", "not valid", () -> check(sub));
  }

  /// Whose date it is nobody knows before the signature holds.
  @Test
  void aChangedFileIsNotExcusedByADate() {
    TestKey key = TestKey.ed25519();
    key.signed = NOW.plus(Duration.ofDays(2));
    byte[] signature = key.sign(new byte[] {1});
    refused(
        "bad-release-signature",
        "does not fit",
        () -> Signed.check(DATA, signature, ReleaseKey.parse(key.file()), NOW));
  }

  @Test
  void anothersSignatureIsRefused() {
    TestKey key = TestKey.ed25519();
    byte[] other = TestKey.ed25519().sign(DATA);
    refused(
        "bad-release-signature",
        "another key",
        () -> Signed.check(DATA, other, ReleaseKey.parse(key.file()), NOW));
  }

  @Test
  void everyChangedByteIsNoticed() {
    TestKey key = TestKey.ed25519();
    ReleaseKey parsed = ReleaseKey.parse(key.file());
    byte[] signature = key.sign(DATA);
    for (int i = 0; i < DATA.length; i++) {
      byte[] changed = flip(DATA, i);
      refused("bad-release-signature", "", () -> Signed.check(changed, signature, parsed, NOW));
    }
    int unhashed = unhashedBytes(signature);
    int held = 0;
    for (int i = 0; i < signature.length; i++) {
      byte[] changed = flip(signature, i);
      try {
        Signed.check(DATA, changed, parsed, NOW);
        held++;
      } catch (WalletException e) {
        assertThat(e.code()).isEqualTo("bad-release-signature");
      }
    }
    // what is not signed may be changed: the loose part, and the digest's first two bytes
    assertThat(held).isLessThanOrEqualTo(unhashed + 2);
  }

  private static byte[] flip(byte[] bytes, int at) {
    byte[] changed = bytes.clone();
    changed[at] ^= 1;
    return changed;
  }

  /// Header, kinds and the hashed part come first, each part with its length in two bytes.
  private static int unhashedBytes(byte[] signature) {
    int at = (signature[0] & 0x40) != 0 ? 2 : 1 + (1 << (signature[0] & 3));
    int hashed = ((signature[at + 4] & 0xff) << 8) | (signature[at + 5] & 0xff);
    int loose = at + 6 + hashed;
    return 2 + (((signature[loose] & 0xff) << 8) | (signature[loose + 1] & 0xff));
  }

  @Test
  void aKeyCutAnywhereIsNeverTaken() {
    TestKey key = TestKey.ed25519().withSubkey(binding -> {});
    byte[] signature = key.sign(DATA);
    byte[] file = key.file();
    for (int length = 0; length < file.length; length++) {
      byte[] cut = Arrays.copyOf(file, length);
      assertThatThrownBy(() -> Signed.check(DATA, signature, ReleaseKey.parse(cut), NOW))
          .isInstanceOf(WalletException.class);
    }
  }

  @Test
  void twoKeysInOneFileAreNotChosenFrom() {
    byte[] both = concat(TestKey.ed25519().file(), TestKey.ed25519().file());
    refused("bad-release-key", "exactly one", () -> ReleaseKey.parse(both));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "text", "-----BEGIN PGP SIGNATURE-----\n\n!\n-----END PGP SIGNATURE"})
  void whatIsNoOpenPgpIsRefused(String text) {
    byte[] file = text.getBytes(StandardCharsets.UTF_8);
    ReleaseKey key = ReleaseKey.parse(TestKey.ed25519().file());
    refused("bad-release-key", "", () -> ReleaseKey.parse(file));
    refused("bad-release-signature", "", () -> Signed.check(DATA, file, key, NOW));
  }
}
