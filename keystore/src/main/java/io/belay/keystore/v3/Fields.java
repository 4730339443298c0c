package io.belay.keystore.v3;

import java.util.HashMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A JSON object out of a hostile file: bounded depth and lengths, nothing after the value, names
/// without regard to case (old files write `Crypto`) and none twice.
final class Fields {
  private static final int MOST_DEPTH = 8;

  private final Map<String, JsonNode> byName = new HashMap<>();

  private Fields(JsonNode object) {
    for (Map.Entry<String, JsonNode> field : object.properties()) {
      if (byName.put(field.getKey().toLowerCase(Locale.ROOT), field.getValue()) != null) {
        throw Refusal.bad("a field appears twice");
      }
    }
  }

  /// @param most length of the file in bytes
  /// @throws io.belay.base.WalletException `bad-keystore`
  static Fields parse(byte[] utf8, int most) {
    if (utf8.length > most) {
      throw Refusal.bad("longer than " + most / 1024 + " KiB");
    }
    try {
      JsonNode root = mapper(most).readTree(utf8);
      if (root.isObject()) {
        return new Fields(root);
      }
    } catch (JacksonException e) {
      // its message may quote the file; the reason is enough
      throw Refusal.bad("not the JSON of a keystore");
    }
    throw Refusal.bad("not the JSON of a keystore");
  }

  private static JsonMapper mapper(int most) {
    return JsonMapper.builder(
            JsonFactory.builder()
                .streamReadConstraints(
                    StreamReadConstraints.builder()
                        .maxNestingDepth(MOST_DEPTH)
                        .maxNumberLength(32)
                        .maxNameLength(64)
                        .maxTokenCount(1000)
                        .maxStringLength(most)
                        .build())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build())
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .build();
  }

  private Optional<JsonNode> find(String name) {
    return Optional.ofNullable(byName.get(name)).filter(node -> !node.isNull());
  }

  Fields object(String name) {
    return find(name)
        .filter(JsonNode::isObject)
        .map(Fields::new)
        .orElseThrow(() -> Refusal.bad("no object " + name));
  }

  String text(String name) {
    return find(name)
        .filter(JsonNode::isString)
        .map(JsonNode::stringValue)
        .orElseThrow(() -> Refusal.bad("no text " + name));
  }

  /// A number in plain digits, as `8192` and not as `8192.0`, `8e3` or `"8192"`.
  long number(String name) {
    return find(name)
        .filter(node -> node.isIntegralNumber() && node.canConvertToLong())
        .map(JsonNode::longValue)
        .orElseThrow(() -> Refusal.bad("no number " + name));
  }

  /// The version, which version 1 wrote as text.
  long version() {
    Optional<String> text = find("version").filter(JsonNode::isString).map(JsonNode::stringValue);
    if (text.isEmpty()) {
      return number("version");
    }
    return switch (text.get()) {
      case "1" -> 1;
      case "3" -> 3;
      default -> throw Refusal.bad("no version 1 or 3");
    };
  }

  /// Bytes in hexadecimal, either case, with or without `0x`.
  byte[] hex(String name) {
    String text = text(name);
    int start = text.startsWith("0x") || text.startsWith("0X") ? 2 : 0;
    try {
      return HexFormat.of().parseHex(text, start, text.length());
    } catch (IllegalArgumentException e) {
      // its message quotes the text
      throw Refusal.bad("no hexadecimal digits in " + name);
    }
  }

  /// As above; empty for a field that is missing, null or an empty text.
  Optional<byte[]> optionalHex(String name) {
    boolean absent =
        find(name).map(node -> node.isString() && node.stringValue().isEmpty()).orElse(true);
    return absent ? Optional.empty() : Optional.of(hex(name));
  }
}
