package io.belay.keystore.secret;

import java.lang.foreign.MemorySegment;
import java.util.Locale;

/// Memory pages from the operating system, kept out of swap and core dumps where it agrees.
abstract class NativePages {
  /// As much as is mapped at once; every system Belay runs on has pages of this size or a multiple.
  static final int PAGE = 4096;

  /// Fresh pages, zeroed.
  abstract MemorySegment map(long bytes);

  /// Keeps them from being written to disk; false where the system refuses.
  abstract boolean lock(MemorySegment pages);

  /// Gives them back.
  abstract void free(MemorySegment pages);

  /// A system's way.
  ///
  /// @param name as Java has it in `os.name`
  static NativePages of(String name) {
    String os = name.toLowerCase(Locale.ROOT);
    if (os.contains("linux")) {
      return new PosixPages(0x22, 16); // MAP_PRIVATE | MAP_ANONYMOUS, MADV_DONTDUMP
    }
    if (os.contains("mac")) {
      return new PosixPages(0x1002, -1); // MAP_PRIVATE | MAP_ANON; no such advice
    }
    return os.contains("windows") ? new WindowsPages() : new HeapPages();
  }
}
