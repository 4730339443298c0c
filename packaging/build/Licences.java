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
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Gathers the licence texts of all that is in `DIST/lib` into `DIST/legal/licences`, with a list of
/// what is under which licence (`PARTS.txt`), and fails where a part has no text.
///
/// `PACKAGING/licences/parts.txt` says which licence a part's POM names. A part's texts are those in
/// its jar, then `PACKAGING/licences/parts/ARTIFACT.txt`, else the text of that licence. Where there
/// is a list of parts (`DIST/legal/sbom.json`), the checksum of Belay's own jar is added to it.
///
/// `java -cp 'DIST/lib/*' Licences.java PACKAGING DIST`
final class Licences {
  private static final Pattern TEXT =
      Pattern.compile(
          "(?i)(.*/)?(licen[cs]e|notice|copying|copyright)[^/]*(?<!\\.class)(?<!\\.java)");
  private static final String APP = "app(-[0-9.]+)?[.]jar";
  private static final Pattern NOTICE = Pattern.compile("(?i).*notice[^/]*");
  private static final String JDK = "GPL-2.0-with-classpath-exception";

  private final Path packaging;
  private final Path out;
  private final List<String> table = new ArrayList<>();
  private final List<String> missing = new ArrayList<>();

  private Licences(Path packaging, Path out) {
    this.packaging = packaging;
    this.out = out;
  }

  public static void main(String[] args) throws IOException {
    Path packaging = Path.of(args[0]);
    Path dist = Path.of(args[1]);
    Licences licences = new Licences(packaging, dist.resolve("legal/licences"));
    licences.clear();
    licences.belay();
    Path sbom = dist.resolve("legal/sbom.json");
    Map<String, String> parts = parts(packaging.resolve("licences/parts.txt"));
    try (Stream<Path> jars = Files.list(dist.resolve("lib"))) {
      discardOutdated(sbom, dist.resolve("lib"));
      for (Path jar : jars.filter(f -> f.toString().endsWith(".jar")).sorted().toList()) {
        licences.add(jar, parts);
        if (jar.getFileName().toString().matches(APP) && Files.exists(sbom)) {
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
    Path licence = jdk.resolve("LICENSE"); // Debian's JDK has it elsewhere
    copy(
        Files.exists(licence) ? licence : packaging.resolve("licences/" + JDK + ".txt"),
        "java/LICENSE.txt");
    for (String text : List.of("ADDITIONAL_LICENSE_INFO", "ASSEMBLY_EXCEPTION")) {
      if (Files.exists(jdk.resolve(text))) {
        copy(jdk.resolve(text), "java/" + text + ".txt");
      }
    }
    table.add("java\t" + JDK + "\tjava/LICENSE.txt");
  }

  /// Without the network no list is made: one of an earlier build must not stand for this one.
  private static void discardOutdated(Path sbom, Path lib) throws IOException {
    if (!Files.exists(sbom)) {
      return;
    }
    try (Stream<Path> jars = Files.list(lib)) {
      for (Path jar : jars.filter(f -> f.toString().endsWith(".jar")).toList()) {
        if (Files.exists(sbom)
            && Files.getLastModifiedTime(jar).compareTo(Files.getLastModifiedTime(sbom)) > 0) {
          Files.delete(sbom);
        }
      }
    }
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

  /// Licences by artifacts.
  private static Map<String, String> parts(Path table) throws IOException {
    Map<String, String> parts = new TreeMap<>();
    for (String line : Files.readAllLines(table)) {
      parts.put(line.substring(0, line.indexOf('\t')), line.substring(line.indexOf('\t') + 1));
    }
    return parts;
  }

  private void add(Path jar, Map<String, String> parts) throws IOException {
    String file = jar.getFileName().toString();
    if (file.matches(APP) || file.matches("(keystore|wallet-core)-.*")) {
      return; // Belay itself
    }
    String artifact = file.replaceFirst("-[0-9].*", "");
    String licence = parts.getOrDefault(artifact, "");
    String folder = file.substring(0, file.length() - ".jar".length());
    List<String> texts = new ArrayList<>(inside(jar, folder));
    Path own = packaging.resolve("licences/parts").resolve(artifact + ".txt");
    if (Files.exists(own)) {
      texts.add(copy(own, folder + "/" + own.getFileName()));
    }
    if (texts.stream().allMatch(text -> NOTICE.matcher(text).matches())) {
      texts.addAll(standard(licence, folder));
    }
    if (licence.isEmpty() || texts.stream().allMatch(text -> NOTICE.matcher(text).matches())) {
      missing.add(file + (licence.isEmpty() ? ", and no licence named" : " (" + licence + ")"));
    }
    table.add(String.join("\t", folder, licence, String.join(" ", texts)));
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
  private List<String> standard(String licence, String folder) throws IOException {
    for (String id : licence.split(" or ")) {
      if (id.equals(JDK)) {
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
