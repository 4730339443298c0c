package io.belay.app.cli;

import io.belay.base.Hex;
import io.belay.base.Keccak;
import io.belay.keystore.SigningPayload.Transaction;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "transaction",
    description = {
      "Sign the unsigned bytes of a transaction, given in hexadecimal; nothing is sent.",
      "Legacy with a chain id (EIP-155), EIP-2930, EIP-1559 or EIP-7702. The answer is the signed "
          + "transaction. Belay does not count its nonce as taken."
    })
final class SignTransaction implements Callable<Integer> {
  @Mixin SignOptions options = new SignOptions();

  private final Invocation call;

  SignTransaction(Invocation call) {
    this.call = call;
  }

  @Override
  public Integer call() {
    byte[] preimage = Hex.decode(options.text(call).strip());
    Transaction transaction = Transaction.of(preimage);
    return new Signing(call, options)
        .run(
            transaction,
            PreimageText.lines(preimage, call.known().chain()),
            (signature, json) -> {
              byte[] raw = transaction.signed(signature);
              json.put("hash", Keccak.hash(raw).toString()).put("raw", Hex.encode(raw));
            })
        .number();
  }
}
