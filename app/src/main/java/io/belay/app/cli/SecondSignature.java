package io.belay.app.cli;

import io.belay.base.TxHash;
import io.belay.base.WalletException;
import io.belay.core.chain.Chain;
import io.belay.core.money.Wei;
import io.belay.core.send.Replacement;
import io.belay.core.track.LiveSession;
import io.belay.core.tx.UnsignedTransaction;
import io.belay.keystore.AccountRef;
import io.belay.keystore.vault.Unlocked;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/// Shows what would be signed at a nonce that is taken, asks, signs and waits.
final class SecondSignature {
  @Option(names = "--yes", description = "sign without asking")
  boolean yes;

  /// Whether somebody can be asked, or need not be.
  ///
  /// @throws WalletException `usage`
  void mayGoOn(Invocation call) {
    if (!yes && call.terminal().console().isEmpty()) {
      throw new WalletException(
          "usage", "there is no terminal to ask at: give --yes to sign without being asked");
    }
  }

  /// Signs it after a yes; the bytes are sent when the call ends, or while it waits.
  TxHash sign(Invocation call, Replacement replacement) throws InterruptedException {
    LiveSession session = call.network().session();
    lines(replacement, session.chain()).forEach(call.out()::note);
    if (!yes) {
      Confirm.ask(call.terminal(), "Sign and send? [y/N] ");
    }
    AccountRef account = call.accounts().withKey(replacement.from().toString()).ref();
    try (Unlocked unlocked = call.keyring().unlock(account)) {
      TxHash hash = session.send(replacement, account, unlocked);
      call.signed();
      return hash;
    }
  }

  /// Signs it and waits until an endpoint has it.
  int signAndWait(Invocation call, Replacement replacement) throws InterruptedException {
    TxHash hash = sign(call, replacement);
    return new TxWait(call, Duration.ofSeconds(20))
        .report(hash, Optional.of(io.belay.core.send.TxState.ACCEPTED), false)
        .number();
  }

  private static List<String> lines(Replacement replacement, Chain chain) {
    UnsignedTransaction tx =
        UnsignedTransaction.decode(replacement.transaction().payload().preimage());
    return List.of(
        replacement.purpose().word()
            + replacement.replaces().map(hash -> " instead of " + hash).orElse(""),
        "network  " + chain.name() + " (" + tx.chainId() + ")",
        "from     " + replacement.from() + ", nonce " + tx.nonce(),
        "to       " + tx.to(),
        "amount   " + chain.currency().amount(tx.value()),
        "fee      at most "
            + chain.currency().amount(most(tx))
            + " ("
            + tx.gasLimit()
            + " gas, at most "
            + tx.maxFeePerGas().toGwei()
            + " gwei each)");
  }

  private static Wei most(UnsignedTransaction tx) {
    return tx.maxFeePerGas().times(tx.gasLimit());
  }
}
