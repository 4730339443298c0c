package io.belay.app.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class LicencesTest {
  private static final Pattern DEPENDENCY =
      Pattern.compile(
          "<dependency>\\s*<groupId>([^<]+)</groupId>\\s*<artifactId>([^<]+)</artifactId>"
              + "(.*?)</dependency>",
          Pattern.DOTALL);

  private final List<String[]> parts =
      AboutPane.text("/io/belay/app/licences/parts.txt")
          .lines()
          .map(l -> l.split("\t", -1))
          .toList();

  @Test
  void everyPartHasANameAndALicence() {
    assertThat(parts).hasSizeGreaterThan(15).allMatch(p -> p.length == 3);
    assertThat(parts).allMatch(p -> !p[1].isBlank() && !p[2].isBlank());
  }

  @Test
  void everythingTheBuildBundlesIsNamed() throws IOException {
    Set<String> unnamed = new TreeSet<>();
    for (String module : List.of("../keystore", "../wallet-core", ".")) {
      Matcher found = DEPENDENCY.matcher(bundled(Path.of(module, "pom.xml")));
      while (found.find()) {
        boolean ours = found.group(1).equals("io.belay");
        if (!ours && !found.group(3).contains("<scope>test") && !isNamed(found)) {
          unnamed.add(found.group(1) + ":" + found.group(2));
        }
      }
    }
    assertThat(unnamed).isEmpty();
  }

  /// Without what the build itself is done with.
  private static String bundled(Path pom) throws IOException {
    String text = Files.readString(pom);
    int build = text.indexOf("<build>");
    return build < 0 ? text : text.substring(0, build);
  }

  private boolean isNamed(Matcher dependency) {
    String whole = dependency.group(1) + ":" + dependency.group(2);
    return parts.stream()
        .anyMatch(p -> dependency.group(2).startsWith(p[0]) || whole.contains(p[0]));
  }

  @Test
  void fontsCarryTheirLicences() {
    for (String font : List.of("OFL-BelaySans.txt", "OFL-JetBrainsMono.txt")) {
      assertThat(AboutPane.text("/io/belay/app/fonts/" + font)).contains("SIL OPEN FONT LICENSE");
    }
  }
}
