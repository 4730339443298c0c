package io.belay.app.cli;

import io.belay.core.chain.Chain;
import io.belay.core.decode.Meaning;
import io.belay.core.rpc.FeePaid;
import io.belay.core.send.Aftermath;
import io.belay.core.send.TxRecord;
import io.belay.core.send.TxShape;
import io.belay.core.tx.DecodedTransaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// What came of a transaction, in words and as JSON: what it has cost, and what took its nonce.
///
/// @param after what came of it
/// @param shape what it has beyond a plain one
/// @param chain its network
record AfterText(Aftermath after, TxShape shape, Chain chain) {

  static AfterText of(TxRecord record, Chain chain) {
    return new AfterText(record.after(), record.facts().shape(), chain);
  }

  void addTo(ObjectNode json) {
    after
        .paid()
        .ifPresent(fee -> {
          ObjectNode paid =
              json.putObject("fee")
                  .put("gasUsed", fee.gasUsed())
                  .put("gasPrice", fee.gasPrice().toString());
          fee.dataFee().ifPresent(data -> paid.put("dataFee", data.toString()));
          paid.put("wei", fee.total().toString())
              .put("amount", chain.currency().amount(fee.total()).decimal())
              .put("evidence", after.paidEvidence().word());
        });
    taker()
        .ifPresent(other -> {
          ObjectNode taken =
              json.putObject("takenBy").put("hash", other.signed().hash().toString());
          other.to().ifPresent(to -> taken.put("to", to.toString()));
          taken
              .put("wei", other.value().toString())
              .put("amount", chain.currency().amount(other.value()).decimal())
              .put("data", other.data());
          does(other).ifPresent(line -> taken.put("meaning", line));
        });
    if (shape != TxShape.PLAIN) {
      json.put("shape", shape.word());
    }
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    after.paid().ifPresent(fee -> lines.add("fee      " + paid(fee)));
    taker()
        .ifPresent(other -> {
          lines.add("taken by " + other.signed().hash() + ", signed elsewhere");
          lines.add(
              "         "
                  + chain.currency().amount(other.value())
                  + " to "
                  + other.to().map(Object::toString).orElse("a new contract")
                  + does(other).map(line -> ", " + line).orElse(""));
        });
    return lines;
  }

  private String paid(FeePaid fee) {
    return chain.currency().amount(fee.total())
        + " ("
        + fee.gasUsed()
        + " gas at "
        + fee.gasPrice().toGwei()
        + " gwei"
        + fee.dataFee()
            .map(data -> ", and " + chain.currency().amount(data) + " for the data")
            .orElse("")
        + "), "
        + after.paidEvidence().word();
  }

  private Optional<DecodedTransaction> taker() {
    return after.takenBy().map(signed -> DecodedTransaction.of(signed.raw()));
  }

  private static Optional<String> does(DecodedTransaction other) {
    return other.to().flatMap(to -> Meaning.of(to, other.value(), other.data()).line());
  }
}
