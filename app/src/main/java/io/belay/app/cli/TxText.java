package io.belay.app.cli;

import io.belay.core.chain.Chain;
import io.belay.core.decode.Meaning;
import io.belay.core.send.AttemptRow;
import io.belay.core.send.Purpose;
import io.belay.core.send.TxRecord;
import io.belay.core.track.ChainSession;
import io.belay.core.tx.UnsignedTransaction;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A journalled transaction in words and as JSON.
final class TxText {
  private TxText() {}

  static ObjectNode json(TxRecord record, ChainSession session) {
    Chain chain = session.chain();
    UnsignedTransaction tx = record.transaction();
    ObjectNode json =
        Out.object()
            .put("hash", record.hash().toString())
            .put("chainId", tx.chainId().value())
            .put("nonce", tx.nonce())
            .put("state", record.state().word())
            .put("from", record.from().toString())
            .put("to", tx.to().toString())
            .put("asset", chain.currency().symbol())
            .put("wei", tx.value().toString())
            .put("amount", chain.currency().amount(tx.value()).decimal())
            .put("id", record.intentId())
            .put("createdAt", record.createdAt().toString())
            .put("evidence", record.evidence().word());
    Meaning.of(tx).line().ifPresent(line -> json.put("meaning", line));
    TokenAmount.of(tx)
        .ifPresent(moved -> json.set("token", moved.json(session.knownTokens().get())));
    record.succeeded().ifPresent(ok -> json.put("status", ok ? "ok" : "reverted"));
    record
        .block()
        .ifPresent(block ->
            json.putObject("block")
                .put("number", block.number())
                .put("hash", block.hash().toString()));
    record.replacedBy().ifPresent(by -> json.put("replacedBy", by.toString()));
    AfterText.of(record, chain).addTo(json);
    if (record.facts().purpose() != Purpose.TRANSFER) {
      json.put("purpose", record.facts().purpose().word());
    }
    if (record.privately()) {
      json.put("private", true);
    }
    record.facts().replaces().ifPresent(hash -> json.put("replaces", hash.toString()));
    ArrayNode endpoints = json.putArray("endpoints");
    record.attempts().forEach(row -> endpoints.add(json(row)));
    return json;
  }

  /// One endpoint's answer.
  static ObjectNode json(AttemptRow row) {
    ObjectNode json =
        Out.object()
            .put("id", row.endpoint().value())
            .put("group", row.group())
            .put("outcome", row.outcome())
            .put("class", row.kind())
            .put("ms", row.millis())
            .put("seen", row.seen());
    row.echo().ifPresent(echo -> json.put("echo", echo));
    return row.blackHole() ? json.put("blackHole", true) : json;
  }

  static List<String> lines(TxRecord record, ChainSession session) {
    Chain chain = session.chain();
    UnsignedTransaction tx = record.transaction();
    List<String> lines = new ArrayList<>();
    lines.add("hash     " + record.hash());
    lines.add("state    " + state(record));
    lines.add("from     " + record.from() + ", nonce " + tx.nonce());
    lines.add("to       " + tx.to());
    lines.add("amount   " + chain.currency().amount(tx.value()));
    Meaning.of(tx).line().ifPresent(line -> lines.add("does     " + line));
    TokenAmount.of(tx)
        .ifPresent(moved -> lines.add("token    " + moved.words(session.knownTokens().get())));
    if (record.privately()) {
      lines.add("goes     to private relays only");
    }
    lines.addAll(AfterText.of(record, chain).lines());
    for (AttemptRow row : record.attempts()) {
      lines.add(
          "         "
              + outcome(row)
              + ", "
              + row.millis()
              + " ms"
              + (row.seen() ? ", holds it" : "")
              + (row.blackHole() ? ", nobody else saw it" : ""));
    }
    return lines;
  }

  /// What an endpoint said to the transaction.
  static String outcome(AttemptRow row) {
    String more = row.kind().equals(row.outcome()) ? "" : " (" + row.kind() + ")";
    return row.endpoint() + ": " + row.outcome() + more;
  }

  static String line(TxRecord record, ChainSession session) {
    UnsignedTransaction tx = record.transaction();
    String money = session.chain().currency().amount(tx.value()).toString();
    return record.hash()
        + "  "
        + TokenAmount.of(tx).map(m -> m.words(session.knownTokens().get())).orElse(money)
        + " to "
        + Meaning.of(tx).payee()
        + "  "
        + state(record);
  }

  private static String state(TxRecord record) {
    String outcome = record.succeeded().map(ok -> ok ? "" : ", reverted").orElse("");
    return record.state().word() + outcome + block(record) + ", " + record.evidence().word();
  }

  static String block(TxRecord record) {
    return record.block().map(block -> " in block " + block.number()).orElse("");
  }
}
