package io.belay.app.cli;

import java.io.PrintStream;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What a call says: one JSON value, or plain lines. Errors are one line on standard error.
final class Out {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private final PrintStream out;
  private final PrintStream err;
  private final boolean json;

  Out(Terminal terminal, boolean json) {
    this.out = terminal.out();
    this.err = terminal.err();
    this.json = json;
  }

  static ObjectNode object() {
    return JSON.createObjectNode();
  }

  static ArrayNode array() {
    return JSON.createArrayNode();
  }

  /// Says the result, in the form asked for.
  void result(JsonNode value, List<String> lines) {
    if (json) {
      out.println(JSON.writeValueAsString(value));
    } else {
      lines.forEach(line -> out.println(clean(line)));
    }
    out.flush();
  }

  /// Says one line of a story; nothing as JSON.
  void line(String line) {
    if (!json) {
      out.println(clean(line));
      out.flush();
    }
  }

  /// Says how it goes, to people only.
  void note(String line) {
    if (!json) {
      err.println(clean(line));
    }
  }

  /// Says what went wrong.
  void error(String code, String message) {
    String line = clean(message);
    if (json) {
      ObjectNode root = object();
      root.putObject("error").put("code", code).put("message", line);
      err.println(JsonMapper.shared().writeValueAsString(root));
    } else {
      err.println("belay: " + line);
    }
  }

  /// Text without control characters, so that no name or answer can move the cursor.
  private static String clean(String line) {
    return line.replaceAll("\\p{Cntrl}", "?");
  }
}
