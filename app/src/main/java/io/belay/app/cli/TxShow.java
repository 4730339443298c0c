package io.belay.app.cli;

import io.belay.base.TxHash;
import io.belay.base.WalletException;
import io.belay.core.chain.Chain;
import io.belay.core.send.TxRecord;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "show", description = "One transaction and each endpoint's evidence.")
final class TxShow implements Callable<Integer> {
  @Parameters(paramLabel = "HASH", description = "its hash")
  String hash = "";

  private final Invocation call;

  TxShow(Invocation call) {
    this.call = call;
  }

  @Override
  public Integer call() {
    TxHash wanted = TxHash.parse(hash);
    call.round();
    Chain chain = call.network().session().chain();
    TxRecord record =
        call.network().session().activity().get().stream()
            .filter(r -> r.hash().equals(wanted))
            .findFirst()
            .orElseThrow(() ->
                new WalletException(
                    "unknown-transaction",
                    "this wallet made no such transaction on " + chain.name()));
    call.out().result(TxText.json(record, chain), TxText.lines(record, chain));
    return ExitCode.DONE.number();
  }
}
