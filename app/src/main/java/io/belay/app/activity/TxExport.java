package io.belay.app.activity;

import io.belay.app.control.Known;
import io.belay.base.Address;
import io.belay.base.TxHash;
import io.belay.core.chain.Chain;
import io.belay.core.decode.Erc20Call;
import io.belay.core.decode.Meaning;
import io.belay.core.rpc.FeePaid;
import io.belay.core.send.Purpose;
import io.belay.core.send.TxRecord;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/// Transactions as a table (RFC 4180) or as JSON, for other programs: amounts exact with a point,
/// times by ISO 8601 in UTC, blank where nothing is known.
///
/// @param chain the network
/// @param known what is known beside the bytes
/// @param labels what transactions are called
record TxExport(Chain chain, Known known, Map<TxHash, String> labels) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  byte[] csv(List<TxRecord> records) {
    StringBuilder table = new StringBuilder();
    if (records.isEmpty()) {
      return new byte[0];
    }
    table.append(line(List.copyOf(fields(records.getFirst()).keySet())));
    records.forEach(record -> table.append(line(List.copyOf(fields(record).values()))));
    return table.toString().getBytes(StandardCharsets.UTF_8);
  }

  byte[] json(List<TxRecord> records) {
    return JSON.writerWithDefaultPrettyPrinter()
        .writeValueAsBytes(records.stream().map(this::fields).toList());
  }

  private static String line(List<String> cells) {
    return cells.stream().map(TxExport::cell).collect(Collectors.joining(",", "", "\r\n"));
  }

  /// A cell that begins as a formula does is marked as text: spreadsheets run formulas, and names
  /// may come from strangers.
  static String cell(String text) {
    String plain = !text.isEmpty() && "=+-@\t\r\n".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    boolean quote = plain.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return quote ? '"' + plain.replace("\"", "\"\"") + '"' : plain;
  }

  private Map<String, String> fields(TxRecord record) {
    Moved moved = Moved.of(record, known);
    Address payee = Meaning.of(record.transaction()).payee();
    Map<String, String> row = new LinkedHashMap<>();
    row.put("time", record.createdAt().truncatedTo(ChronoUnit.MILLIS).toString());
    row.put("network", chain.name());
    row.put("chainId", chain.id().toString());
    row.put("hash", record.hash().toString());
    row.put("kind", kind(record));
    row.put("from", record.from().toString());
    row.put("fromName", name(record.from()));
    row.put("to", payee.toString());
    row.put("toName", name(payee));
    row.put("asset", moved.symbol().orElse(""));
    row.put("contract", moved.contract().map(Address::toString).orElse(""));
    row.put("amount", moved.decimal().orElse(""));
    row.put("smallestUnits", moved.units().toString());
    row.put("decimalsKnown", moved.known());
    row.put("nonce", Long.toString(record.nonce()));
    row.put("state", record.state().word());
    row.put("succeeded", record.succeeded().map(Object::toString).orElse(""));
    row.put("evidence", record.evidence().word());
    row.put("block", record.block().map(block -> Long.toString(block.number())).orElse(""));
    row.put("feePaid", record.after().paid().map(this::fee).orElse(""));
    row.put("label", labels.getOrDefault(record.hash(), ""));
    return row;
  }

  private String fee(FeePaid paid) {
    return known.currency().amount(paid.total()).decimal();
  }

  private String name(Address address) {
    return known.names().getOrDefault(address, "");
  }

  private static String kind(TxRecord record) {
    if (record.facts().purpose() != Purpose.TRANSFER) {
      return record.facts().purpose().word();
    }
    return switch (Meaning.of(record.transaction())) {
      case Meaning.Payment p -> "payment";
      case Meaning.TokenCall(var t, Erc20Call.Approve a, var v) -> "approval";
      case Meaning.TokenCall c -> "token-transfer";
      case Meaning.OtherCall c -> "call";
    };
  }
}
