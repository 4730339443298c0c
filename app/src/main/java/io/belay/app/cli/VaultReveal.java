package io.belay.app.cli;

import io.belay.app.file.NewFile;
import io.belay.base.WalletException;
import io.belay.keystore.hd.Mnemonic;
import io.belay.keystore.vault.Unlocked;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "reveal",
    description = "Show the words of a vault at a terminal, or write them to a new file.")
final class VaultReveal implements Callable<Integer> {
  @Option(
      names = "--out",
      paramLabel = "F",
      description = "write the words to a new file that only you can read")
  Optional<Path> file = Optional.empty();

  private final Invocation call;

  VaultReveal(Invocation call) {
    this.call = call;
  }

  @Override
  public Integer call() {
    if (call.options().json) {
      throw new WalletException("usage", "words are never written as JSON");
    }
    if (file.isEmpty() && call.terminal().console().isEmpty()) {
      throw new WalletException(
          "usage", "words are shown at a terminal only; --out writes them to a file");
    }
    file.ifPresent(NewFile::refuseExisting);
    try (Unlocked unlocked = call.keyring().unlock();
        Mnemonic mnemonic = unlocked.mnemonic()) {
      call.out().note("Whoever has these words has the money. Belay never asks for them.");
      if (file.isPresent()) {
        Words.write(mnemonic, file.get());
        call.out().result(Out.object(), List.of("written to " + file.get()));
      } else {
        Words.show(mnemonic, call.terminal());
      }
    }
    return ExitCode.DONE.number();
  }
}
