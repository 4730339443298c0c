package io.belay.app.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.app.Demanded;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What is bundled is listed with its checksum, and each part has the text of its licence.
class PartsIT {
  private static final Path DIST = Path.of("target", "dist");
  private static final Path LEGAL = DIST.resolve("legal");

  @TempDir Path directory;

  private static List<Path> jars() throws IOException {
    try (Stream<Path> files = Files.list(DIST.resolve("lib"))) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    }
  }

  private static String sha256(Path file) throws IOException {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  private static String hash(JsonNode part) {
    for (JsonNode hash : part.path("hashes")) {
      if (hash.path("alg").asString().equals("SHA-256")) {
        return hash.path("content").asString();
      }
    }
    return "";
  }

  /// By SHA-256, what the list of parts names.
  private static Map<String, String> listed(JsonNode sbom) {
    Map<String, String> listed = new TreeMap<>();
    for (JsonNode part : sbom.path("components")) {
      listed.put(hash(part), part.path("purl").asString());
    }
    JsonNode whole = sbom.path("metadata").path("component");
    listed.put(hash(whole), whole.path("purl").asString());
    return listed;
  }

  @Test
  void theListOfPartsHasEveryJarWithItsChecksum() throws IOException {
    Demanded.file(LEGAL.resolve("sbom.json")); // a build without the network makes none
    JsonNode sbom = JsonMapper.shared().readTree(Files.readString(LEGAL.resolve("sbom.json")));
    assertThat(sbom.path("bomFormat").asString()).isEqualTo("CycloneDX");
    assertThat(sbom.path("metadata").path("component").path("name").asString()).isEqualTo("app");
    assertThat(sbom.has("serialNumber")).isFalse(); // would be another in each build
    Map<String, String> listed = listed(sbom);
    int found = 0;
    for (Path jar : jars()) {
      assertThat(listed).as(jar.toString()).containsKey(sha256(jar));
      found++;
    }
    System.out.println("sbom.json: " + found + " jars, " + listed.size() + " parts");
    assertThat(listed).hasSize(found);
    assertThat(listed.values()).allMatch(purl -> purl.startsWith("pkg:maven/"));
  }

  @Test
  void everyJarIsOneThatTheBuildHasAChecksumOf() throws IOException {
    String locked = Files.readString(Path.of("../packaging/checksums.txt"));
    for (Path jar : jars()) {
      if (!jar.getFileName().toString().matches("(app|keystore|wallet-core)-.*")) {
        assertThat(locked).as(jar.toString()).contains(sha256(jar));
      }
    }
  }

  @Test
  void everyPartHasTheTextOfItsLicence() throws IOException {
    List<String> table = Files.readAllLines(LEGAL.resolve("licences/PARTS.txt"));
    for (Path jar : jars()) {
      String name = jar.getFileName().toString().replaceFirst("\\.jar$", "");
      if (name.matches("(app|keystore|wallet-core)-.*")) {
        continue;
      }
      String row =
          table.stream().filter(line -> line.startsWith(name + "\t")).findFirst().orElseThrow();
      for (String text : row.split("\t", -1)[2].split(" ", -1)) {
        assertThat(LEGAL.resolve("licences").resolve(text)).isNotEmptyFile();
      }
    }
    assertThat(Files.readString(LEGAL.resolve("licences/java/LICENSE.txt")))
        .contains("CLASSPATH\" EXCEPTION");
    assertThat(table).anyMatch(line -> line.startsWith("OFL-JetBrainsMono.txt\tOFL-1.1"));
  }

  @Test
  void aNewJarWithoutALicenceStopsTheBuild() throws IOException, InterruptedException {
    Path lib = Files.createDirectories(directory.resolve("dist/lib"));
    try (ZipOutputStream jar =
        new ZipOutputStream(Files.newOutputStream(lib.resolve("strange-1.0.jar")))) {
      jar.putNextEntry(new ZipEntry("META-INF/NOTICE"));
      jar.write(1);
    }
    String classPath = DIST.resolve("lib") + "/*";
    JavaFile.Ended ended =
        JavaFile.run(
            "Licences.java", classPath, Path.of("../packaging"), directory.resolve("dist"));
    assertThat(ended.status()).isEqualTo(1);
    assertThat(ended.said()).contains("no licence text: strange-1.0.jar");
  }
}
