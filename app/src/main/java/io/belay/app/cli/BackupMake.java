package io.belay.app.cli;

import io.belay.app.file.NewFile;
import io.belay.keystore.vault.KdfCost;
import io.belay.keystore.vault.Password;
import java.nio.file.Path;
import java.util.List;
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
  @Parameters(paramLabel = "FILE", description = "the file to make")
  Path file = Path.of("");

  private final Invocation call;

  BackupMake(Invocation call) {
    this.call = call;
  }

  @Override
  public Integer call() {
    NewFile.refuseExisting(file);
    List<String> names;
    try (Password password = call.passwords().ofNewBackup()) {
      names = BackupFile.make(call.data(), KdfCost.calibrated(), file, password);
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
