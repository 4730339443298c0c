package io.belay.keystore.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordTest {
  @TempDir Path temp;

  private static String shown(Password password) {
    return password.utf8().use(b -> new String(b, StandardCharsets.UTF_8));
  }

  private static Password read(String text) {
    return Password.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a b", "a b\n", "a b\r\n"})
  void readsWithoutTheLastNewline(String text) {
    assertThat(shown(read(text))).isEqualTo("a b");
  }

  @Test
  void stripsOneNewlineOnly() {
    assertThat(shown(read("a\n\n"))).isEqualTo("a\n");
    assertThat(shown(read(" a "))).isEqualTo(" a ");
  }

  @Test
  void readsAFile() throws IOException {
    Path file = Files.writeString(temp.resolve("p"), "pä\n");
    assertThat(shown(Password.read(file))).isEqualTo("pä");
    assertThatThrownBy(() -> Password.read(temp.resolve("none")))
        .extracting("code")
        .isEqualTo("password-unreadable");
  }

  @ParameterizedTest
  @CsvSource({"\u00e9,\u00e9", "e\u0301,\u00e9", "\uff21,A", "\ufb01,fi"})
  void everyKeyboardTypesTheSameBytes(String typed, String stored) {
    assertThat(shown(Password.of(typed.toCharArray()))).isEqualTo(stored);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "\r\n"})
  void refusesAnEmptyOne(String text) {
    assertThatThrownBy(() -> read(text)).extracting("code").isEqualTo("password-empty");
  }

  @Test
  void refusesWhatIsNotTextOrTooLong() {
    assertThatThrownBy(() -> Password.read(new ByteArrayInputStream(new byte[] {(byte) 0xff})))
        .extracting("code")
        .isEqualTo("password-unreadable");
    assertThatThrownBy(() -> read("a".repeat(4097)))
        .extracting("code")
        .isEqualTo("password-unreadable");
    assertThat(shown(read("a".repeat(4096)))).hasSize(4096);
  }

  @Test
  void showsNothing() {
    assertThat(Fixture.password("hunter2").toString()).isEqualTo("Password[redacted]");
  }
}
