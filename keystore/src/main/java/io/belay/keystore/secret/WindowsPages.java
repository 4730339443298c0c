package io.belay.keystore.secret;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/// VirtualAlloc, VirtualLock (Windows).
@SuppressWarnings("restricted") // native calls are what this is for
final class WindowsPages extends NativePages {
  private static final int COMMIT_AND_RESERVE = 0x3000;
  private static final int READ_AND_WRITE = 4;
  private static final int RELEASE = 0x8000;

  private final MethodHandle alloc =
      NativeFunction.ofKernel32(
          "VirtualAlloc",
          FunctionDescriptor.of(
              ValueLayout.JAVA_LONG,
              ValueLayout.JAVA_LONG,
              ValueLayout.JAVA_LONG,
              ValueLayout.JAVA_INT,
              ValueLayout.JAVA_INT));
  private final MethodHandle lock =
      NativeFunction.ofKernel32(
          "VirtualLock",
          FunctionDescriptor.of(
              ValueLayout.JAVA_INT, ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG));
  private final MethodHandle free =
      NativeFunction.ofKernel32(
          "VirtualFree",
          FunctionDescriptor.of(
              ValueLayout.JAVA_INT,
              ValueLayout.JAVA_LONG,
              ValueLayout.JAVA_LONG,
              ValueLayout.JAVA_INT));

  @Override
  MemorySegment map(long bytes) {
    try {
      long address = (long) alloc.invokeExact(0L, bytes, COMMIT_AND_RESERVE, READ_AND_WRITE);
      if (address == 0) {
        throw new OutOfMemoryError("no page for a secret");
      }
      return MemorySegment.ofAddress(address).reinterpret(bytes);
    } catch (Throwable e) {
      throw NativeFunction.rethrown(e);
    }
  }

  @Override
  boolean lock(MemorySegment pages) {
    try {
      return (int) lock.invokeExact(pages.address(), pages.byteSize()) != 0;
    } catch (Throwable e) {
      throw NativeFunction.rethrown(e);
    }
  }

  @Override
  void free(MemorySegment pages) {
    try {
      int freed = (int) free.invokeExact(pages.address(), 0L, RELEASE);
      if (freed == 0) {
        throw new IllegalStateException("pages of a secret could not be given back");
      }
    } catch (Throwable e) {
      throw NativeFunction.rethrown(e);
    }
  }
}
