import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Gathers the licence texts of all that is in `DIST/lib` into `DIST/legal/licences`, with a list of
/// what is under which licence (`PARTS.txt`), and fails where a part has no text.
///
/// A part's texts are those in its jar, then `PACKAGING/licences/parts/ARTIFACT.txt`, else the text
/// of the licence that its POM names, which `DIST/legal/sbom.json` repeats.
///
/// `java -cp 'DIST/lib/*' Licences.java PACKAGING DIST`
final class Licences {
  private static final Pattern TEXT =
      Pattern.compile(
          "(?i)(.*/)?(licen[cs]e|notice|copying|copyright)[^/]*(?<!\\.class)(?<!\\.java)");
  private static final String APP = "app(-[0-9.]+)?[.]jar";
  private static final Pattern NOTICE = Pattern.compile("(?i).*notice[^/]*");
  private static final String JDK = "GPL-2.0-with-classpath-exception";
  private static final Map<String, String> OTHER_NAMES =
      Map.of(
          "CC0", "CC0-1.0",
          "Mozilla Public License 2.0", "MPL-2.0",
          "GPLv2+CE", JDK);

  private final Path packaging;
  private final Path out;
  private final List<String> table = new ArrayList<>();
  private final List<String> missing = new ArrayList<>();

  private Licences(Path packaging, Path out) {
    this.packaging = packaging;
    this.out = out;
  }

  /// @param name of the artifact
  /// @param licences SPDX ids or names, as its POM has them
  private record Part(String name, List<String> licences) {}

  public static void main(String[] args) throws IOException {
    Path packaging = Path.of(args[0]);
    Path dist = Path.of(args[1]);
    Licences licences = new Licences(packaging, dist.resolve("legal/licences"));
    licences.clear();
    licences.belay();
    Path sbom = dist.resolve("legal/sbom.json");
    Map<String, Part> parts = parts(sbom);
    try (Stream<Path> jars = Files.list(dist.resolve("lib"))) {
      for (Path jar : jars.filter(f -> f.toString().endsWith(".jar")).sorted().toList()) {
        licences.add(jar, parts);
        if (jar.getFileName().toString().matches(APP)) {
          addWhole(sbom, jar);
        }
      }
    }
    licences.end();
  }

  private void clear() throws IOException {
    if (Files.exists(out)) {
      try (Stream<Path> old = Files.walk(out)) {
        for (Path file : old.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
    Files.createDirectories(out);
  }

  /// Belay's own, its fonts', and those of the Java that runs it.
  private void belay() throws IOException {
    copy(packaging.resolve("LICENSE"), "belay/LICENSE.txt");
    table.add("belay\tApache-2.0\tbelay/LICENSE.txt");
    Path fonts = packaging.resolve("../app/src/main/resources/io/belay/app/fonts");
    try (Stream<Path> texts = Files.list(fonts)) {
      for (Path text : texts.filter(f -> f.toString().endsWith(".txt")).sorted().toList()) {
        copy(text, "fonts/" + text.getFileName());
        table.add(text.getFileName() + "\tOFL-1.1\tfonts/" + text.getFileName());
      }
    }
    Path jdk = Path.of(System.getProperty("java.home"), "legal", "java.base");
    for (String text : List.of("LICENSE", "ADDITIONAL_LICENSE_INFO", "ASSEMBLY_EXCEPTION")) {
      copy(jdk.resolve(text), "java/" + text + ".txt");
    }
    table.add("java\t" + JDK + "\tjava/LICENSE.txt");
  }

  /// The list of parts has the checksum of each; this adds that of the jar it is the list of.
  private static void addWhole(Path sbom, Path jar) throws IOException {
    ObjectNode root = (ObjectNode) JsonMapper.shared().readTree(Files.readString(sbom));
    if (root.path("metadata").path("component") instanceof ObjectNode whole) {
      whole.putArray("hashes").addObject().put("alg", "SHA-256").put("content", sha256(jar));
      Files.writeString(
          sbom, JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(root));
    }
  }

  private static String sha256(Path file) throws IOException {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /// By the names of their jars.
  private static Map<String, Part> parts(Path sbom) throws IOException {
    Map<String, Part> parts = new TreeMap<>();
    for (JsonNode part : JsonMapper.shared().readTree(sbom).path("components")) {
      String name = part.path("name").asString();
      String classifier = part.path("purl").asString().replaceFirst(".*[?&]classifier=", "-");
      classifier = classifier.startsWith("-") ? classifier.replaceFirst("&.*", "") : "";
      List<String> licences = new ArrayList<>();
      for (JsonNode licence : part.path("licenses")) {
        JsonNode inner = licence.path("license");
        String named = inner.path("id").asString(inner.path("name").asString(""));
        licences.addAll(
            List.of((named + licence.path("expression").asString("")).split("[() ]+OR[() ]+")));
      }
      parts.put(
          name + "-" + part.path("version").asString() + classifier + ".jar",
          new Part(name, licences));
    }
    return parts;
  }

  private void add(Path jar, Map<String, Part> parts) throws IOException {
    String file = jar.getFileName().toString();
    if (file.matches(APP) || file.matches("(keystore|wallet-core)-.*")) {
      return; // Belay itself
    }
    Part part = parts.getOrDefault(file, new Part(file, List.of()));
    String folder = file.substring(0, file.length() - ".jar".length());
    List<String> texts = new ArrayList<>(inside(jar, folder));
    Path own = packaging.resolve("licences/parts").resolve(part.name() + ".txt");
    if (Files.exists(own)) {
      texts.add(copy(own, folder + "/" + own.getFileName()));
    }
    if (texts.stream().allMatch(text -> NOTICE.matcher(text).matches())) {
      texts.addAll(standard(part, folder));
    }
    if (texts.stream().allMatch(text -> NOTICE.matcher(text).matches())) {
      missing.add(file + " (its POM says: " + part.licences() + ")");
    }
    table.add(
        String.join("\t", folder, String.join(" or ", part.licences()), String.join(" ", texts)));
  }

  private List<String> inside(Path jar, String folder) throws IOException {
    List<String> texts = new ArrayList<>();
    try (JarFile open = new JarFile(jar.toFile())) {
      for (Enumeration<JarEntry> all = open.entries(); all.hasMoreElements(); ) {
        JarEntry entry = all.nextElement();
        if (!entry.isDirectory() && TEXT.matcher(entry.getName()).matches()) {
          String name = folder + "/" + entry.getName().replaceFirst(".*/", "");
          Path to = out.resolve(name);
          Files.createDirectories(to.getParent());
          try (InputStream in = open.getInputStream(entry)) {
            Files.copy(in, to, StandardCopyOption.REPLACE_EXISTING);
          }
          texts.add(name);
        }
      }
    }
    texts.sort(Comparator.naturalOrder());
    return texts;
  }

  /// One of several licences that a part offers is enough; the first that there is a text of.
  private List<String> standard(Part part, String folder) throws IOException {
    for (String licence : part.licences()) {
      String id =
          licence.matches("(?i)the apache (software )?license, version 2.0")
              ? "Apache-2.0"
              : OTHER_NAMES.getOrDefault(licence, licence);
      if (id.contains("GPL") && id.toLowerCase(Locale.ROOT).contains("classpath")) {
        return List.of("java/LICENSE.txt");
      }
      Path text =
          id.equals("Apache-2.0")
              ? packaging.resolve("LICENSE")
              : packaging.resolve("licences").resolve(id + ".txt");
      if (Files.exists(text)) {
        return List.of(copy(text, folder + "/" + id + ".txt"));
      }
    }
    return List.of();
  }

  private String copy(Path from, String name) throws IOException {
    Path to = out.resolve(name);
    Files.createDirectories(to.getParent());
    Files.write(to, Files.readAllBytes(from));
    return name;
  }

  private void end() throws IOException {
    if (!missing.isEmpty()) {
      missing.forEach(part -> System.err.println("no licence text: " + part));
      System.err.println("See packaging/licences/README.md.");
      System.exit(1);
    }
    Files.write(out.resolve("PARTS.txt"), table);
  }
}
