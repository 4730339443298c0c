package io.belay.app.cli;

import io.belay.core.chain.ChainRegistry;
import io.belay.core.chain.KnownNetwork;
import io.belay.core.practice.PracticeNet;
import io.belay.core.rpc.Endpoint;
import io.belay.core.store.AccountBook;
import io.belay.core.store.ContactBook;
import io.belay.core.store.LabelBook;
import io.belay.core.store.Settings;
import io.belay.keystore.vault.KdfCost;
import io.belay.keystore.vault.Vaults;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;

/// All that lives in one data directory, as commands use it. Several processes may have it open at
/// the same time.
public interface DataDirectory extends AutoCloseable {
  /// Setting: the network that commands mean without `--chain`.
  String CURRENT_NETWORK = "network";

  /// Setting: how many endpoints the practice network has.
  String PRACTICE_ENDPOINTS = "practice.endpoints";

  /// Setting: milliseconds between two blocks of the practice network.
  String PRACTICE_BLOCK_MILLIS = "practice.block-millis";

  /// Opens a data directory.
  interface Opener {
    /// Opens it; it is made if need be.
    DataDirectory open(Path path);
  }

  /// Time.
  InstantSource clock();

  /// The one source of randomness, seeded by the system alone.
  SecureRandom random();

  /// The user's choices.
  Settings settings();

  /// The list of accounts.
  AccountBook accounts();

  /// The address book.
  ContactBook contacts();

  /// What transactions are called.
  LabelBook labels();

  /// The vaults.
  ///
  /// @param cost of passwords set from here on
  Vaults vaults(KdfCost cost);

  /// A copy of the data file as it is now, for a backup.
  byte[] snapshot();

  /// Takes over a copy of a data file; this one must hold no accounts and no transactions yet.
  ///
  /// @throws io.belay.base.WalletException `data-exists`, `data-newer`, `restore-failed`
  void restore(byte[] snapshot);

  /// The networks.
  ChainRegistry networks();

  /// The ways to the networks.
  Ways ways();

  /// The practice network and its controls, opened at the first call.
  PracticeNet practice();

  /// Opens the practice network.
  OpenNetwork openPracticeNetwork();

  /// Opens a network.
  OpenNetwork open(KnownNetwork network);

  /// A network's endpoints as they are decided on now, for a session that is open.
  List<Endpoint> endpoints(KnownNetwork network);

  /// Leaves everything; what was signed stays on disk.
  @Override
  void close();
}
