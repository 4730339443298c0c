package io.belay.app.cli;

import io.belay.app.fx.Version;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// Writes what a system shows and completes, from the commands as they are: `belay.1` for `man`,
/// `belay.bash` for shells. The packages' build calls it; nobody else does.
public final class Manual {
  private static final String FILES =
      """
      .SH FILES
      Keys and everything else lie in one directory for each user,
      \\fI~/.local/share/belay\\fR if nothing else is said by \\fB\\-\\-data\\-dir\\fR or the
      environment variable \\fBBELAY_DATA_DIR\\fR. Removing the program leaves it there.
      """;

  private final StringBuilder page = new StringBuilder();
  private final CommandLine root;

  private Manual(CommandLine root) {
    this.root = root;
  }

  /// Writes both files.
  ///
  /// @param args the directory
  public static void main(String[] args) throws IOException {
    Path target = Files.createDirectories(Path.of(args[0]));
    CommandLine commands = Cli.commands(Version.NUMBER);
    Files.writeString(target.resolve("belay.1"), page(commands), StandardCharsets.UTF_8);
    Files.writeString(target.resolve("belay.bash"), completion(commands), StandardCharsets.UTF_8);
  }

  /// The page in the language of `man`.
  static String page(CommandLine root) {
    return new Manual(root).write();
  }

  /// The completion, also of the window's own option.
  static String completion(CommandLine root) {
    return AutoComplete.bash("belay", root);
  }

  private String write() {
    CommandSpec spec = root.getCommandSpec();
    line(".TH BELAY 1 \"\" \"" + String.join(" ", spec.version()) + "\" \"User Commands\"");
    line(".SH NAME");
    line("belay \\- desktop wallet for Ethereum and EVM chains");
    line(".SH SYNOPSIS");
    line(".B belay");
    line("[\\fB\\-\\-open\\fR [\\fIethereum:\\fRURI]]");
    line(".br");
    line(".B belay");
    line("[\\fIoptions\\fR] \\fIcommand\\fR [\\fIarguments\\fR]");
    line(".SH DESCRIPTION");
    line(text(List.of(spec.usageMessage().description())));
    line("With a payment's URI (ERC\\-681) the window opens with the form filled in; nothing is");
    line("ever sent by it.");
    line(".SH OPTIONS");
    spec.options().forEach(this::option);
    line(".SH COMMANDS");
    commands("", root);
    exits();
    page.append(FILES);
    return page.toString();
  }

  private void exits() {
    line(".SH EXIT STATUS");
    for (ExitCode code : ExitCode.values()) {
      line(".TP");
      line(String.valueOf(code.number()));
      line(escaped(code.meaning()).replaceAll("`([^`]+)`", "\\\\fB$1\\\\fR"));
    }
  }

  private void commands(String parents, CommandLine line) {
    for (CommandLine each : new LinkedHashSet<>(line.getSubcommands().values())) {
      String name = parents + each.getCommandName();
      if (each.getSubcommands().isEmpty()) {
        command(name, each.getCommandSpec());
      } else {
        commands(name + " ", each);
      }
    }
  }

  private void command(String name, CommandSpec spec) {
    String parameters =
        spec.positionalParameters().stream()
            .map(PositionalParamSpec::paramLabel)
            .map(label -> " \\fI" + escaped(label) + "\\fR")
            .collect(Collectors.joining());
    line(".SS belay " + escaped(name) + parameters);
    line(text(List.of(spec.usageMessage().description())));
    spec.positionalParameters().forEach(each -> item("\\fI" + escaped(each.paramLabel()), each));
    // what every command takes stands above, once
    Collection<String> common =
        root.getCommandSpec().options().stream().map(OptionSpec::longestName).toList();
    spec.options().stream()
        .filter(each -> !common.contains(each.longestName()))
        .forEach(this::option);
  }

  private void option(OptionSpec option) {
    String names = String.join(", ", option.names());
    boolean flag = option.arity().max() == 0;
    item(
        "\\fB" + escaped(names) + (flag ? "" : "\\fR \\fI" + escaped(option.paramLabel())), option);
  }

  private void item(String name, ArgSpec what) {
    line(".TP");
    line(name + "\\fR");
    line(text(List.of(what.description())));
  }

  private void line(String text) {
    page.append(text).append('\n');
  }

  /// Lines of our own are one paragraph, and never a request.
  private static String text(List<String> lines) {
    String text = escaped(String.join(" ", lines).replace("%n", " ").replace("%%", "%"));
    return text.startsWith(".") || text.startsWith("'") ? "\\&" + text : text;
  }

  private static String escaped(String text) {
    return text.strip().replace("\\", "\\e").replace("-", "\\-");
  }
}
