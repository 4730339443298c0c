package io.belay.core.rpc;

import io.belay.core.rpc.NodeError.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Classifies what endpoints say when they refuse, by one table that is data (`rpc_errors.json`).
/// Text decides before code: the same code means different things at different operators.
public final class NodeErrors {
  /// Classes in the order their words are looked for; what is not here comes after.
  private static final List<Kind> ORDER =
      List.of(
          Kind.RANGE_TOO_LARGE,
          Kind.RESPONSE_TOO_LARGE,
          Kind.BATCH_TOO_LARGE,
          Kind.RATE_LIMITED_SENDER,
          Kind.QUOTA_EXHAUSTED,
          Kind.UNAUTHORIZED,
          Kind.RATE_LIMITED,
          Kind.STATE_UNAVAILABLE,
          Kind.HISTORY_PRUNED,
          Kind.BLOCK_NOT_FOUND,
          Kind.PROOF_UNAVAILABLE,
          Kind.EXECUTION_REVERTED,
          Kind.ALREADY_KNOWN,
          Kind.ALREADY_MINED,
          Kind.NONCE_TOO_LOW,
          Kind.NONCE_GAP,
          Kind.REPLACEMENT_UNDERPRICED,
          Kind.POOL_FULL,
          Kind.POOL_CONFLICT,
          Kind.FEE_BELOW_BASEFEE,
          Kind.UNDERPRICED,
          Kind.FEE_CAP_NODE_LOCAL,
          Kind.INSUFFICIENT_FUNDS,
          Kind.GAS_TOO_LOW,
          Kind.GAS_LIMIT_TOO_HIGH,
          Kind.METHOD_UNSUPPORTED,
          Kind.TX_TYPE_UNSUPPORTED,
          Kind.WRONG_CHAIN,
          Kind.INVALID_PARAMS,
          Kind.INVALID_TX); // last: one of its rules takes whatever begins with "invalid"

  /// A rule of the table that goes by its code alone.
  private static final String ANY_WORDS = ".*";

  private static final int LONGEST = 500;

  private static final NodeErrors TABLE = read();

  private final List<Rule> rules;

  private final Map<Long, Kind> codes;

  private record Rule(Pattern words, Kind kind) {}

  private NodeErrors(List<Rule> rules, Map<Long, Kind> codes) {
    this.rules = rules;
    this.codes = Map.copyOf(codes);
  }

  /// The table; it is read once.
  public static NodeErrors load() {
    return TABLE;
  }

  private static NodeErrors read() {
    try (InputStream in = NodeErrors.class.getResourceAsStream("rpc_errors.json")) {
      List<Rule> rules = new ArrayList<>();
      Map<Long, Kind> codes = new HashMap<>();
      for (JsonNode row : JsonMapper.shared().readTree(in)) {
        JsonNode words = row.get("message_pattern");
        if (words != null && words.isString() && words.stringValue().equals(ANY_WORDS)) {
          codes.put(row.get("code").longValue(), Kind.valueOf(row.get("class").stringValue()));
        } else if (words != null && words.isString() && !words.stringValue().isBlank()) {
          rules.add(
              new Rule(pattern(words.stringValue()), Kind.valueOf(row.get("class").stringValue())));
        }
      }
      rules.sort(Comparator.comparingInt(rule -> rank(rule.kind())));
      return new NodeErrors(List.copyOf(rules), codes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Pattern pattern(String words) {
    try {
      return Pattern.compile(words, Pattern.CASE_INSENSITIVE);
    } catch (PatternSyntaxException e) {
      return Pattern.compile(Pattern.quote(words), Pattern.CASE_INSENSITIVE);
    }
  }

  private static int rank(Kind kind) {
    int rank = ORDER.indexOf(kind);
    return rank < 0 ? ORDER.size() : rank;
  }

  /// Classifies an error object, or an error sent as bare text.
  public NodeError classify(JsonNode error) {
    if (!error.isObject()) {
      String text = error.isString() ? error.stringValue() : "";
      return new NodeError(kind(text, 0), 0, text);
    }
    JsonNode code = error.get("code");
    JsonNode message = error.get("message");
    long number = JsonRpc.isLong(code) ? code.longValue() : 0;
    String text = message != null && message.isString() ? message.stringValue() : "";
    return new NodeError(kind(text, number), number, text, backoff(error), RevertOutput.of(error));
  }

  /// `data.backoff_seconds` or `data.rate.backoff_seconds`, as some operators send.
  private static Optional<Duration> backoff(JsonNode error) {
    JsonNode data = error.path("data");
    for (JsonNode seconds :
        List.of(data.path("backoff_seconds"), data.path("rate").path("backoff_seconds"))) {
      if (seconds.isNumber() && seconds.doubleValue() >= 0 && seconds.doubleValue() < 1e6) {
        return Optional.of(Duration.ofMillis(Math.round(seconds.doubleValue() * 1000)));
      }
    }
    return Optional.empty();
  }

  /// Classifies an HTTP status whose body was no JSON-RPC answer.
  public NodeError classify(int status, String body) {
    Kind kind =
        switch (status) {
          case 429 -> Kind.RATE_LIMITED;
          case 401, 403 -> Kind.UNAUTHORIZED;
          case 402 -> Kind.QUOTA_EXHAUSTED;
          case 413 -> Kind.BATCH_TOO_LARGE;
          case 404, 405 -> Kind.METHOD_UNSUPPORTED;
          default -> Kind.NODE_INTERNAL;
        };
    return new NodeError(kind, status, body);
  }

  private Kind kind(String words, long code) {
    // an endpoint may send megabytes that make a pattern search for hours
    String text = words.length() > LONGEST ? words.substring(0, LONGEST) : words;
    for (Rule rule : rules) {
      if (rule.words().matcher(text).find()) {
        return rule.kind();
      }
    }
    Kind byCode = codes.get(code);
    if (byCode != null) {
      return byCode;
    }
    return switch (Math.toIntExact(Math.clamp(code, Integer.MIN_VALUE, Integer.MAX_VALUE))) {
      case 3 -> Kind.EXECUTION_REVERTED;
      case 429 -> Kind.RATE_LIMITED;
      case -32601 -> Kind.METHOD_UNSUPPORTED;
      case -32602 -> Kind.INVALID_PARAMS;
      case -32603 -> Kind.NODE_INTERNAL;
      default -> Kind.UNKNOWN;
    };
  }
}
