package io.belay.keystore.typed;

import io.belay.base.WalletException;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads the JSON of a stranger: bounded depth and size, no name twice, nothing after the value.
final class TypedJson {
  static final int MOST_CHARACTERS = 1 << 20;
  static final int MOST_DEPTH = 32;
  private static final int MOST_TOKENS = 100_000;
  private static final int MOST_DIGITS = 80; // 2^256 has 78, and a sign

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(MOST_DEPTH)
                          .maxNumberLength(MOST_DIGITS)
                          .maxTokenCount(MOST_TOKENS)
                          .maxStringLength(MOST_CHARACTERS)
                          .build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private TypedJson() {}

  /// The document's object.
  ///
  /// @throws WalletException `bad-typed-data`
  static JsonNode document(String json) {
    if (json.length() > MOST_CHARACTERS) {
      throw Refusal.at("typed data", "more than " + MOST_CHARACTERS + " characters");
    }
    // Jackson's own messages quote the stranger's text; the reason is enough
    try {
      return object(MAPPER.readTree(json), "typed data");
    } catch (StreamConstraintsException e) {
      throw Refusal.at("typed data", "too deep, too many parts or too long a number");
    } catch (JacksonException e) {
      throw Refusal.at("typed data", "not well-formed JSON, or a name stands twice");
    }
  }

  /// The node, which must be an object.
  static JsonNode object(JsonNode node, String place) {
    if (!node.isObject()) {
      throw Refusal.at(place, "not an object");
    }
    return node;
  }

  /// Refuses an object with other members than these.
  static void exactly(JsonNode node, Set<String> names, String place) {
    object(node, place);
    for (String name : names) {
      if (!node.has(name)) {
        throw Refusal.at(place, "member " + name + " is missing");
      }
    }
    for (String name : node.propertyNames()) {
      if (!names.contains(name)) {
        throw Refusal.at(
            place,
            Name.isMember(name)
                ? "member " + name + " has no type"
                : "a member without a readable name has no type");
      }
    }
  }

  /// A string, nothing that could pass for one.
  static String text(JsonNode node, String place) {
    if (!node.isString()) {
      throw Refusal.at(place, "not a string");
    }
    return node.stringValue();
  }
}
