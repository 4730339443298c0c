package io.belay.keystore.vault;

import io.belay.base.WalletException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Consumer;

/// The files of one vault: `<name>.vault`, its backup `.bak`, a damaged one kept as `.damaged`.
final class VaultStore {
  private final Disk disk;
  private final Path directory;
  private final Path main;

  VaultStore(Surroundings around, String name) {
    this.disk = around.disk();
    this.directory = around.directory();
    this.main = directory.resolve(VaultName.check(name) + VaultName.SUFFIX);
  }

  Path file() {
    return main;
  }

  /// A vault counts as there while any copy of it is: nothing is written over a lone backup.
  boolean exists() {
    return disk.exists(main) || disk.exists(beside(".bak"));
  }

  /// The vault's file, its form and checksum checked.
  ///
  /// @throws WalletException `no-vault`, `vault-damaged`, `vault-newer`, `vault-unreadable`
  VaultFile read() {
    if (!exists()) {
      throw new WalletException("no-vault", "there is no vault of this name");
    }
    return read(main);
  }

  /// The backup, checked in the same way.
  VaultFile readBackup() {
    return read(beside(".bak"));
  }

  /// Whether the backup passes form, checksum and bounds.
  boolean hasGoodCopy() {
    try {
      Header.parse(readBackup().hdr());
      return true;
    } catch (WalletException e) {
      return false;
    }
  }

  private VaultFile read(Path file) {
    return VaultFile.parse(bytes(file));
  }

  private byte[] bytes(Path file) {
    try {
      return disk.read(file, VaultFile.MOST_BYTES);
    } catch (NoSuchFileException e) {
      throw Damage.damaged("the file is missing");
    } catch (IOException e) {
      throw new WalletException("vault-unreadable", "the vault file could not be read", e);
    }
  }

  /// Writes the first generation.
  ///
  /// @param check refuses bytes that would not open again
  void create(VaultFile next, Consumer<byte[]> check) {
    writing(() -> replace(next.toBytes(), check));
  }

  /// Writes another generation and keeps the one before as `.bak`.
  void save(VaultFile next, Consumer<byte[]> check) {
    writing(() -> {
      byte[] previous = disk.read(main, VaultFile.MOST_BYTES);
      byte[] bytes = next.toBytes();
      stage(main, bytes, check);
      try {
        // a copy, not a rename: there is no moment without a main file
        put(beside(".bak"), previous);
      } catch (IOException | WalletException e) {
        discard(temp(main), e);
        throw e;
      }
      publish(main);
    });
  }

  /// Makes the backup the same as the main file, so that an old password opens neither.
  ///
  /// @throws WalletException `old-backup-left` when it cannot: the main file has the new password
  void overwriteBackup(VaultFile next) {
    try {
      put(beside(".bak"), next.toBytes());
    } catch (IOException e) {
      throw new WalletException(
          "old-backup-left", "the password is changed, but a backup still has the old one", e);
    }
  }

  /// Puts the backup in the main file's place; the main file stays as `.damaged`.
  void restore(VaultFile backup) {
    writing(() -> {
      if (disk.exists(main)) {
        put(beside(".damaged"), disk.read(main, VaultFile.MOST_BYTES));
      }
      replace(backup.toBytes(), same -> {});
    });
  }

  private void replace(byte[] bytes, Consumer<byte[]> check) throws IOException {
    stage(main, bytes, check);
    publish(main);
  }

  private void put(Path file, byte[] bytes) throws IOException {
    stage(file, bytes, same -> {});
    publish(file);
  }

  private void stage(Path file, byte[] bytes, Consumer<byte[]> check) throws IOException {
    Path temp = temp(file);
    try {
      disk.write(temp, bytes);
      disk.force(temp);
      byte[] readBack = disk.read(temp, VaultFile.MOST_BYTES);
      if (!Arrays.equals(readBack, bytes)) {
        throw new WalletException("vault-write-failed", "the disk gave back other bytes");
      }
      check.accept(readBack);
    } catch (IOException | WalletException e) {
      discard(temp, e);
      throw e;
    }
  }

  private void discard(Path temp, Exception why) {
    try {
      disk.delete(temp);
    } catch (IOException e) {
      why.addSuppressed(e); // the next write deletes it first
    }
  }

  private void publish(Path file) throws IOException {
    try {
      disk.rename(temp(file), file);
    } catch (IOException e) {
      discard(temp(file), e);
      throw e;
    }
    disk.forceDirectory(directory);
  }

  private Path beside(String suffix) {
    return directory.resolve(main.getFileName() + suffix);
  }

  private static Path temp(Path file) {
    return file.resolveSibling(file.getFileName() + ".tmp");
  }

  /// Steps that write.
  private interface Steps {
    void run() throws IOException;
  }

  private static void writing(Steps steps) {
    try {
      steps.run();
    } catch (IOException e) {
      throw failure(e);
    }
  }

  static WalletException failure(IOException e) {
    String message = String.valueOf(e.getMessage());
    if (message.contains("No space left") || message.contains("quota exceeded")) {
      return new WalletException("disk-full", "the disk is full; the vault was not saved", e);
    }
    return new WalletException(
        "vault-write-failed",
        "the vault could not be saved for certain; what is there is whole",
        e);
  }
}
