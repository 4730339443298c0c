package io.belay.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ManualTest {
  private final CommandLine root = Cli.commands("9.9");

  private static void names(String parents, CommandLine line, List<String> into) {
    line.getSubcommands()
        .values()
        .forEach(each -> {
          String name = parents + " " + each.getCommandName();
          if (each.getSubcommands().isEmpty()) {
            into.add(name);
          }
          names(name, each, into);
        });
  }

  private static Stream<CommandLine> all(CommandLine line) {
    return Stream.concat(
        Stream.of(line), line.getSubcommands().values().stream().flatMap(ManualTest::all));
  }

  @Test
  void everyCommandAndOptionIsInThePage() {
    List<String> names = new ArrayList<>();
    names("belay", root, names);
    assertThat(names).hasSizeGreaterThan(50).contains("belay vault create", "belay send");
    String page = Manual.page(root).replace("\\-", "-");
    assertThat(names)
        .allSatisfy(name -> assertThat(page).containsPattern(".SS " + name + "( |\n)"));
    for (CommandLine command : all(root).toList()) {
      command
          .getCommandSpec()
          .options()
          .forEach(option -> assertThat(page).contains(option.longestName()));
    }
    assertThat(page).contains("belay 9.9").contains("--open");
  }

  @Test
  void everyExitStatusIsExplained() {
    String page = Manual.page(root);
    for (ExitCode code : ExitCode.values()) {
      assertThat(page).contains(".TP\n" + code.number() + "\n" + code.meaning().substring(0, 4));
    }
    assertThat(page).contains("done; for \\fBsend\\fR: the awaited");
  }

  /// A line that begins with a dot or a quote would be a request, and vanish.
  @Test
  void noLineButOurOwnIsARequest() {
    assertThat(
            Manual.page(root).lines().filter(line -> line.startsWith(".") || line.startsWith("'")))
        .allMatch(line -> line.matches("\\.(TH|SH|SS|TP|B|br)( .*)?"));
  }

  @Test
  void bothFilesAreWritten(@TempDir Path directory) throws IOException {
    Manual.main(new String[] {directory.resolve("share").toString()});
    assertThat(Files.readString(directory.resolve("share/belay.1"))).startsWith(".TH BELAY 1");
    assertThat(Files.readString(directory.resolve("share/belay.bash"))).contains("speed-up");
  }
}
