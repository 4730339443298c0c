package io.belay.keystore.v3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belay.base.WalletException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class KeystoreExportTest {
  @TempDir Path temp;

  private final KeystoreExport export = Cases.export(Cases.LOWEST);

  private void write(KeystoreExport by, Path file, String word, Progress progress) {
    try (PrivateKey key = Cases.key();
        KeystorePassword password = Cases.password(word)) {
      by.write(key, password, file, progress);
    }
  }

  private String refusal(Path file, String word, Progress progress) {
    try {
      write(export, file, word, progress);
      return "written";
    } catch (WalletException e) {
      return e.code();
    }
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(temp)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Tag("long")
  @Test
  void writesTheStandardCostAndOpensAgain() throws IOException {
    Path file = temp.resolve("k");
    KeystoreExport standard = new KeystoreExport(new SecureRandom(), InstantSource.system());
    List<Double> parts = new ArrayList<>();
    write(standard, file, Cases.WORD, parts::add);
    assertThat(parts).isSorted().hasSizeBetween(300, 500);
    assertThat(parts.getLast()).isEqualTo(1);
    JsonNode root = JsonMapper.shared().readTree(Files.readAllBytes(file));
    JsonNode crypto = root.path("crypto");
    assertThat(root.path("version").intValue()).isEqualTo(3);
    assertThat(UUID.fromString(root.path("id").stringValue()).version()).isEqualTo(4);
    assertThat(root.path("address").stringValue()).matches("[0-9a-f]{40}");
    assertThat(crypto.path("cipher").stringValue()).isEqualTo("aes-128-ctr");
    assertThat(crypto.path("kdf").stringValue()).isEqualTo("scrypt");
    assertThat(crypto.path("kdfparams").path("n").intValue()).isEqualTo(262_144);
    assertThat(crypto.path("kdfparams").path("r").intValue()).isEqualTo(8);
    assertThat(crypto.path("kdfparams").path("p").intValue()).isEqualTo(1);
    assertThat(Cases.open(Files.readAllBytes(file), Cases.WORD)).isEqualTo(Cases.KEY);
    assertThat(names()).containsExactly("k");
  }

  @Test
  void everyFileHasItsOwnSaltIvAndId() {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < 50; i++) {
      JsonNode root = JsonMapper.shared().readTree(Cases.file());
      JsonNode crypto = root.path("crypto");
      assertThat(seen.add(root.path("id").stringValue())).isTrue();
      assertThat(seen.add(crypto.path("cipherparams").path("iv").stringValue())).isTrue();
      assertThat(seen.add(crypto.path("kdfparams").path("salt").stringValue())).isTrue();
    }
  }

  @Test
  void isForTheOwnerOnly() throws IOException {
    Path file = temp.resolve("k");
    write(export, file, Cases.WORD, Progress.SILENT);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void namesFilesAsGethDoes() {
    try (PrivateKey key = Cases.key()) {
      assertThat(export.name(key.address()))
          .isEqualTo(
              "UTC--2026-11-25T03-00-00.123000000Z--" + key.address().toLowerHex().substring(2));
    }
  }

  @Test
  void neverOverwrites() throws IOException {
    Path file = Files.writeString(temp.resolve("k"), "mine");
    assertThat(refusal(file, Cases.WORD, Progress.SILENT)).isEqualTo("file-exists");
    assertThat(file).hasContent("mine");
    Path link = Files.createSymbolicLink(temp.resolve("link"), temp.resolve("nowhere"));
    assertThat(refusal(link, Cases.WORD, Progress.SILENT)).isEqualTo("file-exists");
    assertThat(names()).containsExactly("k", "link");
  }

  @Test
  void doesNotOverwriteWhatAppearsDuringTheDerivation() throws IOException {
    Path file = temp.resolve("k");
    Progress other =
        part -> {
          try {
            Files.writeString(file, "mine");
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        };
    assertThat(refusal(file, Cases.WORD, other)).isEqualTo("file-exists");
    assertThat(names()).containsExactly("k");
  }

  @Test
  void aCancelledExportLeavesNothing() throws IOException {
    for (double when : new double[] {0.2, 0.7}) {
      Progress cancel =
          part -> {
            if (part > when) {
              Thread.currentThread().interrupt();
            }
          };
      assertThat(refusal(temp.resolve("k"), Cases.WORD, cancel)).isEqualTo("cancelled");
      assertThat(Thread.interrupted()).isTrue();
      assertThat(names()).isEmpty();
    }
  }

  @Test
  void bytesThatDoNotOpenAgainLeaveNothing() throws IOException {
    assertThatThrownBy(() ->
            NewFile.write(
                temp.resolve("k"),
                new byte[9],
                bytes -> {
                  throw NewFile.failed("x");
                }))
        .extracting("code")
        .isEqualTo("keystore-write-failed");
    assertThat(names()).isEmpty();
  }

  @Test
  void refusesAnEmptyPasswordAndAMissingFolder() throws IOException {
    assertThat(refusal(temp.resolve("k"), "", Progress.SILENT)).isEqualTo("password-empty");
    assertThat(refusal(temp.resolve("no/k"), Cases.WORD, Progress.SILENT))
        .isEqualTo("keystore-write-failed");
    assertThat(names()).isEmpty();
  }

  @Test
  void readsFromAFile() throws IOException {
    Path file = temp.resolve("k");
    write(export, file, Cases.WORD, Progress.SILENT);
    assertThat(Keystore.read(file).address().map(Object::toString))
        .isEqualTo(Optional.of(Cases.address()));
    assertThat(Keystore.read(file).toString()).isEqualTo("Keystore[" + Cases.address() + "]");
    assertThatThrownBy(() -> Keystore.read(temp.resolve("none")))
        .extracting("code")
        .isEqualTo("keystore-unreadable");
    Path large = Files.write(temp.resolve("large"), new byte[Keystore.MOST_BYTES + 1]);
    assertThatThrownBy(() -> Keystore.read(large)).extracting("code").isEqualTo("bad-keystore");
  }
}
