package io.belay.app.trust;

import static io.belay.app.trust.TestKey.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belay.base.WalletException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DownloadTest {
  private static final String SUM =
      "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824"; // of "hello"
  private static final String OTHER = SUM.replace('2', '3');

  @TempDir Path folder;
  private final TestKey key = TestKey.ed25519();
  private Path file;

  @BeforeEach
  void download() throws IOException {
    file = folder.resolve("belay_0.1.0_amd64.deb");
    Files.writeString(file, "hello");
  }

  private Download check(String sums) throws IOException {
    Path list = folder.resolve("SHA256SUMS");
    Files.writeString(list, sums);
    Path signature = folder.resolve("SHA256SUMS.asc");
    Files.write(signature, TestKey.armored(key.sign(Files.readAllBytes(list))));
    Path keyFile = folder.resolve("key.asc");
    Files.write(keyFile, key.file());
    return Download.check(file, new Download.Evidence(list, signature, keyFile), NOW);
  }

  private void refused(String code, String sums) {
    assertThatThrownBy(() -> check(sums))
        .isInstanceOf(WalletException.class)
        .extracting("code")
        .isEqualTo(code);
  }

  @ParameterizedTest
  @ValueSource(strings = {"  ", " *", "  ./", " *packages/linux/"})
  void theFileIsFoundByItsNameWhateverTheMarkOrTheFolder(String before) throws IOException {
    Download found =
        check(
            OTHER
                + "  belay.rpm\n"
                + SUM.toUpperCase(Locale.ROOT)
                + before
                + file.getFileName()
                + "\n");
    assertThat(found.sha256()).isEqualTo(SUM);
    assertThat(found.owner()).isEqualTo(TestKey.OWNER);
    assertThat(found.signed().key()).isEqualTo(key.fingerprint());
  }

  @Test
  void anotherFileIsNotTheReleasedOne() throws IOException {
    Files.writeString(file, "hello!");
    refused("download-differs", SUM + "  " + file.getFileName() + "\n");
  }

  @Test
  void aFileThatIsNotListedIsRefused() {
    refused("bad-sums", SUM + "  belay.rpm\n");
    refused("bad-sums", "");
  }

  @Test
  void aListThatNamesAFileTwiceIsRefusedEvenWithOneSum() {
    String line = SUM + "  " + file.getFileName() + "\n";
    refused("bad-sums", line + line);
    refused("bad-sums", line + OTHER + " *elsewhere/" + file.getFileName() + "\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"no sum at all", "\\%s  odd\\nname", "%s belay.rpm", "%s  ", "x%s  a"})
  void oneOddLineSpoilsTheList(String odd) {
    refused("bad-sums", SUM + "  " + file.getFileName() + "\n" + odd.replace("%s", SUM) + "\n");
  }

  @Test
  void aListThatWasChangedAfterItWasSignedIsRefused() throws IOException {
    check(SUM + "  " + file.getFileName() + "\n");
    Path list = folder.resolve("SHA256SUMS");
    Files.writeString(list, Files.readString(list) + OTHER + "  more\n");
    assertThatThrownBy(() ->
            Download.check(
                file,
                new Download.Evidence(
                    list, folder.resolve("SHA256SUMS.asc"), folder.resolve("key.asc")),
                NOW))
        .extracting("code")
        .isEqualTo("bad-release-signature");
  }

  @Test
  void aListWithoutEndIsNotRead() {
    refused("input-too-long", (OTHER + "  x\n").repeat(20_000));
  }

  @Test
  void whatIsMissingIsTold() throws IOException {
    check(SUM + "  " + file.getFileName() + "\n");
    Files.delete(file);
    refused("input-unreadable", SUM + "  " + file.getFileName() + "\n");
  }
}
