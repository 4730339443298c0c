package io.belay.keystore.secret;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Locale;

/// Keeps other programs of the same user from reading this process's memory, where the system can:
/// on Linux the process is made not dumpable, so that it can neither be traced nor leaves a core
/// dump (prctl(2), PR_SET_DUMPABLE). The launcher turns Java's own attaching and heap dumps off.
public final class ProcessGuard {
  private static final int SET_DUMPABLE = 4;
  private static final int GET_DUMPABLE = 3;

  private ProcessGuard() {}

  /// Raises the guard; a second call does nothing more.
  ///
  /// @return what a person should know; blank where all is well or the system has no such guard
  public static String raise() {
    if (!isLinux()) {
      return "";
    }
    try {
      return prctl(SET_DUMPABLE) == 0 && prctl(GET_DUMPABLE) == 0 ? "" : refused();
    } catch (RuntimeException | LinkageError e) {
      return refused();
    }
  }

  /// Whether other programs of the user can read this process's memory, as far as the system tells.
  public static boolean isDumpable() {
    try {
      return !isLinux() || prctl(GET_DUMPABLE) != 0;
    } catch (RuntimeException | LinkageError e) {
      return true;
    }
  }

  private static boolean isLinux() {
    return System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux");
  }

  private static String refused() {
    return "the system does not shut other programs of yours out of Belay's memory";
  }

  private static int prctl(int option) {
    MethodHandle handle =
        NativeFunction.of(
            "prctl",
            FunctionDescriptor.of(
                ValueLayout.JAVA_INT,
                ValueLayout.JAVA_INT,
                ValueLayout.JAVA_LONG,
                ValueLayout.JAVA_LONG,
                ValueLayout.JAVA_LONG,
                ValueLayout.JAVA_LONG),
            Linker.Option.firstVariadicArg(1));
    try {
      return (int) handle.invokeExact(option, 0L, 0L, 0L, 0L);
    } catch (Throwable e) {
      throw NativeFunction.rethrown(e);
    }
  }
}
