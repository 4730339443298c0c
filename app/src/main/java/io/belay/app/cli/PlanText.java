package io.belay.app.cli;

import io.belay.core.chain.Chain;
import io.belay.core.decode.Meaning;
import io.belay.core.fee.FeeChoice;
import io.belay.core.fee.FeeQuote;
import io.belay.core.money.Wei;
import io.belay.core.send.SendPlan;
import io.belay.core.send.Warning;
import io.belay.core.tx.UnsignedTransaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/// A plan in words and as JSON, read back from the bytes that would be signed.
final class PlanText {
  private PlanText() {}

  /// @param fees what the paces cost now; may be empty
  static ObjectNode json(SendPlan plan, Map<FeeChoice.Pace, FeeQuote> fees) {
    UnsignedTransaction tx = decoded(plan);
    ObjectNode json =
        Out.object()
            .put("state", "planned")
            .put("chainId", tx.chainId().value())
            .put("from", plan.intent().from().address().toString())
            .put("to", Meaning.of(tx).payee().toString())
            .put("asset", plan.sent().asset().symbol())
            .put("amount", plan.sent().decimal())
            .put("wei", tx.value().toString())
            .put("nonce", tx.nonce())
            .put("gas", tx.gasLimit())
            .put("maxFeePerGas", tx.maxFeePerGas().toString())
            .put("maxPriorityFeePerGas", tx.maxPriorityFeePerGas().toString())
            .put("dataFee", plan.fee().dataFee().toString())
            .put("maxCost", plan.atMost().toString())
            .put("data", tx.data())
            .put("expectedWaitMs", plan.fee().expectedWait().toMillis())
            .put("evidence", plan.balance().level().word());
    plan.sent().asset().contract().ifPresent(c -> json.put("token", c.toString()));
    if (plan.intent().privately()) {
      json.put("private", true);
    }
    Meaning.of(tx).line().ifPresent(line -> json.put("meaning", line));
    json.set("simulation", SimulationText.json(plan.simulation()));
    plan.warnings().forEach(w -> json.withArray("warnings").add(w.code()));
    plan.mustType().ifPresent(figure -> json.put("confirmFee", figure));
    fees.forEach((pace, quote) ->
        json.withObject("fees")
            .putObject(word(pace))
            .put("maxFeePerGas", quote.maxFeePerGas().toString())
            .put("maxPriorityFeePerGas", quote.maxPriorityFeePerGas().toString())
            .put("expectedWaitMs", quote.expectedWait().toMillis()));
    return json;
  }

  /// @param fees what the paces cost now; may be empty
  static List<String> lines(SendPlan plan, Chain chain, Map<FeeChoice.Pace, FeeQuote> fees) {
    UnsignedTransaction tx = decoded(plan);
    List<String> lines = new ArrayList<>();
    lines.add("network  " + chain.name() + " (" + tx.chainId() + ")");
    lines.add("from     " + plan.intent().from().address());
    lines.add("to       " + Meaning.of(tx).payee());
    lines.add("amount   " + plan.sent());
    plan.sent()
        .asset()
        .contract()
        .ifPresent(token ->
            lines.add("token    " + token + "; balance is " + plan.assetBalance().level().word()));
    lines.add(fee(plan, chain, tx));
    fees.forEach((pace, quote) ->
        lines.add(
            "         "
                + word(pace)
                + ": at most "
                + money(chain, quote.atMost(tx.gasLimit()))
                + ", about "
                + quote.expectedWait().toSeconds()
                + " s"));
    lines.add("nonce    " + tx.nonce());
    if (plan.intent().privately()) {
      lines.add("way      private relays only: they tell no public pool, and nobody else can say");
      lines.add("         how far it has come until it is in a block");
    }
    if (!tx.data().equals("0x")) {
      lines.add("data     " + tx.data());
    }
    Meaning.of(tx).line().ifPresent(line -> lines.add("does     " + line));
    lines.addAll(SimulationText.lines(plan.simulation(), plan.sent().asset(), chain));
    plan.balanceAfter()
        .ifPresent(after ->
            lines.add(
                "left     "
                    + money(chain, after)
                    + " at least; balance and nonce are "
                    + plan.balance().level().word()));
    plan.warnings().forEach(w -> lines.add("note     " + sentence(w)));
    return lines;
  }

  private static String sentence(Warning warning) {
    io.belay.app.fx.Words words = new io.belay.app.fx.Words(Locale.ENGLISH);
    return words.warning(warning.code())
        + ". "
        + words.warningDetail(warning.code(), warning.facts());
  }

  private static String fee(SendPlan plan, Chain chain, UnsignedTransaction tx) {
    return "fee      at most "
        + money(chain, plan.fee().atMost(tx.gasLimit()))
        + ", about "
        + money(chain, plan.fee().expected(tx.gasLimit()))
        + " ("
        + tx.gasLimit()
        + " gas, at most "
        + tx.maxFeePerGas().toGwei()
        + " gwei each), in a block in about "
        + plan.fee().expectedWait().toSeconds()
        + " s";
  }

  private static String word(FeeChoice.Pace pace) {
    return pace.name().toLowerCase(Locale.ROOT);
  }

  private static UnsignedTransaction decoded(SendPlan plan) {
    return UnsignedTransaction.decode(plan.transaction().payload().preimage());
  }

  private static String money(Chain chain, Wei wei) {
    return chain.currency().amount(wei).toString();
  }
}
