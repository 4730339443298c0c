package io.belay.app.cli;

import io.belay.core.store.AccountEntry;
import io.belay.keystore.hd.HdPath;
import io.belay.keystore.vault.Unlocked;
import io.belay.keystore.vault.VaultAccount;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "new", description = "Add the vault's next account, or the one at a path.")
final class AccountNew implements Callable<Integer> {
  @Option(names = "--path", paramLabel = "P", description = "BIP-32 path, such as m/44'/60'/0'/0/5")
  Optional<String> path = Optional.empty();

  @Option(names = "--name", paramLabel = "N", description = "its name")
  Optional<String> name = Optional.empty();

  private final Invocation call;

  AccountNew(Invocation call) {
    this.call = call;
  }

  @Override
  public Integer call() {
    Optional<HdPath> wanted = path.map(HdPath::parse);
    try (Unlocked unlocked = call.keyring().unlock()) {
      VaultAccount made = wanted.map(unlocked::newAccount).orElseGet(unlocked::newAccount);
      AccountEntry entry =
          call.keyring()
              .enlist(made, name.orElse("Account " + (unlocked.accounts().indexOf(made) + 1)));
      call.out().result(AccountList.json(entry), List.of(AccountList.line(entry)));
    }
    return ExitCode.DONE.number();
  }
}
