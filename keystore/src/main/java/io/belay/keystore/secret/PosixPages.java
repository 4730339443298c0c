package io.belay.keystore.secret;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/// mmap, mlock, madvise (POSIX).
@SuppressWarnings("restricted") // native calls are what this is for
final class PosixPages extends NativePages {
  private static final int READ_AND_WRITE = 3;

  private final int flags;
  private final int dontDump;
  private final MethodHandle mmap =
      NativeFunction.of(
          "mmap",
          FunctionDescriptor.of(
              ValueLayout.JAVA_LONG,
              ValueLayout.JAVA_LONG,
              ValueLayout.JAVA_LONG,
              ValueLayout.JAVA_INT,
              ValueLayout.JAVA_INT,
              ValueLayout.JAVA_INT,
              ValueLayout.JAVA_LONG));
  private final MethodHandle munmap = onRange("munmap");
  private final MethodHandle mlock = onRange("mlock");
  private final MethodHandle madvise =
      NativeFunction.of(
          "madvise",
          FunctionDescriptor.of(
              ValueLayout.JAVA_INT,
              ValueLayout.JAVA_LONG,
              ValueLayout.JAVA_LONG,
              ValueLayout.JAVA_INT));

  /// @param dontDump advice that keeps pages out of core dumps, or -1
  PosixPages(int flags, int dontDump) {
    this.flags = flags;
    this.dontDump = dontDump;
  }

  private static MethodHandle onRange(String name) {
    return NativeFunction.of(
        name,
        FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG));
  }

  @Override
  MemorySegment map(long bytes) {
    try {
      long address = (long) mmap.invokeExact(0L, bytes, READ_AND_WRITE, flags, -1, 0L);
      if (address == -1) {
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
      int locked = (int) mlock.invokeExact(pages.address(), pages.byteSize());
      int hidden =
          dontDump < 0 ? 0 : (int) madvise.invokeExact(pages.address(), pages.byteSize(), dontDump);
      return locked == 0 && hidden == 0;
    } catch (Throwable e) {
      throw NativeFunction.rethrown(e);
    }
  }

  @Override
  void free(MemorySegment pages) {
    try {
      int freed = (int) munmap.invokeExact(pages.address(), pages.byteSize());
      if (freed != 0) {
        throw new IllegalStateException("pages of a secret could not be given back");
      }
    } catch (Throwable e) {
      throw NativeFunction.rethrown(e);
    }
  }
}
