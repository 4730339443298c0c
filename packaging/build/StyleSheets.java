import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.css.Stylesheet;

/// Writes beside each style sheet its binary form, `light.bss` for `light.css`, which the toolkit takes
/// in its place and need not parse: `java -cp ... StyleSheets.java SOURCE TARGET`. What a sheet imports
/// from the class path becomes part of it.
public final class StyleSheets {
  private static final Pattern IMPORT = Pattern.compile("@import \"/([^\"]+)\";");
  // The base theme's pictures for controls that Belay has not. The binary form would name the folder
  // of the build beside each.
  private static final Pattern PICTURE = Pattern.compile("[-a-z]+:\\s*url\\([^)]*\\);");

  private StyleSheets() {}

  public static void main(String[] arguments) throws IOException {
    Path source = Path.of(arguments[0]);
    Path target = Path.of(arguments[1]);
    Files.createDirectories(target);
    List<Path> sheets;
    try (Stream<Path> files = Files.list(source)) {
      sheets = files.filter(file -> file.toString().endsWith(".css")).sorted().toList();
    }
    for (Path sheet : sheets) {
      String name = sheet.getFileName().toString().replace(".css", "");
      Path whole = target.resolve(name + ".whole");
      Path binary = target.resolve(name + ".bss");
      Files.writeString(whole, whole(Files.readString(sheet)));
      Stylesheet.convertToBinary(whole.toFile(), binary.toFile());
      Files.delete(whole);
      if (Files.readString(binary, StandardCharsets.ISO_8859_1).contains("file:")) {
        throw new IOException(binary + " names a folder of this machine");
      }
    }
  }

  private static String whole(String sheet) {
    String text = IMPORT.matcher(sheet).replaceAll(StyleSheets::imported);
    return PICTURE.matcher(text).replaceAll("");
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
