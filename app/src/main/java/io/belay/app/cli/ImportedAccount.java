package io.belay.app.cli;

import io.belay.core.store.AccountEntry;
import io.belay.keystore.secret.SecretBytes;
import io.belay.keystore.v3.PrivateKey;
import io.belay.keystore.vault.Unlocked;
import io.belay.keystore.vault.VaultAccount;
import java.util.List;
import java.util.Optional;

/// Puts a key into the vault that is meant, and its account on the list.
final class ImportedAccount {
  private final Invocation call;

  ImportedAccount(Invocation call) {
    this.call = call;
  }

  ExitCode keep(PrivateKey key, Optional<String> name) {
    try (Unlocked unlocked = call.keyring().unlock();
        SecretBytes secret = key.secret()) {
      VaultAccount account = unlocked.importKey(secret);
      String usual = "Account " + (unlocked.accounts().indexOf(account) + 1);
      AccountEntry entry = call.keyring().enlist(account, name.orElse(usual));
      call.out().result(AccountList.json(entry), List.of(AccountList.line(entry)));
    }
    return ExitCode.DONE;
  }
}
