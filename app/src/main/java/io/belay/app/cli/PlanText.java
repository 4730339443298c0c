package io.belay.app.cli;

import io.belay.core.chain.Chain;
import io.belay.core.money.Wei;
import io.belay.core.send.SendPlan;
import io.belay.core.tx.UnsignedTransaction;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/// A plan in words and as JSON, read back from the bytes that would be signed.
final class PlanText {
  private PlanText() {}

  static ObjectNode json(SendPlan plan) {
    UnsignedTransaction tx = decoded(plan);
    ObjectNode json =
        Out.object()
            .put("state", "planned")
            .put("chainId", tx.chainId().value())
            .put("from", plan.intent().from().address().toString())
            .put("to", tx.to().toString())
            .put("wei", tx.value().toString())
            .put("nonce", tx.nonce())
            .put("gas", tx.gasLimit())
            .put("maxFeePerGas", tx.maxFeePerGas().toString())
            .put("maxPriorityFeePerGas", tx.maxPriorityFeePerGas().toString())
            .put("maxCost", tx.cost().toString())
            .put("data", tx.data())
            .put("evidence", plan.balance().level().word());
    plan.warnings().forEach(w -> json.withArray("warnings").add(w.code()));
    return json;
  }

  static List<String> lines(SendPlan plan, Chain chain) {
    UnsignedTransaction tx = decoded(plan);
    List<String> lines = new ArrayList<>();
    lines.add("network  " + chain.name() + " (" + tx.chainId() + ")");
    lines.add("from     " + plan.intent().from().address());
    lines.add("to       " + tx.to());
    lines.add("amount   " + money(chain, tx.value()));
    lines.add(
        "fee      at most "
            + money(chain, plan.fee().atMost(tx.gasLimit()))
            + ", about "
            + money(chain, plan.fee().expected(tx.gasLimit()))
            + " ("
            + tx.gasLimit()
            + " gas, at most "
            + tx.maxFeePerGas().toGwei()
            + " gwei each)");
    lines.add("nonce    " + tx.nonce());
    if (!tx.data().equals("0x")) {
      lines.add("data     " + tx.data());
    }
    plan.balanceAfter()
        .ifPresent(after ->
            lines.add(
                "left     "
                    + money(chain, after)
                    + " at least; balance and nonce are "
                    + plan.balance().level().word()));
    plan.warnings().forEach(w -> lines.add("note     " + w.detail()));
    return lines;
  }

  private static UnsignedTransaction decoded(SendPlan plan) {
    return UnsignedTransaction.decode(plan.transaction().payload().preimage());
  }

  private static String money(Chain chain, Wei wei) {
    return chain.currency().amount(wei).toString();
  }
}
