import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Holds what the build is made of against `packaging/checksums.txt`, one artifact a line: its
/// SHA-256 and `group:artifact:version:classifier:type`, sorted, and nothing of where it came from.
///
/// `java Checksums.java LIST REPOSITORY [CLASS_PATH]` fails where an artifact in the local
/// repository is not the listed one, or one on the class path is not listed.
/// `java Checksums.java --write LIST REPOSITORY` lists all that a repository holds; see
/// `checksums.sh`.
final class Checksums {
  private static final List<String> TYPES = List.of("jar", "pom");
  private static final String OWN = "io.belay:";

  private Checksums() {}

  public static void main(String[] args) throws IOException {
    if (args.length == 3 && args[0].equals("--write")) {
      write(Path.of(args[1]), Path.of(args[2]));
      return;
    }
    Path repository = Path.of(args[1]).toAbsolutePath();
    Map<String, String> listed = read(Path.of(args[0]));
    List<String> wrong = new ArrayList<>(changed(listed, repository));
    if (args.length > 2) {
      wrong.addAll(unlisted(listed, repository, args[2]));
    }
    if (!wrong.isEmpty()) {
      wrong.forEach(System.err::println);
      System.err.println(
          "The build was stopped: see packaging/VERIFY.md, \"A dependency has changed\".");
      System.exit(1);
    }
  }

  private static void write(Path list, Path repository) throws IOException {
    try (Stream<Path> files = Files.walk(repository)) {
      List<String> lines =
          files
              .filter(Files::isRegularFile)
              .flatMap(file -> coordinates(repository, file).stream()
                  .filter(name -> !name.startsWith(OWN))
                  .map(name -> name + "\t" + sha256(file)))
              .sorted()
              .map(line -> line.split("\t")[1] + " " + line.split("\t")[0])
              .toList();
      Files.write(list, lines);
      System.out.println(lines.size() + " artifacts listed");
    }
  }

  private static Map<String, String> read(Path list) throws IOException {
    Map<String, String> listed = new LinkedHashMap<>();
    for (String line : Files.readAllLines(list)) {
      String[] parts = line.split(" ");
      if (parts.length != 2 || parts[0].length() != 64) {
        throw new IOException("an odd line in " + list + ": " + line);
      }
      listed.put(parts[1], parts[0]);
    }
    return listed;
  }

  /// What was not fetched yet is looked at by the next module, or at the end.
  private static List<String> changed(Map<String, String> listed, Path repository) {
    return listed.entrySet().parallelStream()
        .filter(entry -> {
          Path file = file(repository, entry.getKey());
          return Files.isRegularFile(file) && !sha256(file).equals(entry.getValue());
        })
        .map(entry -> "changed: " + entry.getKey() + " has not the SHA-256 " + entry.getValue())
        .toList();
  }

  private static List<String> unlisted(
      Map<String, String> listed, Path repository, String classPath) {
    return Arrays.stream(classPath.split(java.io.File.pathSeparator))
        .map(entry -> Path.of(entry).toAbsolutePath())
        .filter(entry -> entry.startsWith(repository))
        .map(entry -> coordinates(repository, entry).orElse(entry.toString()))
        .filter(name -> !name.startsWith(OWN) && !listed.containsKey(name))
        .map(name -> "not listed: " + name)
        .toList();
  }

  /// `a/b/c/1.0/c-1.0-x.jar` is `a.b:c:1.0:x:jar`.
  private static Optional<String> coordinates(Path repository, Path file) {
    Path place = repository.relativize(file);
    int parts = place.getNameCount();
    String type = place.toString().replaceFirst(".*\\.", "");
    if (parts < 4 || !TYPES.contains(type)) {
      return Optional.empty();
    }
    String version = place.getName(parts - 2).toString();
    String artifact = place.getName(parts - 3).toString();
    String start = artifact + "-" + version;
    String name = place.getName(parts - 1).toString();
    String group = place.subpath(0, parts - 3).toString().replace(java.io.File.separatorChar, '.');
    if (!name.startsWith(start)) {
      return Optional.empty();
    }
    String classifier = name.substring(start.length(), name.length() - type.length() - 1);
    return Optional.of(
        String.join(
            ":", group, artifact, version, classifier.replaceFirst("^-", ""), type));
  }

  private static Path file(Path repository, String name) {
    String[] p = name.split(":", -1);
    String classifier = p[3].isEmpty() ? "" : "-" + p[3];
    return repository
        .resolve(p[0].replace('.', '/'))
        .resolve(p[1])
        .resolve(p[2])
        .resolve(p[1] + "-" + p[2] + classifier + "." + p[4]);
  }

  private static String sha256(Path file) {
    try (InputStream in = Files.newInputStream(file);
        DigestInputStream digest =
            new DigestInputStream(in, MessageDigest.getInstance("SHA-256"))) {
      byte[] buffer = new byte[1 << 16];
      while (digest.read(buffer) >= 0) {
        // the digest sees it
      }
      return HexFormat.of().formatHex(digest.getMessageDigest().digest());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
