package io.belay.app.accounts;

import io.belay.core.state.State;
import io.belay.core.store.AccountEntry;
import io.belay.keystore.Signer;
import java.util.List;
import java.util.Optional;

/// The accounts of the open vault.
public interface AccountDesk {
  /// The accounts in order of making.
  State<List<AccountEntry>> accounts();

  /// Makes the next account.
  AccountEntry newAccount(String name);

  /// Signs for them until the vault is locked.
  Signer signer();

  /// Gives practice money, on a practice network.
  Optional<Faucet> faucet();
}
