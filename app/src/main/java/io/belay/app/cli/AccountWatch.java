package io.belay.app.cli;

import io.belay.base.Address;
import io.belay.base.WalletException;
import io.belay.core.store.AccountEntry;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "watch", description = "List an address whose key is not here.")
final class AccountWatch implements Callable<Integer> {
  @Parameters(paramLabel = "ADDRESS", description = "the address")
  String address = "";

  @Option(names = "--name", paramLabel = "N", description = "its name")
  Optional<String> name = Optional.empty();

  private final Invocation call;

  AccountWatch(Invocation call) {
    this.call = call;
  }

  @Override
  public Integer call() {
    Address parsed = Address.parse(address);
    Accounts known = call.accounts();
    if (known.all().stream().anyMatch(entry -> entry.ref().address().equals(parsed))) {
      throw new WalletException("account-exists", "this address is on the list already");
    }
    long watched = known.all().stream().filter(AccountEntry::isWatched).count();
    AccountEntry entry = AccountEntry.watched(parsed, name.orElse("Watched " + (watched + 1)));
    call.data().accounts().add(entry);
    call.out().result(AccountList.json(entry), List.of(AccountList.line(entry)));
    return ExitCode.DONE.number();
  }
}
