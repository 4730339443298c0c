package io.belay.app.cli;

import io.belay.base.WalletException;
import io.belay.core.store.AccountEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

@Command(name = "list", description = "The accounts; needs no password.")
final class AccountList implements Callable<Integer> {
  @Option(names = "--hidden", description = "those that are hidden")
  boolean hidden;

  @Option(names = "--csv", description = "as comma-separated values (RFC 4180)")
  boolean csv;

  private final Invocation call;

  AccountList(Invocation call) {
    this.call = call;
  }

  @Override
  public Integer call() {
    if (csv && call.options().json) {
      throw new WalletException("usage", "either --csv or --json, not both");
    }
    List<AccountEntry> entries = hidden ? call.data().accounts().hidden() : call.accounts().all();
    ArrayNode json = Out.array();
    List<String> lines = new ArrayList<>(csv ? List.of("address,name,path,kind") : List.of());
    for (AccountEntry entry : entries) {
      json.add(json(entry));
      lines.add(csv ? csv(entry) : line(entry));
    }
    if (lines.isEmpty()) {
      lines.add(
          hidden ? "no account is hidden" : "no account yet; `belay vault create` makes the first");
    }
    call.out().result(json, lines);
    return ExitCode.DONE.number();
  }

  static ObjectNode json(AccountEntry entry) {
    return Out.object()
        .put("address", entry.ref().address().toString())
        .put("name", entry.name())
        .put("path", entry.path())
        .put("kind", entry.kind());
  }

  static String line(AccountEntry entry) {
    String where = entry.path().isEmpty() ? entry.kind() : entry.path();
    return entry.ref().address() + "  " + entry.name() + "  " + where;
  }

  private static String csv(AccountEntry entry) {
    return String.join(
        ",",
        entry.ref().address().toString(),
        quoted(entry.name()),
        quoted(entry.path()),
        entry.kind());
  }

  /// A spreadsheet takes a cell that begins like a formula for one, so a space keeps it text.
  private static String quoted(String text) {
    String safe = text.matches("[=+@\\-\\t\\r].*") ? " " + text : text;
    return "\"" + safe.replace("\"", "\"\"") + "\"";
  }
}
