package io.belay.app.cli;

import io.belay.base.WalletException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/// The options that every command takes.
@Command(
    name = "belay",
    description = {
      "A wallet for Ethereum and EVM chains that no single provider can block or fool.",
      "Without a command it opens the window."
    })
final class Belay implements Callable<Integer> {
  @Option(
      names = "--data-dir",
      paramLabel = "DIR",
      scope = ScopeType.INHERIT,
      description = "where Belay keeps its data; else BELAY_DATA_DIR, else the system's place")
  Optional<Path> dataDirectory = Optional.empty();

  @Option(
      names = "--chain",
      paramLabel = "NAME|ID",
      scope = ScopeType.INHERIT,
      description = "the network; else the last `network use`, else practice")
  Optional<String> chain = Optional.empty();

  @Option(
      names = "--json",
      scope = ScopeType.INHERIT,
      description = "one JSON value on standard output, nothing else")
  boolean json;

  @Option(
      names = "--vault",
      paramLabel = "NAME",
      scope = ScopeType.INHERIT,
      description = "the vault, where there are several")
  Optional<String> vault = Optional.empty();

  @Option(
      names = "--password-file",
      paramLabel = "FILE",
      scope = ScopeType.INHERIT,
      description = "read the vault's password from a file")
  Optional<Path> passwordFile = Optional.empty();

  @Option(
      names = "--password-stdin",
      scope = ScopeType.INHERIT,
      description = "read the vault's password from standard input")
  boolean passwordStdin;

  @Option(
      names = {"-v", "--verbose"},
      scope = ScopeType.INHERIT,
      description = "say on standard error whom Belay asks what, and how that ends")
  boolean verbose;

  @Option(
      names = "--no-color",
      scope = ScopeType.INHERIT,
      description = "plain text; Belay writes no other, so far")
  boolean noColor;

  // as the first word it never gets here: the window is no command
  @Option(
      names = "--open",
      arity = "0..1",
      paramLabel = "URI",
      fallbackValue = "",
      description = "open the window; a payment (ethereum:…, ERC-681) is filled in, never sent")
  Optional<String> open = Optional.empty();

  @Override
  public Integer call() {
    throw new WalletException("usage", "say what to do; `belay --help` lists the commands");
  }
}
