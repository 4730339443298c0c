package io.belay.app.cli;

import io.belay.base.ChainId;
import io.belay.base.Hex;
import io.belay.base.Signature;
import io.belay.base.WalletException;
import io.belay.core.store.AccountEntry;
import io.belay.keystore.SigningPayload;
import io.belay.keystore.vault.Unlocked;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import tools.jackson.databind.node.ObjectNode;

/// Shows what is to be signed, asks, signs, and says the signature. Nothing is sent.
final class Signing {
  private final Invocation call;
  private final SignOptions options;

  Signing(Invocation call, SignOptions options) {
    this.call = call;
    this.options = options;
  }

  ExitCode run(SigningPayload payload, List<String> shown) {
    return run(payload, shown, (signature, json) -> {});
  }

  /// @param shown what the payload says, decoded from its bytes
  /// @param more adds to the answer
  ExitCode run(SigningPayload payload, List<String> shown, BiConsumer<Signature, ObjectNode> more) {
    AccountEntry account = call.accounts().withKey(options.from);
    refuseAnotherChain(payload.chainId());
    if (!options.yes && call.terminal().console().isEmpty()) {
      throw new WalletException(
          "usage", "there is no terminal to ask at: give --yes to sign without being asked");
    }
    call.out().note("signs as " + account.ref().address() + ":");
    shown.forEach(line -> call.out().note("  " + line));
    if (!options.yes) {
      Confirm.ask(call.terminal(), "Sign? [y/N] ");
    }
    try (Unlocked unlocked = call.keyring().unlock(account.ref())) {
      Signature signature = unlocked.sign(account.ref(), payload);
      String hex = Hex.encode(signature.toArray());
      ObjectNode json =
          Out.object().put("address", account.ref().address().toString()).put("signature", hex);
      more.accept(signature, json);
      call.out()
          .result(json, json.has("raw") ? List.of(json.path("raw").asString()) : List.of(hex));
    }
    return ExitCode.DONE;
  }

  private void refuseAnotherChain(Optional<ChainId> chain) {
    ChainId selected = call.known().chain().id();
    if (chain.isPresent() && !chain.get().equals(selected)) {
      throw new WalletException(
          "wrong-chain",
          "this is for chain "
              + chain.get()
              + ", the selected network is "
              + selected
              + ": give --chain "
              + chain.get()
              + " if that is meant");
    }
  }
}
