package io.belay.app.trust;

/// Text of strangers, made fit to be shown on one line.
final class Plain {
  private Plain() {}

  /// Without control characters, marks that turn the direction, and all beyond a length.
  static String text(String hostile, int most) {
    String clean = hostile.replaceAll("[\\p{C}\\p{Zl}\\p{Zp}]", "");
    if (clean.length() <= most) {
      return clean;
    }
    int end = Character.isHighSurrogate(clean.charAt(most - 1)) ? most - 1 : most;
    return clean.substring(0, end) + "…";
  }
}
