package io.belay.app.cli;

import io.belay.base.Address;
import io.belay.base.Hex;
import io.belay.core.chain.Chain;
import io.belay.core.money.Wei;
import io.belay.core.tx.DecodedTransaction;
import io.belay.core.tx.DecodedTransaction.Delegation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Anybody's signed transaction in words and as JSON, decoded from its bytes.
///
/// @param tx the transaction
/// @param chain its network, where Belay knows it
/// @param account the name of the sending account, where it is one of the user's
record RawTxText(DecodedTransaction tx, Optional<Chain> chain, Optional<String> account) {
  private static final List<String> TYPES =
      List.of("legacy", "1 (EIP-2930)", "2 (EIP-1559)", "3 (EIP-4844, blobs)", "4 (EIP-7702)");

  static RawTxText of(DecodedTransaction tx, Invocation call) {
    Optional<Chain> chain =
        tx.chainId()
            .flatMap(id ->
                call.data().networks().networks().stream()
                    .map(known -> known.chain())
                    .filter(known -> known.id().equals(id))
                    .findFirst());
    Optional<String> account =
        call.accounts().all().stream()
            .filter(entry -> entry.ref().address().equals(tx.from()))
            .map(entry -> entry.name())
            .findFirst();
    return new RawTxText(tx, chain, account);
  }

  ObjectNode json() {
    ObjectNode json = Out.object().put("hash", tx.signed().hash().toString());
    tx.chainId().ifPresent(id -> json.put("chainId", id.value()));
    json.put("type", tx.type())
        .put("from", tx.from().toString())
        .put("own", account.isPresent())
        .put("nonce", tx.nonce())
        .put("wei", tx.value().toString())
        .put("gas", tx.gasLimit())
        .put("maxFeePerGas", tx.price().maxFeePerGas().toString())
        .put("maxPriorityFeePerGas", tx.price().maxPriorityFeePerGas().toString())
        .put("maxCost", tx.cost().toString())
        .put("data", tx.data())
        .put("accessList", tx.accessList())
        .put("blobs", tx.blobs())
        .put("bytes", tx.signed().raw().length);
    tx.to().ifPresent(to -> json.put("to", to.toString()));
    chain.ifPresent(known ->
        json.put("asset", known.currency().symbol())
            .put("amount", known.currency().amount(tx.value()).decimal()));
    tx.price().maxFeePerBlobGas().ifPresent(fee -> json.put("maxFeePerBlobGas", fee.toString()));
    tx.selector().ifPresent(selector -> json.put("selector", selector));
    ArrayNode delegations = json.putArray("delegations");
    tx.delegations().forEach(delegation -> delegations.add(json(delegation)));
    return json.put("raw", Hex.encode(tx.signed().raw()));
  }

  private static ObjectNode json(Delegation delegation) {
    ObjectNode json =
        Out.object()
            .put("delegate", delegation.delegate().toString())
            .put("nonce", delegation.nonce());
    delegation.chainId().ifPresent(id -> json.put("chainId", id.value()));
    delegation.account().ifPresent(who -> json.put("account", who.toString()));
    return json;
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("hash     " + tx.signed().hash());
    lines.add("type     " + TYPES.get(tx.type()));
    lines.add("network  " + network());
    lines.add("from     " + tx.from() + account.map(name -> ", your " + name).orElse(""));
    lines.add("to       " + tx.to().map(Address::toString).orElse("a new contract"));
    lines.add("amount   " + money(tx.value()));
    lines.add("nonce    " + tx.nonce());
    lines.add("fee      " + fee());
    lines.add("data     " + data());
    if (tx.accessList() > 0) {
      lines.add("access   names " + tx.accessList() + " addresses beforehand");
    }
    tx.delegations().forEach(delegation -> lines.add("code     " + words(delegation)));
    if (tx.blobs() > 0) {
      lines.add("blobs    " + tx.blobs() + "; Belay shows such a transaction and sends none");
    }
    lines.add("size     " + tx.signed().raw().length + " bytes");
    return lines;
  }

  private String network() {
    if (tx.chainId().isEmpty()) {
      return "none named: it is good on every network, for whoever has it";
    }
    return chain.map(Chain::name).orElse("unknown to Belay") + " (" + tx.chainId().get() + ")";
  }

  private String money(Wei wei) {
    return chain
        .map(known -> known.currency().amount(wei).toString())
        .orElse(wei + " of the smallest unit");
  }

  private String fee() {
    String blobs =
        tx.price().maxFeePerBlobGas().map(fee -> ", blobs " + fee.toGwei() + " gwei").orElse("");
    return "at most "
        + money(tx.price().maxFeePerGas().times(tx.gasLimit()))
        + " ("
        + tx.gasLimit()
        + " gas, at most "
        + tx.price().maxFeePerGas().toGwei()
        + " gwei each, "
        + tx.price().maxPriorityFeePerGas().toGwei()
        + " of it priority"
        + blobs
        + ")";
  }

  private String data() {
    int length = tx.dataLength();
    if (length == 0) {
      return "none";
    }
    if (tx.to().isEmpty()) {
      return length + " bytes: the new contract's code";
    }
    return tx.selector()
        .map(selector -> "calls function " + selector + " with " + (length - 4) + " bytes")
        .orElse(length + " bytes, too few to name a function: " + tx.data());
  }

  private static String words(Delegation delegation) {
    String whose =
        delegation.account().map(Address::toString).orElse("nobody (its signature is no good)");
    String where =
        delegation.chainId().map(id -> "chain " + id).orElse("EVERY chain, for whoever has it");
    return delegation.delegate().equals(Address.ZERO)
        ? "takes other code's hold on " + whose + " back, on " + where
        : "lets " + delegation.delegate() + " act as " + whose + ", on " + where;
  }
}
