package io.belay.core.rpc;

/// Finds where one JSON value ends in a stream of bytes, without reading more into it: the frame of
/// JSON-RPC over a socket.
final class JsonEnd {
  private boolean begun;
  private boolean inText;
  private boolean escaped;
  private long depth;

  /// Takes the next byte.
  ///
  /// @return whether the value is complete with it; what begins as neither an object nor a list is
  ///   no answer and ends at once
  boolean isReachedBy(byte next) {
    if (inText) {
      takeText(next);
      return false;
    }
    switch (next) {
      case '{', '[' -> {
        begun = true;
        depth++;
      }
      case '}', ']' -> depth--;
      case '"' -> inText = begun;
      default -> {
        // a letter, a figure or a space
      }
    }
    boolean space = next == ' ' || next == '\n' || next == '\r' || next == '\t';
    return begun ? depth == 0 : !space;
  }

  private void takeText(byte next) {
    if (escaped) {
      escaped = false;
    } else if (next == '\\') {
      escaped = true;
    } else if (next == '"') {
      inText = false;
    }
  }
}
