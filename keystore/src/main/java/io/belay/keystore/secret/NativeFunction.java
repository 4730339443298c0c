package io.belay.keystore.secret;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;

/// Functions of the operating system.
@SuppressWarnings("restricted") // native calls are what this is for
final class NativeFunction {
  private NativeFunction() {}

  /// A function of the C library.
  ///
  /// @throws UnsupportedOperationException where it is not there
  static MethodHandle of(String name, FunctionDescriptor shape, Linker.Option... options) {
    return linked(Linker.nativeLinker().defaultLookup(), name, shape, options);
  }

  /// A function of the Windows kernel.
  ///
  /// @throws UnsupportedOperationException where it is not there
  static MethodHandle ofKernel32(String name, FunctionDescriptor shape) {
    return linked(SymbolLookup.libraryLookup("kernel32", Arena.global()), name, shape);
  }

  private static MethodHandle linked(
      SymbolLookup library, String name, FunctionDescriptor shape, Linker.Option... options) {
    return Linker.nativeLinker()
        .downcallHandle(
            library
                .find(name)
                .orElseThrow(() -> new UnsupportedOperationException("no function " + name)),
            shape,
            options);
  }

  /// What a native call threw, as what a caller may throw.
  static RuntimeException rethrown(Throwable e) {
    if (e instanceof Error error) {
      throw error;
    }
    return e instanceof RuntimeException known
        ? known
        : new IllegalStateException("a native call failed", e);
  }
}
