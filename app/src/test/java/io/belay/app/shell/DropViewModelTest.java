package io.belay.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.app.fake.FakeUi;
import io.belay.app.fx.SameThread;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DropViewModelTest {
  static final String KEYSTORE =
      """
      {"version":3,"id":"3198bc9c-6672-5ab3-d995-4942343ae5b6",\
      "address":"008aeeda4d805471df9b2a5b0f38a0c3bcba786b","crypto":{"cipher":"aes-128-ctr",\
      "cipherparams":{"iv":"6087dab2f9fdbbfaddc31a909735c1e6"},\
      "ciphertext":"5318b4d5bcd28de64ee5559e671353e16f075ecae9f99c7a79a38af5f869aa46",\
      "kdf":"pbkdf2","kdfparams":{"c":262144,"dklen":32,"prf":"hmac-sha256",\
      "salt":"ae3cd4e7013836a3df6bd7241b12db061dbe2c6785853cce422d148a624ce0bd"},\
      "mac":"517ead924a9d0dc3124507e3393d175ce3ff7c1e96529c6c555ce9e51205e9b2"}}
      """;

  @TempDir Path directory;
  private final SameThread background = new SameThread();
  private final DropViewModel model = new DropViewModel(FakeUi.with(background));
  private final List<Dropped> opened = new ArrayList<>();

  private Path file(String name, String text) throws IOException {
    return Files.writeString(directory.resolve(name), text);
  }

  @Test
  void aKeystoreFileIsOpened() throws IOException {
    model.letIn(opened::add);
    Path file = file("UTC--a", KEYSTORE);
    model.files(List.of(file));
    assertThat(opened).containsExactly(new Dropped.KeystoreFile(file));
    assertThat(model.title().get()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0x02", "", "0X02", " 0x02\n"})
  void aRawTransactionIsOpened(String before) throws IOException {
    model.letIn(opened::add);
    String text = before + "f8".repeat(80);
    Path file = file("tx.txt", text);
    model.files(List.of(file));
    model.text(text);
    assertThat(opened).containsExactly(new Dropped.RawFile(file), new Dropped.RawWords(text));
  }

  @Test
  void aPictureMayHoldOne() throws IOException {
    model.letIn(opened::add);
    Path file = Files.write(directory.resolve("code.png"), new byte[] {(byte) 0x89, 80, 78, 71});
    model.files(List.of(file));
    assertThat(opened).containsExactly(new Dropped.RawFile(file));
  }

  @Test
  void whatNobodyKnowsIsRefusedWithAWord() throws IOException {
    model.letIn(opened::add);
    model.files(List.of(file("letter.txt", "Dear Ana,")));
    assertThat(model.title().get()).isEqualTo("letter.txt was not opened.");
    assertThat(model.detail().get()).contains("keystore");
    assertThat(model.waiting().get()).isFalse();
    model.text("Dear Ana,");
    assertThat(model.title().get()).contains("text");
    assertThat(opened).isEmpty();
    model.dismiss();
    assertThat(model.title().get()).isEmpty();
  }

  @Test
  void aFolderAndSeveralFilesAreRefusedToo() throws IOException {
    model.letIn(opened::add);
    model.files(List.of(directory));
    assertThat(model.title().get()).endsWith("was not opened.");
    Path file = file("UTC--a", KEYSTORE);
    model.files(List.of(file, file));
    assertThat(model.title().get()).isEqualTo("One file at a time.");
    assertThat(opened).isEmpty();
  }

  /// The failure of an earlier one took the place of what came after it.
  @Test
  void ofSeveralTheLastCounts() throws IOException {
    model.letIn(opened::add);
    background.park();
    model.files(List.of(directory.resolve("gone")));
    model.files(List.of(file("letter.txt", "Dear Ana,")));
    String raw = "0x02" + "f8".repeat(80);
    model.text(raw);
    background.unpark();
    assertThat(model.title().get()).isEmpty();
    assertThat(opened).containsExactly(new Dropped.RawWords(raw));
  }

  @Test
  void ofSeveralTheLastCountsWhereThatAreTooMany() throws IOException {
    background.park();
    Path file = file("letter.txt", "Dear Ana,");
    model.files(List.of(file));
    model.files(List.of(file, file));
    background.unpark();
    assertThat(model.title().get()).isEqualTo("One file at a time.");
  }

  @Test
  void whileNobodyIsInItWaitsAndSaysSo() throws IOException {
    Path file = file("UTC--a", KEYSTORE);
    model.files(List.of(file));
    assertThat(model.title().get()).isEqualTo("UTC--a waits.");
    assertThat(model.waiting().get()).isTrue();
    model.letIn(opened::add);
    assertThat(opened).containsExactly(new Dropped.KeystoreFile(file));
    assertThat(model.title().get()).isEmpty();
    model.shut();
    model.letIn(opened::add);
    assertThat(opened).hasSize(1);
  }

  @Test
  void whatWaitsIsForgottenWhenItIsPutAway() throws IOException {
    model.files(List.of(file("UTC--a", KEYSTORE)));
    model.dismiss();
    model.letIn(opened::add);
    assertThat(opened).isEmpty();
  }

  @Test
  void afterTheLockItWaitsAgain() throws IOException {
    model.letIn(opened::add);
    model.shut();
    model.files(List.of(file("UTC--a", KEYSTORE)));
    assertThat(opened).isEmpty();
    assertThat(model.waiting().get()).isTrue();
  }
}
