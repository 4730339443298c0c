package io.belay.app.cli;

import io.belay.base.TxHash;
import io.belay.core.send.TxState;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "rebroadcast",
    description = "Send a transaction's stored bytes to every endpoint again, now.")
final class TxRebroadcast implements Callable<Integer> {
  @Parameters(paramLabel = "HASH", description = "its hash")
  String hash = "";

  private final Invocation call;

  TxRebroadcast(Invocation call) {
    this.call = call;
  }

  @Override
  public Integer call() throws InterruptedException {
    TxHash wanted = TxHash.parse(hash);
    call.network().session().rebroadcast(wanted);
    call.signed();
    return new TxWait(call, Duration.ofSeconds(20))
        .report(wanted, Optional.of(TxState.ACCEPTED), false)
        .number();
  }
}
