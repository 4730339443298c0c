package io.belay.keystore.vault;

import io.belay.base.WalletException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads hostile JSON: bounded depth and lengths, no duplicate keys, nothing after the value.
final class StrictJson {
  private static final int MOST_DEPTH = 8;

  private final JsonMapper mapper;

  /// @param mostString longest text, in characters
  StrictJson(int mostString) {
    mapper =
        JsonMapper.builder(
                JsonFactory.builder()
                    .streamReadConstraints(
                        StreamReadConstraints.builder()
                            .maxNestingDepth(MOST_DEPTH)
                            .maxNumberLength(20)
                            .maxNameLength(32)
                            .maxTokenCount(200)
                            .maxStringLength(mostString)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
  }

  /// An object.
  ///
  /// @throws WalletException `vault-damaged` for anything else
  JsonNode object(byte[] utf8) {
    try {
      JsonNode node = mapper.readTree(utf8);
      if (node.isObject()) {
        return node;
      }
    } catch (JacksonException e) {
      // its message may quote the file; the reason is enough
      throw Damage.damaged("not the JSON of a vault");
    }
    throw Damage.damaged("not the JSON of a vault");
  }

  static String text(JsonNode object, String name) {
    JsonNode node = object.path(name);
    if (!node.isString()) {
      throw Damage.damaged("no text " + name);
    }
    return node.stringValue();
  }

  static long number(JsonNode object, String name) {
    JsonNode node = object.path(name);
    if (!node.isIntegralNumber() || !node.canConvertToLong() || node.longValue() < 0) {
      throw Damage.damaged("no number " + name);
    }
    return node.longValue();
  }

  static boolean flag(JsonNode object, String name) {
    JsonNode node = object.path(name);
    if (!node.isBoolean()) {
      throw Damage.damaged("no flag " + name);
    }
    return node.booleanValue();
  }
}
