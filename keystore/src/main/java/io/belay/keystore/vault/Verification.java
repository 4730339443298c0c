package io.belay.keystore.vault;

/// What a check of a vault file found.
public sealed interface Verification {
  /// The file is as it was written.
  ///
  /// @param complete whether the contents were decrypted and all addresses derived again; without a
  ///   password only form and checksum were checked
  record Sound(VaultInfo info, boolean complete) implements Verification {}

  /// The file cannot be used.
  ///
  /// @param code `vault-damaged`, `vault-newer` or `kdf-out-of-bounds`
  /// @param reason one line, without secrets
  /// @param goodCopy whether the backup beside it passes the same check
  record Broken(String code, String reason, boolean goodCopy) implements Verification {}
}
