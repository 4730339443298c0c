package io.belay.app.cli;

import io.belay.keystore.vault.Password;
import java.nio.file.Path;
import java.util.List;
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
    OpenBackup.refuseVaults(call.data());
    OpenBackup backup;
    try (Password password = call.passwords().ofBackup()) {
      backup = OpenBackup.read(call.data(), file, password);
    }
    backup.restore();
    call.out()
        .result(
            Out.object().put("vaults", backup.names().size()),
            List.of(
                "restored; vaults: " + String.join(", ", backup.names()),
                "each has the password it had when the backup was made"));
    return ExitCode.DONE.number();
  }
}
