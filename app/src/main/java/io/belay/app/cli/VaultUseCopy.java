package io.belay.app.cli;

import io.belay.keystore.vault.KdfCost;
import io.belay.keystore.vault.Vault;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(
    name = "use-copy",
    description = {
      "Put the good copy beside a damaged vault in its place.",
      "The copy is one save older; the damaged file stays beside it as .damaged."
    })
final class VaultUseCopy implements Callable<Integer> {
  private final Invocation call;

  VaultUseCopy(Invocation call) {
    this.call = call;
  }

  @Override
  public Integer call() {
    String name = call.keyring().chosen();
    Vault vault = call.data().vaults(KdfCost.DEFAULT).restoreBackup(name);
    call.out()
        .result(
            Out.object().put("name", name).put("generation", vault.info().generation()),
            List.of("the copy is in the place of the vault \"" + name + "\""));
    return ExitCode.DONE.number();
  }
}
