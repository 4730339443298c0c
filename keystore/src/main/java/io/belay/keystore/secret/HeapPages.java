package io.belay.keystore.secret;

import java.lang.foreign.MemorySegment;

/// Plain memory, where neither of these is there.
final class HeapPages extends NativePages {
  @Override
  MemorySegment map(long bytes) {
    return MemorySegment.ofArray(new byte[Math.toIntExact(bytes)]);
  }

  @Override
  boolean lock(MemorySegment pages) {
    return false;
  }

  @Override
  void free(MemorySegment pages) {}
}
