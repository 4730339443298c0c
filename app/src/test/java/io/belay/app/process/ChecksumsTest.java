package io.belay.app.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the build is made of is what `checksums.txt` lists, or the build stops.
class ChecksumsTest {
  @TempDir Path directory;
  private Path repository;
  private Path list;
  private Path jar;

  @BeforeEach
  void repository() throws IOException, InterruptedException {
    repository = directory.resolve("repository");
    list = directory.resolve("checksums.txt");
    jar = put("org/example/rope/1.0/rope-1.0.jar", "a jar");
    put("org/example/rope/1.0/rope-1.0.pom", "a pom");
    put("org/example/rope/1.0/rope-1.0-linux.jar", "another jar");
    put("org/example/rope/1.0/_remote.repositories", "where it came from");
    put("io/belay/app/0.1.0/app-0.1.0.jar", "what is built here");
    assertThat(JavaFile.run("Checksums.java", "", "--write", list, repository).status()).isZero();
  }

  private Path put(String name, String content) throws IOException {
    Path file = repository.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, content);
  }

  private JavaFile.Ended check(String classPath) throws IOException, InterruptedException {
    return JavaFile.run("Checksums.java", "", list, repository, classPath);
  }

  @Test
  void theListNamesArtifactsAndNothingOfWhereTheyCameFrom() throws IOException {
    assertThat(Files.readAllLines(list))
        .map(line -> line.substring(65))
        .containsExactly(
            "org.example:rope:1.0::jar",
            "org.example:rope:1.0::pom",
            "org.example:rope:1.0:linux:jar");
    assertThat(Files.readAllLines(list)).allMatch(line -> line.matches("[0-9a-f]{64} \\S+"));
  }

  @Test
  void whatIsListedPasses() throws IOException, InterruptedException {
    assertThat(check(jar + File.pathSeparator + directory.resolve("classes")))
        .isEqualTo(new JavaFile.Ended(0, ""));
    Files.delete(jar); // not fetched yet
    assertThat(check("").status()).isZero();
  }

  @Test
  void whatIsBuiltHereNeedsNoLine() throws IOException, InterruptedException {
    Path own = repository.resolve("io/belay/app/0.1.0/app-0.1.0.jar");
    assertThat(check(own.toString())).isEqualTo(new JavaFile.Ended(0, ""));
  }

  @Test
  void oneChangedByteStopsTheBuildAndNamesTheArtifact() throws IOException, InterruptedException {
    byte[] bytes = Files.readAllBytes(jar);
    bytes[2] ^= 1;
    Files.write(jar, bytes);
    JavaFile.Ended ended = check("");
    assertThat(ended.status()).isEqualTo(1);
    assertThat(ended.said())
        .contains("changed: org.example:rope:1.0::jar")
        .doesNotContain("linux:jar has");
  }

  @Test
  void whatIsOnTheClassPathAndNotListedStopsTheBuild() throws IOException, InterruptedException {
    Path other = put("org/example/knot/2.0/knot-2.0.jar", "unheard of");
    JavaFile.Ended ended = check(jar + File.pathSeparator + other);
    assertThat(ended.status()).isEqualTo(1);
    assertThat(ended.said()).contains("not listed: org.example:knot:2.0::jar");
  }

  @Test
  void theProjectsListIsSortedAndWhole() throws IOException {
    List<String> lines = Files.readAllLines(Path.of("../packaging/checksums.txt"));
    assertThat(lines)
        .hasSizeGreaterThan(300)
        .allMatch(line ->
            line.matches("[0-9a-f]{64} [A-Za-z0-9_.-]+:[A-Za-z0-9_.-]+:[^:/ ]+:[^:/ ]*:(jar|pom)"));
    assertThat(lines.stream().map(line -> line.substring(65).replace(':', ' ')).toList())
        .doesNotHaveDuplicates();
    assertThat(lines).anyMatch(line -> line.contains(" org.bouncycastle:bcpg-jdk18on:"));
    assertThat(lines).anyMatch(line -> line.contains(":maven-compiler-plugin:"));
  }
}
