package io.belay.app.cli;

import io.belay.base.ChainId;
import io.belay.base.TxHash;
import io.belay.base.WalletException;
import io.belay.core.send.TxState;
import io.belay.core.tx.DecodedTransaction;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "broadcast",
    description = {
      "Send a signed transaction, whoever signed it, over every endpoint that may be used.",
      "RAW is its bytes in hexadecimal, a file of them, or a picture of their QR code. One of your"
          + " own accounts is then followed like any other."
    })
final class TxBroadcast implements Callable<Integer> {
  @Parameters(
      paramLabel = "RAW",
      arity = "1..*",
      description = "the bytes, a file, or - for standard input; or its parts in any order")
  List<String> raw = List.of();

  @Option(names = "--yes", description = "do not ask")
  boolean yes;

  @Option(
      names = "--timeout",
      paramLabel = "S",
      defaultValue = "30",
      description = "seconds to wait for the first endpoint to take it (${DEFAULT-VALUE})")
  String timeout = "30";

  private final Invocation call;

  TxBroadcast(Invocation call) {
    this.call = call;
  }

  @Override
  public Integer call() throws InterruptedException {
    Duration patience = Numbers.seconds(timeout, "--timeout");
    DecodedTransaction transaction = RawInput.read(raw, call);
    if (transaction.type() == 3) {
      throw new WalletException(
          "blob-transaction", "a blob transaction needs its blobs: it is shown and not sent");
    }
    transaction.chainId().ifPresent(this::choose);
    RawTxText text = RawTxText.of(transaction, call);
    confirm(text);
    boolean own = text.account().isPresent();
    if (own && call.network().session().adopt(transaction)) {
      call.signed(); // it is due, whatever happens from here on
      TxHash hash = transaction.signed().hash();
      return new TxWait(call, patience).report(hash, Optional.of(TxState.ACCEPTED), false).number();
    }
    if (own) {
      call.out().note("Belay does not follow this kind: look after it until it is in a block");
    }
    return new ForeignSend(call, text).run().number();
  }

  /// The transaction says itself which network it is for.
  private void choose(ChainId chain) {
    Optional<String> asked = call.options().chain;
    if (asked.isPresent() && !call.known().chain().id().equals(chain)) {
      throw new WalletException(
          "wrong-chain", "this is for chain " + chain + ", not for " + asked.get());
    }
    call.options().chain = Optional.of(chain.toString());
  }

  private void confirm(RawTxText text) {
    if (!yes && call.terminal().console().isEmpty()) {
      throw new WalletException(
          "usage", "there is no terminal to ask at: give --yes to send without being asked");
    }
    text.lines().forEach(call.out()::note);
    if (text.tx().chainId().isEmpty()) {
      call.out().note("it is sent on " + call.known().chain().name());
    }
    if (!yes) {
      Confirm.ask(call.terminal(), "Send it? [y/N] ");
    }
  }
}
