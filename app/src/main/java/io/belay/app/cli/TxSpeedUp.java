package io.belay.app.cli;

import io.belay.base.TxHash;
import io.belay.core.track.LiveSession;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    name = "speed-up",
    description = {
      "Sign the same transaction again for a higher fee, at the same nonce.",
      "Only one of the two can ever be mined."
    })
final class TxSpeedUp implements Callable<Integer> {
  @Parameters(paramLabel = "HASH", description = "its hash")
  String hash = "";

  @Mixin SecondSignature second = new SecondSignature();

  private final Invocation call;

  TxSpeedUp(Invocation call) {
    this.call = call;
  }

  @Override
  public Integer call() throws InterruptedException {
    TxHash wanted = TxHash.parse(hash);
    second.mayGoOn(call);
    call.round();
    LiveSession session = call.network().session();
    return second.signAndWait(call, session.speedUp(wanted));
  }
}
