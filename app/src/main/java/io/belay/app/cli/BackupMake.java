package io.belay.app.cli;

import io.belay.base.WalletException;
import io.belay.keystore.vault.Backup;
import io.belay.keystore.vault.KdfCost;
import io.belay.keystore.vault.Password;
import io.belay.keystore.vault.Vaults;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "backup",
    description = {
      "Everything in one encrypted file: vaults, labels, networks, endpoints, journal.",
      "The password asked for is the backup's own; each vault in it keeps its password."
    })
final class BackupMake implements Callable<Integer> {
  static final String DATA = "belay.db";
  static final String VAULTS = "vaults/";
  static final String SUFFIX = ".vault";

  @Parameters(paramLabel = "FILE", description = "the file to make")
  Path file = Path.of("");

  private final Invocation call;

  BackupMake(Invocation call) {
    this.call = call;
  }

  @Override
  public Integer call() {
    NewFile.refuseExisting(file);
    Vaults vaults = call.data().vaults(KdfCost.calibrated());
    List<String> names = vaults.names();
    if (names.isEmpty()) {
      throw new WalletException("no-vault", "there is no vault yet, so nothing to back up");
    }
    SortedMap<String, byte[]> files = new TreeMap<>();
    names.forEach(name -> files.put(VAULTS + name + SUFFIX, vaults.file(name)));
    files.put(DATA, call.data().snapshot());
    Backup backup = new Backup(KdfCost.calibrated(), new SecureRandom(), call.data().clock());
    try (Password password = call.passwords().ofNewBackup()) {
      byte[] bytes = backup.seal(files, password);
      backup.open(bytes, password); // what cannot be opened again is no backup
      NewFile.write(file, bytes);
    }
    call.out()
        .result(
            Out.object().put("file", file.toAbsolutePath().toString()).put("vaults", names.size()),
            List.of(
                "backup made: " + file.toAbsolutePath(),
                "vaults in it: " + String.join(", ", names)));
    return ExitCode.DONE.number();
  }
}
