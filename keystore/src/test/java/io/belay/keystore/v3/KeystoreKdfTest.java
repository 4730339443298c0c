package io.belay.keystore.v3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.belay.base.OnWindowThread;
import io.belay.base.WalletException;
import io.belay.keystore.secret.SecretBytes;
import java.lang.reflect.Field;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class KeystoreKdfTest {
  private static final KdfParams SCRYPT =
      new KdfParams.ScryptParams(ScryptCost.STANDARD, new byte[32], 32);
  private static final KdfParams PBKDF2 = new KdfParams.Pbkdf2Params(10_000_000, new byte[32], 64);
  private static final KdfParams MANY_LANES =
      new KdfParams.ScryptParams(new ScryptCost(2, 1, 1 << 23), new byte[32], 32);
  private static final KdfParams LONG_BLOCKS =
      new KdfParams.ScryptParams(new ScryptCost(16, 1 << 16, 16), new byte[32], 32);

  @Test
  void noKeyIsDerivedOnTheWindowsThread() throws Exception {
    for (KdfParams params : List.of(SCRYPT, PBKDF2)) {
      try (SecretBytes password = SecretBytes.copyOf(new byte[8])) {
        OnWindowThread.isRefused(
            "a password's key", () -> new KeystoreKdf().derive(password, params, Progress.SILENT));
      }
    }
  }

  @Tag("long")
  @Test
  void anInterruptCancelsWithinASecond() throws InterruptedException {
    for (KdfParams params : List.of(SCRYPT, PBKDF2, MANY_LANES, LONG_BLOCKS)) {
      CountDownLatch started = new CountDownLatch(3);
      AtomicReference<String> ended = new AtomicReference<>("");
      Thread worker =
          Thread.ofPlatform()
              .start(() -> {
                String code = derive(params, part -> started.countDown());
                ended.set(code + " " + Thread.currentThread().isInterrupted());
              });
      assertThat(started.await(20, TimeUnit.SECONDS)).isTrue();
      worker.interrupt();
      assertThat(worker.join(Duration.ofSeconds(1))).isTrue();
      assertThat(ended).hasValue("cancelled true");
    }
  }

  private static String derive(KdfParams params, Progress progress) {
    try (SecretBytes password = SecretBytes.copyOf(new byte[] {1})) {
      new KeystoreKdf().derive(password, params, progress).close();
      return "derived";
    } catch (WalletException e) {
      return e.code();
    }
  }

  @Test
  void progressRisesFromNearZeroToOne() {
    List<Double> parts = new ArrayList<>();
    ScryptCost cost = new ScryptCost(1024, 1, 3);
    derive(new KdfParams.ScryptParams(cost, new byte[32], 32), parts::add);
    assertThat(parts).hasSizeBetween(150, 250).isSorted();
    assertThat(parts.getFirst()).isLessThan(0.02);
    assertThat(parts.getLast()).isEqualTo(1);
    parts.clear();
    derive(new KdfParams.Pbkdf2Params(1, new byte[1], 32), parts::add);
    assertThat(parts).containsExactly(1.0);
  }

  @Test
  void refusesMoreMemoryThanTheHeapHas() {
    ScryptCost most = new ScryptCost(1 << 20, 8, 1);
    assumeTrue(Runtime.getRuntime().maxMemory() <= 1L << 30);
    assertThat(derive(new KdfParams.ScryptParams(most, new byte[32], 32), Progress.SILENT))
        .isEqualTo("kdf-needs-memory");
  }

  @Test
  void costsAtTheBoundsAreTaken() {
    for (int[] c :
        new int[][] {
          {2, 1, 1},
          {1 << 20, 8, 2},
          {1 << 18, 8, 8},
          {1 << 18, 32, 2},
          {2, 1, 1 << 23},
          {128, 1 << 16, 2}
        }) {
      assertThat(new ScryptCost(c[0], c[1], c[2]).n()).isEqualTo(c[0]);
    }
    assertThatThrownBy(() -> new ScryptCost(256, 1 << 16, 1))
        .extracting("code")
        .isEqualTo("kdf-out-of-bounds");
  }

  @Test
  void blocksAreWipedOnClose() throws ReflectiveOperationException {
    RoMix mix = new RoMix(4, 1);
    byte[] lane = new byte[128];
    lane[0] = 1;
    mix.mix(lane, new Meter(Progress.SILENT, 8));
    assertThat(words(mix)).anyMatch(word -> word != 0);
    mix.close();
    assertThat(words(mix)).hasSize(4 * 32 + 2 * 32 + 16).containsOnly(0);
  }

  private static List<Integer> words(RoMix mix) throws ReflectiveOperationException {
    List<Integer> words = new ArrayList<>();
    for (Field field : RoMix.class.getDeclaredFields()) {
      field.setAccessible(true);
      switch (field.get(mix)) {
        case int[] one -> Arrays.stream(one).forEach(words::add);
        case int[][] all -> Arrays.stream(all).flatMapToInt(Arrays::stream).forEach(words::add);
        default -> {}
      }
    }
    return words;
  }
}
