import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/// Makes what is the same in the packages of every system, with nothing but the JDK it runs on:
///
/// - `Image.java make LIB TARGET TIME ROOTS`: from the jars in `LIB` a Java runtime in `TARGET/runtime`,
///   JavaFX and its libraries in it, and the rest in `TARGET/app`; nothing is unpacked at run time. It
///   trusts the authorities in `ROOTS`;
/// - `Image.java archive RUNTIME APP OPTIONS CLASSES`: `APP/belay.jsa`, the classes of a start laid
///   ready, of commands and of the window.
///
/// `TIME` is what files are dated, so that two builds give the same bytes.
public final class Image {
  // by jdeps over the jars, and the words of the languages Belay speaks
  private static final String MODULES =
      "java.base,java.desktop,java.logging,java.naming,java.sql,java.xml,jdk.httpserver,"
          + "jdk.localedata,jdk.unsupported,javafx.base,javafx.graphics,javafx.controls";
  private static final String LOCALES = "en,de,es,ja,ar";

  private Image() {}

  public static void main(String[] args) throws Exception {
    switch (args[0]) {
      case "make" -> {
        make(Path.of(args[1]), Path.of(args[2]), Instant.parse(args[3]));
        trust(Path.of(args[4]), Path.of(args[2], "runtime/lib/security/cacerts"));
      }
      case "archive" -> archive(Path.of(args[1]), Path.of(args[2]), Path.of(args[3]), Path.of(args[4]));
      default -> throw new IllegalArgumentException(args[0]);
    }
  }

  private static void make(Path lib, Path target, Instant time) throws IOException {
    Path jmods = Files.createDirectories(target.resolve("jmods"));
    Path app = Files.createDirectories(target.resolve("app"));
    for (Path jar : files(lib, ".jar")) {
      String name = jar.getFileName().toString();
      if (name.startsWith("javafx-")) {
        module(jar, jmods, time);
      } else if (name.startsWith("sqlite-jdbc-")) {
        withoutNatives(jar, app, time);
      } else {
        Files.copy(jar, app.resolve(name), StandardCopyOption.REPLACE_EXISTING);
      }
    }
    run(
        "jlink",
        "--module-path",
        jmods.toString(),
        "--add-modules",
        MODULES,
        "--include-locales",
        LOCALES,
        "--no-header-files",
        "--no-man-pages",
        "--strip-java-debug-attributes",
        // what no start reads is small; the rest is fast, and packs better as a whole
        "--compress",
        "zip-6:filter=/java.desktop/**,/java.xml/**,/jdk.localedata/**",
        "--output",
        target.resolve("runtime").toString());
    delete(jmods);
    onlyJava(target.resolve("runtime/bin"));
  }

  /// jlink hands on what the machine trusts that builds, which may be more than anybody else should,
  /// and another machine's list gives other bytes.
  private static void trust(Path roots, Path store) throws IOException, GeneralSecurityException {
    // without a password, as the JDK's own: what is public needs none, and its salt would be random
    System.setProperty("keystore.pkcs12.certProtectionAlgorithm", "NONE");
    System.setProperty("keystore.pkcs12.macAlgorithm", "NONE");
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    try (InputStream in = Files.newInputStream(roots)) {
      for (Certificate root : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(root.getEncoded());
        trusted.setCertificateEntry(HexFormat.of().formatHex(digest), root);
      }
    }
    try (OutputStream out = Files.newOutputStream(store)) {
      trusted.store(out, null);
    }
  }

  /// With plain jars JavaFX would unpack its libraries into the user's home at run time. The jars
  /// without a system in their name are empty.
  private static void module(Path jar, Path jmods, Instant time) throws IOException {
    String[] parts = jar.getFileName().toString().split("-"); // javafx-NAME-VERSION-SYSTEM.jar
    if (parts.length < 4) {
      return;
    }
    Path work = Files.createTempDirectory("belay-module");
    Path classes = Files.createDirectories(work.resolve("classes"));
    Path natives = Files.createDirectories(work.resolve("natives"));
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      for (ZipEntry entry : entries(zip)) {
        Path to = (isNative(entry) ? natives : classes).resolve(entry.getName()).normalize();
        Files.createDirectories(to.getParent());
        try (InputStream in = zip.getInputStream(entry)) {
          Files.copy(in, to);
        }
      }
    }
    run(
        "jmod",
        "create",
        "--class-path",
        classes.toString(),
        "--libs",
        natives.toString(),
        "--date",
        time.toString(),
        jmods.resolve("javafx." + parts[1] + ".jmod").toString());
    delete(work);
  }

  private static boolean isNative(ZipEntry entry) {
    return entry.getName().matches(".*\\.(so|dll|dylib|jnilib)");
  }

  /// The one library for this system beside the jar, and the jar without the twenty for others.
  private static void withoutNatives(Path jar, Path app, Instant time) throws IOException {
    Path natives = Files.createDirectories(app.resolve("native"));
    String mine = "org/sqlite/native/" + system() + "/" + processor() + "/";
    try (ZipFile zip = new ZipFile(jar.toFile());
        OutputStream file = Files.newOutputStream(app.resolve(jar.getFileName()));
        ZipOutputStream out = new ZipOutputStream(file)) {
      for (ZipEntry entry : entries(zip)) {
        try (InputStream in = zip.getInputStream(entry)) {
          if (!isNative(entry)) {
            ZipEntry copy = new ZipEntry(entry.getName());
            copy.setTimeLocal(LocalDateTime.ofInstant(time, ZoneOffset.UTC));
            out.putNextEntry(copy);
            in.transferTo(out);
          } else if (entry.getName().startsWith(mine)) {
            Files.copy(in, natives.resolve(Path.of(entry.getName()).getFileName()));
          }
        }
      }
    }
    if (files(natives, "").isEmpty()) {
      throw new IllegalStateException("no " + mine + " in " + jar);
    }
  }

  private static List<ZipEntry> entries(ZipFile zip) {
    List<ZipEntry> all = new ArrayList<>();
    for (Enumeration<? extends ZipEntry> e = zip.entries(); e.hasMoreElements(); ) {
      ZipEntry entry = e.nextElement();
      if (!entry.isDirectory()) {
        all.add(entry);
      }
    }
    return all;
  }

  private static String system() {
    String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    return name.contains("win") ? "Windows" : name.contains("mac") ? "Mac" : "Linux";
  }

  private static String processor() {
    String name = System.getProperty("os.arch");
    return name.equals("amd64") ? "x86_64" : name;
  }

  private static void onlyJava(Path bin) throws IOException {
    for (Path tool : files(bin, "")) {
      String name = tool.getFileName().toString();
      if (!name.matches("javaw?(\\.exe)?|.*\\.dll")) {
        Files.delete(tool);
      }
    }
  }

  /// Java checks at every start that an archive fits its jars, and leaves it aside if not.
  private static void archive(Path runtime, Path app, Path options, Path classes)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(runtime.resolve("bin/java").toString()));
    Files.readAllLines(options).stream()
        .filter(option -> !option.startsWith("-Xshare") && !option.startsWith("-Xlog"))
        .forEach(command::add);
    command.addAll(
        List.of(
            "-Xshare:dump",
            "-Xlog:disable",
            "-Xlog:all=error:stderr",
            "-XX:SharedClassListFile=" + classes,
            "-XX:SharedArchiveFile=" + app.resolve("belay.jsa"),
            "-cp",
            classPath(app)));
    int status = new ProcessBuilder(command).inheritIO().start().waitFor();
    if (status != 0) {
      throw new IllegalStateException("belay.jsa was not made: " + status);
    }
  }

  /// The order is part of what must fit: jpackage's where it wrote one down, else by name.
  private static String classPath(Path app) throws IOException {
    for (Path cfg : files(app, ".cfg")) {
      List<String> jars =
          Files.readAllLines(cfg).stream()
              .filter(line -> line.startsWith("app.classpath="))
              .map(line -> line.substring(line.indexOf('=') + 1).replaceFirst("^.APPDIR.", ""))
              .map(name -> app.resolve(name).toString())
              .toList();
      return String.join(System.getProperty("path.separator"), jars);
    }
    return String.join(
        System.getProperty("path.separator"),
        files(app, ".jar").stream().map(Path::toString).toList());
  }

  private static List<Path> files(Path folder, String end) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(file -> file.toString().endsWith(end)).sorted().toList();
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path each : all.sorted((a, b) -> b.compareTo(a)).toList()) {
        Files.delete(each);
      }
    }
  }

  private static void run(String tool, String... args) {
    int status =
        ToolProvider.findFirst(tool)
            .orElseThrow(() -> new IllegalStateException("no " + tool + " in this JDK"))
            .run(System.out, System.err, args);
    if (status != 0) {
      throw new IllegalStateException(tool + " failed: " + status);
    }
  }
}
