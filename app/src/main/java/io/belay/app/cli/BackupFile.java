package io.belay.app.cli;

import io.belay.app.file.NewFile;
import io.belay.base.WalletException;
import io.belay.keystore.vault.Backup;
import io.belay.keystore.vault.KdfCost;
import io.belay.keystore.vault.Password;
import io.belay.keystore.vault.Vaults;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// The backup of a data directory: its data file, and its vaults under `vaults/`.
public final class BackupFile {
  static final String DATA = "belay.db";
  static final String VAULTS = "vaults/";
  static final String SUFFIX = ".vault";

  private BackupFile() {}

  /// Makes one and opens it once more. The password stays the caller's.
  ///
  /// @param cost of one guess at the password
  /// @param file not there yet
  /// @return the names of the vaults in it
  /// @throws WalletException `file-exists`, `no-vault`, `backup-too-large`, `file-not-written`,
  ///   `kdf-needs-memory`
  public static List<String> make(DataDirectory data, KdfCost cost, Path file, Password password) {
    NewFile.refuseExisting(file);
    Vaults vaults = data.vaults(cost);
    List<String> names = vaults.names();
    if (names.isEmpty()) {
      throw new WalletException("no-vault", "there is no vault yet, so nothing to back up");
    }
    SortedMap<String, byte[]> files = new TreeMap<>();
    names.forEach(name -> files.put(VAULTS + name + SUFFIX, vaults.file(name)));
    files.put(DATA, data.snapshot());
    Backup backup = new Backup(cost, data.random(), data.clock());
    byte[] bytes = backup.seal(files, password);
    backup.open(bytes, password); // what cannot be opened again is no backup
    NewFile.write(file, bytes);
    return names;
  }
}
