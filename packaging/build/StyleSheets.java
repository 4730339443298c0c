import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.css.Stylesheet;

/// Writes beside each style sheet its binary form, `light.bss` for `light.css`, which the toolkit takes
/// in its place and need not parse: `java -cp 'app/target/dist/lib/*' packaging/build/StyleSheets.java
/// app/src/main/resources/io/belay/app/theme`. What a sheet imports from the class path becomes part of
/// it. The forms are kept with the sheets, since the toolkit writes the classes of a selector in another
/// order each time and builds must come out the same twice; `sources.sha256` says of what they were made,
/// and a test fails where that has changed.
public final class StyleSheets {
  private static final Pattern IMPORT = Pattern.compile("@import \"/([^\"]+)\";");
  // The base theme's pictures for controls that Belay has not. The binary form would name the folder
  // of the build beside each.
  private static final Pattern PICTURE = Pattern.compile("[-a-z]+:\\s*url\\([^)]*\\);");

  private StyleSheets() {}

  public static void main(String[] arguments) throws IOException, NoSuchAlgorithmException {
    Path folder = Path.of(arguments[0]);
    MessageDigest sources = MessageDigest.getInstance("SHA-256");
    List<Path> sheets;
    try (Stream<Path> files = Files.list(folder)) {
      sheets = files.filter(file -> file.toString().endsWith(".css")).sorted().toList();
    }
    for (Path sheet : sheets) {
      String name = sheet.getFileName().toString().replace(".css", "");
      Path whole = folder.resolve(name + ".whole");
      Path binary = folder.resolve(name + ".bss");
      String text = whole(Files.readString(sheet));
      sources.update(text.getBytes(StandardCharsets.UTF_8));
      Files.writeString(whole, PICTURE.matcher(text).replaceAll(""));
      Stylesheet.convertToBinary(whole.toFile(), binary.toFile());
      Files.delete(whole);
      if (Files.readString(binary, StandardCharsets.ISO_8859_1).contains("file:")) {
        throw new IOException(binary + " names a folder of this machine");
      }
    }
    Files.writeString(
        folder.resolve("sources.sha256"), HexFormat.of().formatHex(sources.digest()) + "\n");
  }

  private static String whole(String sheet) {
    return IMPORT.matcher(sheet).replaceAll(StyleSheets::imported);
  }

  private static String imported(MatchResult found) {
    try (InputStream in = StyleSheets.class.getClassLoader().getResourceAsStream(found.group(1))) {
      return Matcher.quoteReplacement(
          new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
