package io.belay.app.cli;

import io.belay.core.store.AccountBook;
import io.belay.core.store.AccountEntry;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "rename", description = "Give an account another name.")
final class AccountRename implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "ACCOUNT", description = "its name or address")
  String account = "";

  @Parameters(index = "1", paramLabel = "NAME", description = "its new name")
  String name = "";

  private final Invocation call;

  AccountRename(Invocation call) {
    this.call = call;
  }

  @Override
  public Integer call() {
    AccountEntry entry = call.accounts().own(account);
    AccountBook book = call.data().accounts();
    book.rename(entry.ref(), name);
    AccountEntry renamed =
        book.reload().stream().filter(e -> e.ref().equals(entry.ref())).findFirst().orElse(entry);
    call.out().result(AccountList.json(renamed), List.of(AccountList.line(renamed)));
    return ExitCode.DONE.number();
  }
}
