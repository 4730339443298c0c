package io.belay.app.fx;

import java.util.ArrayList;
import java.util.List;

/// What failed inside Belay, as text for those who mend it: version, system, and where in the code.
/// Nothing in it tells of a person or their money.
///
/// @param text of several lines
public record CrashReport(String text) {
  private static final int CAUSES = 5;
  private static final int FRAMES = 40;

  /// Reports a failure.
  public static CrashReport of(Throwable failure) {
    List<String> lines = new ArrayList<>();
    lines.add("Belay " + Version.NUMBER);
    lines.add(property("os.name") + " " + property("os.version") + " " + property("os.arch"));
    lines.add("Java " + property("java.runtime.version") + ", " + property("java.vendor"));
    Throwable cause = failure;
    for (int depth = 0; cause != null && depth < CAUSES; depth++) {
      lines.add((depth == 0 ? "" : "because of ") + headline(cause));
      StackTraceElement[] stack = cause.getStackTrace();
      for (int i = 0; i < Math.min(stack.length, FRAMES); i++) {
        lines.add("  at " + position(stack[i]));
      }
      cause = cause.getCause();
    }
    return new CrashReport(String.join("\n", lines) + "\n");
  }

  private static String headline(Throwable failure) {
    String name = failure.getClass().getName();
    String told = failure.getMessage();
    return told == null ? name : name + ": " + Redaction.of(told, property("user.home"));
  }

  private static String position(StackTraceElement frame) {
    return frame.getClassName() + "." + frame.getMethodName() + ":" + frame.getLineNumber();
  }

  private static String property(String name) {
    return System.getProperty(name, "");
  }
}
