package io.belay.keystore.secret;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/// The memory of one secret, in pages of its own outside the Java heap: the collector moves nothing
/// there, so wiping it leaves no stale copy. Not thread-safe: [SecretBytes] guards it.
final class SecretMemory {
  private static volatile Protection worst = Protection.UNTRIED;

  private final MemorySegment pages;
  private final int length;

  /// Copies the bytes in.
  SecretMemory(byte[] source) {
    long rounded =
        ((Math.max(1L, source.length) + NativePages.PAGE - 1) / NativePages.PAGE)
            * NativePages.PAGE;
    this.pages = Native.PAGES.map(rounded);
    this.length = source.length;
    note(Native.PAGES.lock(pages) ? Protection.LOCKED : Native.REFUSED);
    MemorySegment.copy(source, 0, pages, ValueLayout.JAVA_BYTE, 0, length);
  }

  /// Chosen at the first secret: linking native functions costs time that other calls save.
  private static final class Native {
    static final NativePages PAGES;
    static final Protection REFUSED;

    static {
      NativePages pages;
      Protection refused;
      try {
        pages = NativePages.of(System.getProperty("os.name"));
        refused = Protection.SWAPPABLE;
      } catch (RuntimeException | LinkageError e) {
        pages = new HeapPages(); // native access is not allowed here
        refused = Protection.ON_HEAP;
      }
      PAGES = pages;
      REFUSED = pages instanceof HeapPages ? Protection.ON_HEAP : refused;
    }
  }

  private static synchronized void note(Protection one) {
    worst = worst.and(one);
  }

  static Protection protection() {
    return worst;
  }

  int length() {
    return length;
  }

  /// A copy on the heap, to be wiped soon.
  byte[] read() {
    byte[] copy = new byte[length];
    MemorySegment.copy(pages, ValueLayout.JAVA_BYTE, 0, copy, 0, length);
    return copy;
  }

  /// Wipes it and gives it back; nothing may read it afterwards.
  void wipe() {
    pages.fill((byte) 0);
    Native.PAGES.free(pages);
  }
}
