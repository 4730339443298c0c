package io.belay.keystore.v3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belay.keystore.secret.SecretBytes;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeystorePasswordTest {
  private static String shown(SecretBytes bytes) {
    return bytes.use(b -> new String(b, StandardCharsets.UTF_8));
  }

  private static KeystorePassword read(byte[] bytes) {
    return KeystorePassword.read(new ByteArrayInputStream(bytes));
  }

  @ParameterizedTest
  @CsvSource({"abc,abc", "\u00e9,\u00e9", "e\u0301,e\u0301 \u00e9", "\ufb01,\ufb01 fi"})
  void triesWhatIsTypedAndThenNfkcWhereItDiffers(String typed, String forms) {
    try (KeystorePassword password = Cases.password(typed)) {
      assertThat(password.forms().stream().map(KeystorePasswordTest::shown))
          .containsExactly(forms.split(" "));
    }
  }

  @Test
  void exportsNfkc() {
    try (KeystorePassword password = Cases.password("e\u0301")) {
      assertThat(shown(password.normal())).isEqualTo("\u00e9");
    }
  }

  /// As wallets make files: some from the typed bytes, some from NFKC; both open as typed.
  @Test
  void opensFilesOfEitherRuleInThisOrder() {
    String typed = "e\u0301\ufb01";
    try (KeystorePassword password = Cases.password(typed);
        PrivateKey key = Cases.key()) {
      for (int rule = 0; rule < 2; rule++) {
        SecretBytes form = password.forms().get(rule);
        byte[] file;
        try (KeystorePassword only = KeystorePassword.of(shown(form).toCharArray())) {
          file = TypedExport.encrypt(key, only);
        }
        List<Double> parts = new ArrayList<>();
        Keystore.parse(file).open(password, parts::add).close();
        assertThat(parts).isSorted();
        assertThat(parts.getLast()).isEqualTo(rule == 0 ? 0.5 : 1.0);
        assertThat(Cases.open(file, "x")).isEqualTo("wrong-password");
      }
    }
  }

  @Test
  void readsWithoutTheLastNewline() {
    try (KeystorePassword password = read(Cases.utf8("p\u00e4 \n"))) {
      assertThat(shown(password.normal())).isEqualTo("p\u00e4 ");
      assertThat(password.isEmpty()).isFalse();
    }
    try (KeystorePassword password = read(Cases.utf8("\r\n"))) {
      assertThat(password.isEmpty()).isTrue();
    }
  }

  @Test
  void refusesWhatIsNotText() {
    assertThatThrownBy(() -> read(new byte[] {(byte) 0xff}))
        .extracting("code")
        .isEqualTo("password-unreadable");
    assertThatThrownBy(() -> read(new byte[4097]))
        .extracting("code")
        .isEqualTo("password-unreadable");
    assertThatThrownBy(() -> KeystorePassword.of(new char[] {'\ud800'}))
        .extracting("code")
        .isEqualTo("bad-text");
  }

  @Test
  void showsNothingAndIsWipedOnClose() {
    KeystorePassword password = Cases.password("hunter2");
    assertThat(password.toString()).isEqualTo("KeystorePassword[redacted]");
    password.close();
    assertThatThrownBy(password::forms).extracting("code").isEqualTo("secret-closed");
  }
}
