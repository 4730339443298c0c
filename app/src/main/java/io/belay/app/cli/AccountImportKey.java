package io.belay.app.cli;

import io.belay.keystore.v3.PrivateKey;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "import-key",
    description = {
      "Keep a private key of another wallet in the vault.",
      "The vault's words do not bring such an account back: keep a backup of the vault or the key."
    })
final class AccountImportKey implements Callable<Integer> {
  private static final int MOST_BYTES = 1024;

  @Option(
      names = "--key-file",
      paramLabel = "F",
      required = true,
      description = "a file of 64 hexadecimal digits")
  Path file = Path.of("");

  @Option(names = "--name", paramLabel = "N", description = "the account's name")
  Optional<String> name = Optional.empty();

  private final Invocation call;

  AccountImportKey(Invocation call) {
    this.call = call;
  }

  @Override
  public Integer call() {
    byte[] text = Input.file(file, MOST_BYTES);
    try (PrivateKey key = PrivateKey.parse(text)) {
      return new ImportedAccount(call).keep(key, name).number();
    } finally {
      Arrays.fill(text, (byte) 0);
    }
  }
}
