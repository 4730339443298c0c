package io.belay.keystore.v3;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import javax.crypto.Mac;

/// scrypt (RFC 7914), also for r = 1 with a large N, which keystores use and Bouncy Castle refuses.
/// Lanes run one after the other in the same memory; every block is wiped at the end.
final class Scrypt {
  private Scrypt() {}

  /// @param length of the result in bytes
  /// @throws io.belay.base.WalletException `cancelled`
  static byte[] derive(
      byte[] password, byte[] salt, ScryptCost cost, int length, Progress progress) {
    Meter meter = new Meter(progress, 2L * cost.n() * cost.p());
    Mac mac = Pbkdf2.mac(password);
    // the last PBKDF2 is fed lane by lane, so that many lanes need no more memory than one
    List<Mac> ends =
        IntStream.range(0, Pbkdf2.blocks(length)).mapToObj(i -> Pbkdf2.mac(password)).toList();
    byte[] lane = new byte[128 * cost.r()];
    try (RoMix mix = new RoMix(cost.n(), cost.r())) {
      for (int i = 0; i < cost.p(); i++) {
        start(mac, salt, lane, i);
        mix.mix(lane, meter);
        ends.forEach(end -> end.update(lane));
      }
    } finally {
      Arrays.fill(lane, (byte) 0);
    }
    return finish(ends, length);
  }

  /// A lane's part of PBKDF2's output with one iteration.
  private static void start(Mac mac, byte[] salt, byte[] lane, int number) {
    int blocks = lane.length / Pbkdf2.BLOCK;
    for (int i = 0; i < blocks; i++) {
      mac.update(salt);
      Pbkdf2.finish(mac, number * blocks + i + 1, lane, Pbkdf2.BLOCK * i);
    }
  }

  private static byte[] finish(List<Mac> ends, int length) {
    byte[] whole = new byte[Pbkdf2.BLOCK * ends.size()];
    for (int i = 0; i < ends.size(); i++) {
      Pbkdf2.finish(ends.get(i), i + 1, whole, Pbkdf2.BLOCK * i);
    }
    byte[] out = Arrays.copyOf(whole, length);
    Arrays.fill(whole, (byte) 0);
    return out;
  }
}
