package io.belay.keystore.vault;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.belay.keystore.Contract;

/// A stranger's backup; no key is derived.
class BackupFuzzTest {
  private static final Contract SHELL = Contract.refusing("vault-damaged", "vault-newer");
  private static final Contract CONTENTS =
      Contract.refusing("vault-damaged", "vault-newer", "bad-rlp");

  @FuzzTest(maxDuration = "60s")
  void shell(byte[] bytes) {
    SHELL
        .read(() -> VaultFile.parse(VaultFile.Format.BACKUP, bytes))
        .ifPresent(file -> assertThat(file.toBytes()).isEqualTo(bytes));
  }

  // authentic for whoever knows the password, which may be who sent the file
  @FuzzTest(maxDuration = "60s")
  void contents(byte[] bytes) {
    CONTENTS
        .read(() -> Backup.decode(bytes))
        .ifPresent(files -> assertThat(Backup.decode(Backup.encode(files))).hasSameSizeAs(files));
  }
}
