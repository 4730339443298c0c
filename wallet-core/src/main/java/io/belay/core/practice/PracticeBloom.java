package io.belay.core.practice;

import io.belay.base.Bytes32;
import io.belay.base.Keccak;
import java.util.List;

/// The 2048-bit filter of log addresses and topics (yellow paper 4.3.1).
final class PracticeBloom {
  private PracticeBloom() {}

  /// The filter of these logs, 256 bytes.
  static byte[] of(List<PracticeLog> logs) {
    byte[] bloom = new byte[256];
    for (PracticeLog log : logs) {
      add(bloom, log.address().toArray());
      for (Bytes32 topic : log.topics()) {
        add(bloom, topic.toArray());
      }
    }
    return bloom;
  }

  /// Adds all bits of one filter to another.
  static void merge(byte[] into, byte[] from) {
    for (int i = 0; i < into.length; i++) {
      into[i] |= from[i];
    }
  }

  private static void add(byte[] bloom, byte[] value) {
    byte[] hash = Keccak.hash(value).toArray();
    for (int i = 0; i < 6; i += 2) {
      int bit = ((hash[i] & 0x07) << 8) | (hash[i + 1] & 0xff);
      bloom[255 - bit / 8] |= (byte) (1 << (bit % 8));
    }
  }
}
