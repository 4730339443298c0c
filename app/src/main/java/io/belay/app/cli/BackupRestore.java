package io.belay.app.cli;

import io.belay.base.WalletException;
import io.belay.core.store.Schema;
import io.belay.keystore.vault.Backup;
import io.belay.keystore.vault.KdfCost;
import io.belay.keystore.vault.Password;
import io.belay.keystore.vault.Vaults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "restore",
    description = "Bring a backup into a data directory that has no vaults and no accounts yet.")
final class BackupRestore implements Callable<Integer> {
  @Parameters(paramLabel = "FILE", description = "the backup")
  Path file = Path.of("");

  private final Invocation call;

  BackupRestore(Invocation call) {
    this.call = call;
  }

  @Override
  public Integer call() {
    byte[] bytes = read();
    Vaults vaults = call.data().vaults(KdfCost.DEFAULT);
    if (!vaults.names().isEmpty()) {
      throw new WalletException(
          "data-exists", "this data directory has vaults already: restore into an empty one");
    }
    Backup backup = new Backup(KdfCost.DEFAULT, new SecureRandom(), call.data().clock());
    SortedMap<String, byte[]> files;
    try (Password password = call.passwords().ofBackup()) {
      files = backup.open(bytes, password);
    }
    byte[] data = files.get(BackupFile.DATA);
    if (data == null) {
      throw new WalletException("backup-damaged", "the backup has no data file");
    }
    call.closeData(); // the data file is exchanged
    Schema.restore(Places.dataDirectory(call.options().dataDirectory), data);
    List<String> names = adopt(files, call.data().vaults(KdfCost.DEFAULT));
    call.out()
        .result(
            Out.object().put("vaults", names.size()),
            List.of(
                "restored; vaults: " + String.join(", ", names),
                "each has the password it had when the backup was made"));
    return ExitCode.DONE.number();
  }

  private static List<String> adopt(Map<String, byte[]> files, Vaults vaults) {
    List<String> names = new ArrayList<>();
    files.forEach((path, bytes) -> {
      if (path.startsWith(BackupFile.VAULTS) && path.endsWith(BackupFile.SUFFIX)) {
        String name =
            path.substring(BackupFile.VAULTS.length(), path.length() - BackupFile.SUFFIX.length());
        vaults.adopt(name, bytes); // refuses names that are no vault's
        names.add(name);
      }
    });
    return names;
  }

  private byte[] read() {
    try {
      if (Files.size(file) > 64L * 1024 * 1024) {
        throw new WalletException("backup-damaged", "a backup is no longer than 64 MiB");
      }
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new WalletException("backup-unreadable", "the backup cannot be read", e);
    }
  }
}
