package io.belay.app.cli;

import io.belay.core.store.AccountEntry;
import io.belay.core.track.LiveSession;
import io.belay.keystore.hd.AccountDiscovery;
import io.belay.keystore.hd.AccountDiscovery.Found;
import io.belay.keystore.vault.Unlocked;
import io.belay.keystore.vault.VaultAccount;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import tools.jackson.databind.node.ArrayNode;

@Command(
    name = "discover",
    description = {
      "Add the accounts of the vault's mnemonic that were used before on this network.",
      "Looks at the layouts of BIP-44, Ledger Live and older wallets, each until 20 addresses in a "
          + "row were never used; the endpoints learn these addresses."
    })
final class AccountDiscover implements Callable<Integer> {
  private final Invocation call;

  AccountDiscover(Invocation call) {
    this.call = call;
  }

  @Override
  public Integer call() throws InterruptedException {
    LiveSession session = call.network().session();
    ArrayNode json = Out.array();
    List<String> lines = new ArrayList<>();
    try (Unlocked unlocked = call.keyring().unlock()) {
      session.refresh(); // an account used a moment ago counts
      AccountDiscovery discovery = new AccountDiscovery(unlocked::address, session::isUsed);
      for (Found found : discovery.run(this::tell)) {
        VaultAccount account = unlocked.newAccount(found.path());
        String name = "Account " + (unlocked.accounts().indexOf(account) + 1);
        AccountEntry entry = call.keyring().enlist(account, name);
        json.add(AccountList.json(entry));
        lines.add(AccountList.line(entry));
      }
    }
    if (lines.isEmpty()) {
      lines.add("no account of this mnemonic was used on this network");
    }
    call.out().result(json, lines);
    return ExitCode.DONE.number();
  }

  private void tell(Found found) {
    if (found.used()) {
      call.out().note("used: " + found.path() + "  " + found.address());
    }
  }
}
