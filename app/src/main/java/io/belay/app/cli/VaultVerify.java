package io.belay.app.cli;

import io.belay.base.WalletException;
import io.belay.keystore.vault.KdfCost;
import io.belay.keystore.vault.Password;
import io.belay.keystore.vault.Verification;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import tools.jackson.databind.node.ObjectNode;

@Command(
    name = "verify",
    description = {
      "Check a vault file: its form and checksum;",
      "with --password-file or --password-stdin its contents and every address as well."
    })
final class VaultVerify implements Callable<Integer> {
  private final Invocation call;

  VaultVerify(Invocation call) {
    this.call = call;
  }

  @Override
  public Integer call() {
    String name = call.keyring().chosen();
    return switch (check(name)) {
      case Verification.Sound sound -> report(name, sound);
      case Verification.Broken(String code, String reason, boolean goodCopy) ->
          throw new WalletException(
              code,
              reason
                  + (goodCopy
                      ? "; the copy beside it passes the same check: `belay vault use-copy`"
                      : ""));
    };
  }

  private Verification check(String name) {
    var vaults = call.data().vaults(KdfCost.DEFAULT);
    if (!vaults.exists(name)) {
      throw new WalletException("no-vault", "there is no vault of this name");
    }
    if (!call.passwords().isGiven()) {
      return vaults.verify(name);
    }
    try (Password password = call.passwords().ofVault(name)) {
      return vaults.open(name).verify(password);
    }
  }

  private int report(String name, Verification.Sound sound) {
    ObjectNode json =
        Out.object()
            .put("name", name)
            .put("sound", true)
            .put("complete", sound.complete())
            .put("generation", sound.info().generation());
    call.out()
        .result(
            json,
            List.of(
                sound.complete()
                    ? "sound: decrypted, and every address derived again"
                    : "form and checksum are right; the contents need the password"));
    return ExitCode.DONE.number();
  }
}
