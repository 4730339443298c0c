package io.belay.app.cli;

import io.belay.keystore.v3.Keystore;
import io.belay.keystore.v3.KeystorePassword;
import io.belay.keystore.v3.PrivateKey;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "import-keystore",
    description = {
      "Keep the key of another wallet's keystore file (Web3 Secret Storage) in the vault.",
      "The vault's words do not bring such an account back: keep a backup of the vault or the file."
    })
final class AccountImportKeystore implements Callable<Integer> {
  @Parameters(paramLabel = "FILE", description = "the keystore file")
  Path file = Path.of("");

  @Option(
      names = "--keystore-password-file",
      paramLabel = "P",
      description = "read the keystore's password from a file")
  Optional<Path> passwordFile = Optional.empty();

  @Option(names = "--name", paramLabel = "N", description = "the account's name")
  Optional<String> name = Optional.empty();

  private final Invocation call;

  AccountImportKeystore(Invocation call) {
    this.call = call;
  }

  @Override
  public Integer call() {
    Keystore keystore = Keystore.read(file);
    try (KeystorePassword password = call.passwords().ofKeystore(passwordFile);
        PrivateKey key = keystore.open(password, new Percent(call.out()))) {
      if (keystore.address().isEmpty()) {
        call.out().note("the file names no address; its key's is " + key.address());
      }
      return new ImportedAccount(call).keep(key, name).number();
    }
  }
}
