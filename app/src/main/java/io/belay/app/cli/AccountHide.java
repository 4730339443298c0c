package io.belay.app.cli;

import io.belay.base.WalletException;
import io.belay.core.store.AccountBook;
import io.belay.core.store.AccountEntry;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "hide",
    description = "Take an account off the list; its key and its money stay where they are.")
final class AccountHide implements Callable<Integer> {
  @Parameters(paramLabel = "ACCOUNT", description = "its name or address")
  String account = "";

  @Option(names = "--undo", description = "put it back")
  boolean undo;

  private final Invocation call;

  AccountHide(Invocation call) {
    this.call = call;
  }

  @Override
  public Integer call() {
    AccountBook book = call.data().accounts();
    AccountEntry entry = undo ? hidden(book) : call.accounts().own(account);
    book.hide(entry.ref(), !undo);
    call.out().result(AccountList.json(entry), List.of(AccountList.line(entry)));
    return ExitCode.DONE.number();
  }

  private AccountEntry hidden(AccountBook book) {
    return book.hidden().stream()
        .filter(e ->
            e.name().equalsIgnoreCase(account.strip())
                || e.ref().address().toString().equalsIgnoreCase(account.strip()))
        .findFirst()
        .orElseThrow(() -> new WalletException("unknown-account", "no such account is hidden"));
  }
}
