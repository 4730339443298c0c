package io.belay.app.cli;

import io.belay.keystore.vault.KdfCost;
import io.belay.keystore.vault.Password;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "change-password", description = "Give a vault another password.")
final class VaultChangePassword implements Callable<Integer> {
  @Option(
      names = "--new-password-file",
      paramLabel = "F",
      required = true,
      description = "read the new password from a file")
  Path newPassword = Path.of("");

  private final Invocation call;

  VaultChangePassword(Invocation call) {
    this.call = call;
  }

  @Override
  public Integer call() {
    String name = call.keyring().chosen();
    var vault = call.data().vaults(KdfCost.calibrated()).open(name);
    try (Password old = call.passwords().ofVault(name);
        Password next = Password.read(newPassword)) {
      vault.changePassword(old, next);
    }
    call.out()
        .result(
            Out.object().put("name", name).put("generation", vault.info().generation()),
            List.of("the vault \"" + name + "\" has its new password"));
    return ExitCode.DONE.number();
  }
}
