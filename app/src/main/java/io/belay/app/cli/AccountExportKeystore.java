package io.belay.app.cli;

import io.belay.app.file.NewFile;
import io.belay.core.store.AccountEntry;
import io.belay.keystore.secret.SecretBytes;
import io.belay.keystore.v3.KeystoreExport;
import io.belay.keystore.v3.KeystorePassword;
import io.belay.keystore.v3.PrivateKey;
import io.belay.keystore.vault.Unlocked;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "export-keystore",
    description = "Write an account's key to a keystore file that any other wallet opens.")
final class AccountExportKeystore implements Callable<Integer> {
  @Parameters(paramLabel = "ACCOUNT", description = "its name or address")
  String account = "";

  @Option(
      names = "--out",
      paramLabel = "F",
      required = true,
      description = "the file to make, or the folder to make it in")
  Path out = Path.of("");

  @Option(
      names = "--keystore-password-file",
      paramLabel = "P",
      description = "read the keystore's own password from a file")
  Optional<Path> passwordFile = Optional.empty();

  private final Invocation call;

  AccountExportKeystore(Invocation call) {
    this.call = call;
  }

  @Override
  public Integer call() {
    AccountEntry entry = call.accounts().withKey(account);
    KeystoreExport export = new KeystoreExport(call.data().random(), call.data().clock());
    Path file = Files.isDirectory(out) ? out.resolve(export.name(entry.ref().address())) : out;
    NewFile.refuseExisting(file);
    try (Unlocked unlocked = call.keyring().unlock(entry.ref());
        SecretBytes secret = unlocked.privateKey(entry.ref());
        PrivateKey key = secret.use(PrivateKey::of);
        KeystorePassword password = call.passwords().ofNewKeystore(passwordFile)) {
      call.out().note("Whoever has this file and its password has the account's money.");
      export.write(key, password, file, new Percent(call.out()));
    }
    String absolute = file.toAbsolutePath().toString();
    call.out()
        .result(
            Out.object().put("address", entry.ref().address().toString()).put("file", absolute),
            List.of("written to " + absolute));
    return ExitCode.DONE.number();
  }
}
