package io.belay.app.cli;

import io.belay.app.file.NewFile;
import io.belay.base.WalletException;
import io.belay.core.store.AccountEntry;
import io.belay.keystore.hd.Language;
import io.belay.keystore.hd.Mnemonic;
import io.belay.keystore.vault.KdfCost;
import io.belay.keystore.vault.Password;
import io.belay.keystore.vault.Unlocked;
import io.belay.keystore.vault.Vault;
import io.belay.keystore.vault.VaultInfo;
import io.belay.keystore.vault.Vaults;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ObjectNode;

@Command(
    name = "create",
    description = "Make a vault with one account, from new words or from words you have.")
final class VaultCreate implements Callable<Integer> {
  @Option(names = "--words", paramLabel = "12|24", description = "length of a new mnemonic")
  int words = 12;

  @Option(
      names = "--mnemonic-file",
      paramLabel = "F",
      description = "take the words of this file instead of new ones")
  Optional<Path> mnemonicFile = Optional.empty();

  @Option(
      names = "--passphrase-file",
      paramLabel = "F",
      description = "the mnemonic's passphrase (BIP-39), if it has one")
  Optional<Path> passphraseFile = Optional.empty();

  @Option(
      names = "--language",
      paramLabel = "L",
      description =
          "language of the words, such as japanese: of new ones, else english; of a file's, "
              + "else found by the words")
  Optional<String> language = Optional.empty();

  @Option(names = "--show-mnemonic", description = "show the new words, at a terminal")
  boolean show;

  @Option(
      names = "--mnemonic-out",
      paramLabel = "F",
      description = "write the new words to a new file that only you can read")
  Optional<Path> mnemonicOut = Optional.empty();

  private final Invocation call;

  VaultCreate(Invocation call) {
    this.call = call;
  }

  @Override
  public Integer call() {
    checkOptions();
    String name = call.options().vault.orElse(Vaults.DEFAULT_NAME);
    Vaults vaults = call.data().vaults(KdfCost.calibrated());
    if (vaults.exists(name)) {
      throw new WalletException("vault-exists", "there is a vault of this name already");
    }
    try (Mnemonic mnemonic = mnemonic();
        Password password = call.passwords().ofNewVault(name)) {
      Vault vault = vaults.create(name, false, mnemonic, password);
      try (Unlocked unlocked = vault.unlock(password)) {
        AccountEntry account = call.keyring().enlist(unlocked.accounts().getFirst(), "Account 1");
        report(vault.info(), account);
      }
      // after the vault: if this fails, `reveal` still has the words
      mnemonicOut.ifPresent(file -> Words.write(mnemonic, file));
      if (show) {
        Words.show(mnemonic, call.terminal());
      }
    }
    return ExitCode.DONE.number();
  }

  private void checkOptions() {
    language.ifPresent(Language::of);
    if (words != 12 && words != 24) {
      throw new WalletException("usage", "a new mnemonic has 12 or 24 words");
    }
    if (show && mnemonicOut.isPresent()) {
      throw new WalletException("usage", "either --show-mnemonic or --mnemonic-out, not both");
    }
    if (show && (call.options().json || call.terminal().console().isEmpty())) {
      throw new WalletException(
          "usage", "words are shown at a terminal only; --mnemonic-out writes them to a file");
    }
    mnemonicOut.ifPresent(NewFile::refuseExisting);
  }

  private Mnemonic mnemonic() {
    Optional<Language> chosen = language.map(Language::of);
    if (mnemonicFile.isEmpty()) {
      try (Mnemonic fresh =
          Mnemonic.random(words, chosen.orElse(Language.ENGLISH), call.data().random())) {
        return Words.withPassphrase(fresh, passphraseFile);
      }
    }
    try (Mnemonic read = Words.read(mnemonicFile.get(), chosen)) {
      return Words.withPassphrase(read, passphraseFile);
    }
  }

  private void report(VaultInfo info, AccountEntry account) {
    ObjectNode json =
        Out.object()
            .put("name", info.name())
            .put("id", info.id().toString())
            .put("file", info.file().toString())
            .put("practice", info.practice());
    json.putObject("account")
        .put("address", account.ref().address().toString())
        .put("name", account.name())
        .put("path", account.path());
    List<String> lines = new ArrayList<>();
    lines.add("vault \"" + info.name() + "\" made: " + info.file());
    lines.add(account.name() + "  " + account.ref().address() + "  " + account.path());
    call.out().result(json, lines);
    if (!show && mnemonicOut.isEmpty() && mnemonicFile.isEmpty()) {
      call.out()
          .note("Without its words a lost vault is lost money: `belay vault reveal` shows them.");
    }
  }
}
