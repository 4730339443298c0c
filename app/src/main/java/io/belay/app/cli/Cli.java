package io.belay.app.cli;

import io.belay.base.WalletException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// Runs one call of the command line and answers with its exit status.
public final class Cli {
  private static final Logger LOG = LoggerFactory.getLogger(Cli.class);
  private static final Set<String> HELP = Set.of("--help", "-h");

  private final DataDirectory.Opener opener;
  private final String version;

  /// @param opener opens the data directory a call means
  /// @param version of the program
  public Cli(DataDirectory.Opener opener, String version) {
    this.opener = opener;
    this.version = version;
  }

  /// Runs a call; never throws, never prints a stack trace.
  ///
  /// @return the exit status
  public int run(String... args) {
    return run(Terminal.ofProcess(), args);
  }

  int run(Terminal terminal, String... args) {
    Out out = new Out(terminal, List.of(args).contains("--json"));
    Belay options = new Belay();
    try (Invocation call = new Invocation(options, opener, terminal, out)) {
      return tree(options, call, List.of(args))
          .setParameterExceptionHandler((e, given) -> refuse(out, e))
          .setExecutionExceptionHandler((e, line, parsed) -> fail(out, e))
          .setOut(writer(terminal.out()))
          .setErr(writer(terminal.err()))
          .execute(args);
    } catch (WalletException e) {
      return fail(out, e); // while sending what was due
    }
  }

  /// The commands with nothing to work on, for whoever describes them.
  static CommandLine commands(String version) {
    DataDirectory.Opener nowhere =
        directory -> {
          throw new IllegalStateException("described, not called");
        };
    Terminal terminal = Terminal.ofProcess();
    Belay options = new Belay();
    Invocation call = new Invocation(options, nowhere, terminal, new Out(terminal, false));
    return new Cli(nowhere, version).tree(options, call, List.of());
  }

  private static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(stream, true, stream.charset());
  }

  /// The commands that are named among the words of a call, else all, and all for help that comes
  /// before any name: to make one means to look into its class, and most calls need a few of the
  /// seventy.
  private CommandLine tree(Belay options, Invocation call, List<String> words) {
    CommandLine root = new CommandLine(options);
    root.getCommandSpec().version("belay " + version).mixinStandardHelpOptions(true);
    Map<String, Runnable> parts = new LinkedHashMap<>();
    parts.put("balance", () -> add(root, new Balance(call)));
    parts.put("send", () -> add(root, new Send(call)));
    parts.put("connectivity", () -> add(root, new ConnectivityShow(call)));
    parts.put("drill", () -> add(root, new DrillRun(call)));
    parts.put("demo", () -> add(root, new Demo(call)));
    parts.put("backup", () -> add(root, new BackupMake(call)));
    parts.put("restore", () -> add(root, new BackupRestore(call)));
    parts.put("verify-download", () -> add(root, new VerifyDownload(call)));
    parts.put("update-check", () -> add(root, new UpdateAsk(call, version)));
    parts.put("vault", () -> vaults(root, call));
    parts.put("account", () -> accounts(root, call));
    parts.put("nonce", () -> add(root, new NonceShow(call)));
    parts.put("tx", () -> transactions(root, call));
    parts.put("sign", () -> signatures(root, call));
    parts.put(
        "verify",
        () -> group(root, "verify", "Whose signature it is.", List.of(new VerifyMessage(call))));
    parts.put("network", () -> networks(root, call));
    parts.put("endpoint", () -> endpoints(root, call));
    parts.put("practice", () -> practice(root, call));
    boolean all =
        words.stream()
            .filter(word -> parts.containsKey(word) || HELP.contains(word))
            .findFirst()
            .filter(parts::containsKey)
            .isEmpty();
    parts.forEach((name, part) -> {
      if (all || words.contains(name)) {
        part.run();
      }
    });
    return root;
  }

  private static void vaults(CommandLine root, Invocation call) {
    group(
        root,
        "vault",
        "Vaults: where keys live.",
        List.of(
            new VaultCreate(call),
            new VaultList(call),
            new VaultShow(call),
            new VaultVerify(call),
            new VaultChangePassword(call),
            new VaultUseCopy(call),
            new VaultReveal(call)));
  }

  private static void accounts(CommandLine root, Invocation call) {
    group(
        root,
        "account",
        "Accounts.",
        List.of(
            new AccountList(call),
            new AccountNew(call),
            new AccountDiscover(call),
            new AccountImportKey(call),
            new AccountImportKeystore(call),
            new AccountExportKeystore(call),
            new AccountWatch(call),
            new AccountRename(call),
            new AccountHide(call)));
  }

  private static void transactions(CommandLine root, Invocation call) {
    group(
        root,
        "tx",
        "Transactions.",
        List.of(
            new TxList(call),
            new TxShow(call),
            new TxWays(call),
            new TxSpeedUp(call),
            new TxCancel(call),
            new TxRebroadcast(call),
            new TxDecode(call),
            new TxBroadcast(call)));
  }

  private static void signatures(CommandLine root, Invocation call) {
    group(
        root,
        "sign",
        "Signatures without sending anything.",
        List.of(new SignMessage(call), new SignTypedData(call), new SignTransaction(call)));
  }

  private static void networks(CommandLine root, Invocation call) {
    group(
        root,
        "network",
        "Networks.",
        List.of(
            new NetworkList(call),
            new NetworkUse(call),
            new NetworkAdd(call),
            new NetworkRemove(call),
            new NetworkShow(call),
            new NetworkPolicy(call),
            new NetworkProxy(call)));
  }

  private static void endpoints(CommandLine root, Invocation call) {
    group(
        root,
        "endpoint",
        "Endpoints.",
        List.of(
            new EndpointList(call),
            new EndpointAdd(call),
            new EndpointRemove(call),
            new EndpointTest(call),
            new EndpointEnable(call),
            new EndpointDisable(call),
            new EndpointMerge(call)));
  }

  private static void practice(CommandLine root, Invocation call) {
    group(
        root,
        "practice",
        "The practice network: a chain of your own, and its faults.",
        List.of(
            new PracticeServe(call),
            new PracticeFaucet(call),
            new PracticeFault(call),
            new PracticeMine(call),
            new PracticeReorg(call),
            new PracticeReset(call)));
  }

  private static void group(
      CommandLine root, String name, String description, List<Callable<Integer>> commands) {
    CommandSpec spec = CommandSpec.wrapWithoutInspection(new Group(name)).name(name);
    spec.usageMessage().description(description);
    spec.mixinStandardHelpOptions(true);
    CommandLine group = new CommandLine(spec);
    root.addSubcommand(name, group); // first, so that the commands inherit the root's options
    commands.forEach(command -> add(group, command));
  }

  private static void add(CommandLine parent, Callable<Integer> command) {
    CommandLine line = new CommandLine(command);
    line.getCommandSpec().mixinStandardHelpOptions(true);
    parent.addSubcommand(line);
  }

  private static int refuse(Out out, ParameterException e) {
    String message =
        e instanceof UnmatchedArgumentException unmatched && !unmatched.getUnmatched().isEmpty()
            ? "unknown command or option '"
                + unmatched.getUnmatched().getFirst()
                + "'; `belay --help` lists them"
            : Objects.requireNonNullElse(e.getMessage(), "");
    out.error("usage", firstLine(message));
    return ExitCode.USAGE.number();
  }

  private static String firstLine(String message) {
    return message.lines().findFirst().orElse("this call is wrong; `belay --help` shows how");
  }

  private static int fail(Out out, Exception e) {
    if (e instanceof WalletException known) {
      out.error(known.code(), known.text());
      return ExitCode.of(known.code()).number();
    }
    LOG.debug("a fault in Belay itself", e);
    out.error("internal-error", "a fault in Belay itself: " + e.getClass().getSimpleName());
    return ExitCode.REFUSED.number();
  }
}
