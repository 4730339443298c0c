package io.belay.app.cli;

/// What a call ends with; a contract with scripts.
enum ExitCode {
  /// Done; for `send`, the awaited state was reached.
  DONE(0, "done; for `send`: the awaited state was reached"),
  /// Refused, failed, rejected or reverted.
  REFUSED(1, "refused, failed, rejected or reverted"),
  /// The call itself is wrong.
  USAGE(2, "wrong usage"),
  /// Wrong password.
  WRONG_PASSWORD(3, "wrong password"),
  /// The vault is damaged.
  VAULT_DAMAGED(4, "the vault is damaged"),
  /// Signed and journalled, but the awaited state was not reached; Belay goes on.
  NOT_YET(5, "signed and written down, but the awaited state was not reached; Belay goes on"),
  /// No way to the chain, and nothing was signed.
  NO_WAY(6, "no way to the chain, and nothing was signed");

  private final int number;
  private final String meaning;

  ExitCode(int number, String meaning) {
    this.number = number;
    this.meaning = meaning;
  }

  /// The process's exit status.
  int number() {
    return number;
  }

  /// What it says, in a sentence for the manual; commands stand between backticks.
  String meaning() {
    return meaning;
  }

  /// The exit code for an error's stable code.
  static ExitCode of(String errorCode) {
    return switch (errorCode) {
      case "wrong-password" -> WRONG_PASSWORD;
      case "vault-damaged", "kdf-out-of-bounds" -> VAULT_DAMAGED;
      case "no-way-to-chain" -> NO_WAY;
      case "usage",
          "bad-amount",
          "too-many-decimals",
          "bad-address",
          "bad-checksum",
          "bad-tx-hash",
          "bad-raw-transaction",
          "no-qr-code",
          "bad-proxy",
          "bad-hex",
          "bad-chain-id",
          "bad-derivation",
          "bad-path",
          "bad-mnemonic",
          "unknown-language",
          "which-language",
          "bad-vault-name",
          "bad-name",
          "bad-key",
          "bad-signature",
          "bad-endpoint-url",
          "plain-http",
          "bad-header-file",
          "bad-network-file",
          "bad-text",
          "watch-only",
          "wrong-chain",
          "bad-number",
          "priority-above-max",
          "password-empty",
          "no-password",
          "not-confirmed",
          "fee-not-confirmed",
          "token-with-data",
          "not-a-token",
          "which-vault",
          "which-account",
          "unknown-account",
          "unknown-network",
          "unknown-endpoint",
          "unknown-group",
          "unknown-policy",
          "unknown-fault",
          "unknown-transaction" ->
          USAGE;
      default -> REFUSED;
    };
  }
}
