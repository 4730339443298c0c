package io.belay.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.app.shell.FirstDayHands;
import io.belay.app.shell.Hands;
import io.belay.base.Address;
import io.belay.base.Hex;
import io.belay.keystore.v3.Keystore;
import io.belay.keystore.v3.KeystoreExport;
import io.belay.keystore.v3.KeystorePassword;
import io.belay.keystore.v3.PrivateKey;
import io.belay.keystore.v3.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;

/// Keys of other wallets come into the window, each way, with a real vault.
@Timeout(120)
class KeysWindowUiTest {
  private static final String PASSWORD = "nine ropes and a carabiner";
  private static final String WORDS = "test test test test test test test test test test test junk";

  @TempDir Path directory;
  private PracticeWindow window;
  private Hands hands;

  @BeforeAll
  static void startToolkit() throws TimeoutException {
    FxToolkit.registerPrimaryStage();
  }

  @BeforeEach
  void open() {
    window = PracticeWindow.open(directory, 1000);
    hands = window.hands();
  }

  @AfterEach
  void close() {
    window.close();
  }

  @Test
  void wordsAKeyAKeystoreAndAnAddressComeIn() throws Exception {
    restore();
    importKey();
    importKeystore();
    watch();
    discover();
    hands.pictures("keys-accounts");
    words();
    export();
    backup();
    changePassword();
    openBackup();
  }

  private void openBackup() throws Exception {
    try (Stream<Path> files = Files.list(directory);
        PracticeWindow other = PracticeWindow.open(directory.resolve("other"), 1000)) {
      Path file = files.filter(f -> f.toString().endsWith(".backup")).findFirst().get();
      Hands there = other.hands();
      new FirstDayHands(there).begin("backup");
      there.await("From a backup");
      there.fill("#backup-file", directory.resolve("keystore.json").toString());
      there.type("#backup-password", "moving day");
      there.fire("#backup-go");
      there.await("This is no backup, or it was changed or cut.");
      there.fill("#backup-file", file.toString());
      there.type("#backup-password", "not moving day");
      there.fire("#backup-go");
      there.await("Wrong password. Nothing was changed.");
      there.pictures("backup");
      there.type("#backup-password", "moving day");
      there.fire("#backup-go");
      there.await("Everything is back.");
      there.picture("backup-restored");
      there.type("#password", PASSWORD); // as it was when the backup was made
      there.fire("#unlock");
      there.await("Recent activity");
      there.await("Old wallet");
      there.await("Watched 1");
    }
  }

  private void discover() throws Exception {
    Address third = Address.parse("0x3C44CdDdB6a900fa2b585dd299e03d12FA4293BC"); // of the words
    window.faucet(third);
    hands.fire("#import-account");
    Hands.run(() -> hands.find("#import-discover", ToggleButton.class).fire());
    hands.fire("#import-go");
    hands.await("Found: Account 4");
    hands.await("0x3C44…93BC");
  }

  private void words() throws Exception {
    hands.fire("#nav-vault");
    hands.await("Show the words");
    Hands.run(() -> hands.find("#vault-idle", ComboBox.class).getSelectionModel().selectLast());
    hands.pictures("vault");
    hands.fire("#vault-words");
    hands.type("#vault-now", "not the password");
    hands.fire("#vault-go");
    hands.await("Wrong password. Nothing was changed.");
    hands.type("#vault-now", PASSWORD);
    hands.fire("#vault-go");
    hands.await("junk");
    hands.picture("vault-words");
    hands.fire("#vault-hide");
    assertThat(Hands.ask(hands::texts)).doesNotContain("junk");
  }

  private void export() throws Exception {
    hands.fire("#vault-export");
    hands.fill("#vault-folder", directory.toString());
    hands.type("#vault-now", PASSWORD);
    hands.type("#vault-next", "of the export");
    hands.type("#vault-again", "of the exports");
    hands.fire("#vault-go");
    hands.await("The two passwords differ.");
    hands.picture("vault-export");
    hands.type("#vault-now", PASSWORD);
    hands.type("#vault-next", "of the export");
    hands.type("#vault-again", "of the export");
    hands.fire("#vault-go");
    hands.await("The key was written to");
    try (Stream<Path> files = Files.list(directory)) {
      Path file =
          files.filter(f -> f.getFileName().toString().startsWith("UTC--")).findFirst().get();
      try (KeystorePassword password = KeystorePassword.of("of the export".toCharArray());
          PrivateKey key = Keystore.read(file).open(password, Progress.SILENT)) {
        assertThat(key.address()).hasToString("0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266");
      }
    }
  }

  private void backup() throws Exception {
    hands.fire("#vault-backup");
    hands.type("#vault-next", "moving day");
    hands.type("#vault-again", "moving day");
    hands.fire("#vault-go");
    hands.await("The backup was written to");
    try (Stream<Path> files = Files.list(directory)) {
      assertThat(files.filter(f -> f.toString().endsWith(".backup"))).hasSize(1);
    }
  }

  private void changePassword() throws Exception {
    hands.fire("#vault-password");
    hands.type("#vault-now", PASSWORD);
    hands.type("#vault-next", "another rope altogether");
    hands.type("#vault-again", "another rope altogether");
    hands.fire("#vault-go");
    hands.await("Unlock");
    hands.type("#password", PASSWORD);
    hands.fire("#unlock");
    hands.await("Wrong password. Nothing was changed.");
    hands.type("#password", "another rope altogether");
    hands.fire("#unlock");
    hands.await("Recent activity");
    hands.fire("#nav-vault");
    hands.await("60 minutes"); // chosen before the vault was locked
  }

  private void restore() throws Exception {
    FirstDayHands day = new FirstDayHands(hands);
    day.begin("words");
    hands.await("Vault from recovery words");
    hands.fill("#words", "test test tset test");
    hands.await("Word 3 is not in the English list.");
    hands.pictures("keys-restore");
    hands.fill("#words", WORDS);
    hands.await("12 words, English. They fit together.");
    hands.type("#new-password", PASSWORD);
    hands.type("#again", PASSWORD);
    hands.fire("#create");
    day.through("practice");
    day.goIn();
    hands.await("0xf39F…2266");
  }

  private void importKey() throws Exception {
    hands.fire("#import-account");
    hands.await("Import an account");
    hands.type("#private-key", "12");
    hands.fire("#import-go");
    hands.await("A private key is 64 hexadecimal digits");
    hands.picture("keys-import");
    hands.type("#private-key", "00".repeat(31) + "01");
    hands.fire("#import-go");
    hands.await("Account 2 was imported.");
    hands.await("0x7E5F…5Bdf");
  }

  private void importKeystore() throws Exception {
    Path file = directory.resolve("keystore.json");
    try (PrivateKey key = PrivateKey.of(Hex.decode("0x" + "00".repeat(31) + "02"));
        KeystorePassword password = KeystorePassword.of("of the file".toCharArray())) {
      new KeystoreExport(new SecureRandom(), InstantSource.system())
          .write(key, password, file, Progress.SILENT);
    }
    hands.fire("#import-account");
    Hands.run(() -> hands.find("#import-keystore", ToggleButton.class).fire());
    hands.fill("#keystore-file", file.toString());
    hands.type("#keystore-password", "not of the file");
    hands.fire("#import-go");
    hands.picture("keys-import-waiting");
    hands.await("Wrong password. Nothing was changed.");
    hands.fill("#import-name", "Old wallet");
    hands.type("#keystore-password", "of the file");
    hands.fire("#import-go");
    hands.await("Old wallet was imported.");
    hands.await("0x2B5A…D6cF");
  }

  private void watch() throws Exception {
    hands.fire("#import-account");
    Hands.run(() -> hands.find("#import-watch", ToggleButton.class).fire());
    hands.fill("#watch-address", "0x5aaEb6053F3E94C9b9A09f33669435E7Ef1BeAed");
    hands.fire("#import-go");
    hands.await("a character is wrong");
    hands.fill("#watch-address", "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed");
    hands.fire("#import-go");
    hands.await("Watched 1 is watched.");
  }
}
