package io.belay.app.cli;

import io.belay.base.TxHash;
import io.belay.base.WalletException;
import io.belay.core.chain.Chain;
import io.belay.core.send.TxRecord;
import io.belay.core.track.ChainSession;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "show",
    description = {
      "One transaction and each endpoint's evidence.",
      "With --raw or --qr: its signed bytes, to be carried by hand."
    })
final class TxShow implements Callable<Integer> {
  @Parameters(paramLabel = "HASH", description = "its hash")
  String hash = "";

  @Option(names = "--raw", description = "its signed bytes in hexadecimal")
  boolean raw;

  @Option(names = "--qr", description = "its signed bytes as a QR code; with --out as a picture")
  boolean qr;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "write the bytes to a new file instead; with --qr a .png")
  Optional<Path> out = Optional.empty();

  private final Invocation call;

  TxShow(Invocation call) {
    this.call = call;
  }

  @Override
  public Integer call() {
    boolean export = raw || qr || out.isPresent();
    TxRecord record = find(hash, call, !export);
    ChainSession session = call.network().session();
    if (export) {
      new RawExport(call, out, qr).run(record, session.signed(record.hash()).orElseThrow());
    } else {
      TokenAmount.ask(List.of(record), session);
      List<String> lines = new ArrayList<>(TxText.lines(record, session));
      if (!record.state().isOver() && !record.state().isIncluded() && !isHeld(record)) {
        lines.add("ways     nobody has it yet; `belay tx ways " + hash + "` shows what is left");
      }
      call.out().result(TxText.json(record, session), lines);
    }
    return ExitCode.DONE.number();
  }

  private boolean isHeld(TxRecord record) {
    return LadderText.of(record, call).ladder().isHeld();
  }

  /// A transaction of the journal.
  ///
  /// @param sending whether what is due is sent first
  /// @throws WalletException `bad-tx-hash`, `unknown-transaction`
  static TxRecord find(String hash, Invocation call, boolean sending) {
    TxHash wanted = TxHash.parse(hash);
    if (sending) {
      call.round();
    }
    Chain chain = call.network().session().chain();
    return call.network().session().activity().get().stream()
        .filter(r -> r.hash().equals(wanted))
        .findFirst()
        .orElseThrow(() ->
            new WalletException(
                "unknown-transaction", "this wallet made no such transaction on " + chain.name()));
  }
}
