package io.belay.app.cli;

import io.belay.base.WalletException;
import io.belay.keystore.vault.Backup;
import io.belay.keystore.vault.KdfCost;
import io.belay.keystore.vault.Password;
import io.belay.keystore.vault.Vaults;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// A backup that its password has opened, for a data directory that has no vaults and no accounts
/// yet. Nothing is written before [#restore].
public final class OpenBackup {
  private static final int MOST_BYTES = 64 * 1024 * 1024;

  private final DataDirectory directory;
  private final byte[] data;
  private final SortedMap<String, byte[]> vaults;

  private OpenBackup(DataDirectory directory, byte[] data, SortedMap<String, byte[]> vaults) {
    this.directory = directory;
    this.data = data;
    this.vaults = vaults;
  }

  /// Says at once where nothing can be restored, before anybody types a password.
  ///
  /// @throws WalletException `data-exists`
  public static void refuseVaults(DataDirectory directory) {
    if (!directory.vaults(KdfCost.DEFAULT).names().isEmpty()) {
      throw new WalletException(
          "data-exists", "this data directory has vaults already: restore into an empty one");
    }
  }

  /// Reads and opens a backup; takes about a second. The password stays the caller's.
  ///
  /// @throws WalletException `data-exists`, `backup-unreadable`, `backup-damaged`, `backup-newer`,
  ///   `wrong-password`, `kdf-out-of-bounds`, `kdf-needs-memory`
  public static OpenBackup read(DataDirectory directory, Path file, Password password) {
    refuseVaults(directory);
    Backup backup = new Backup(KdfCost.DEFAULT, directory.random(), directory.clock());
    SortedMap<String, byte[]> files = backup.open(bytes(file), password);
    byte[] data = files.get(BackupFile.DATA);
    if (data == null) {
      throw new WalletException("backup-damaged", "the backup has no data file");
    }
    SortedMap<String, byte[]> vaults = new TreeMap<>();
    files.forEach((path, bytes) -> {
      if (path.startsWith(BackupFile.VAULTS) && path.endsWith(BackupFile.SUFFIX)) {
        String name =
            path.substring(BackupFile.VAULTS.length(), path.length() - BackupFile.SUFFIX.length());
        vaults.put(name, bytes);
      }
    });
    return new OpenBackup(directory, data, vaults);
  }

  private static byte[] bytes(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        throw new WalletException("backup-damaged", "a backup is no longer than 64 MiB");
      }
      return bytes;
    } catch (IOException e) {
      throw new WalletException("backup-unreadable", "the backup cannot be read", e);
    }
  }

  /// The names of the vaults in it, sorted.
  public List<String> names() {
    return List.copyOf(vaults.keySet());
  }

  /// Puts everything in its place: the data file, then each vault with the password it had.
  ///
  /// @throws WalletException `data-exists`, `data-newer`, `restore-failed`, `bad-vault-name`,
  ///   `vault-damaged`, and as for every write of a vault
  public void restore() {
    refuseVaults(directory);
    directory.restore(data);
    Vaults place = directory.vaults(KdfCost.DEFAULT);
    vaults.forEach(place::adopt); // refuses names that are no vault's
  }
}
