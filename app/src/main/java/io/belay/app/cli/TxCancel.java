package io.belay.app.cli;

import io.belay.base.TxHash;
import io.belay.core.track.LiveSession;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    name = "cancel",
    description = {
      "Sign a payment of nothing to yourself at a transaction's nonce.",
      "Whichever of the two is mined first, the other never is."
    })
final class TxCancel implements Callable<Integer> {
  @Parameters(paramLabel = "HASH", description = "its hash")
  String hash = "";

  @Mixin SecondSignature second = new SecondSignature();

  private final Invocation call;

  TxCancel(Invocation call) {
    this.call = call;
  }

  @Override
  public Integer call() throws InterruptedException {
    TxHash wanted = TxHash.parse(hash);
    second.mayGoOn(call);
    call.round();
    LiveSession session = call.network().session();
    return second.signAndWait(call, session.cancel(wanted));
  }
}
