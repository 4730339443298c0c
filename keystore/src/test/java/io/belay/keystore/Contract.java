package io.belay.keystore;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.belay.base.WalletException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// What every reader of a stranger's bytes owes: a value, or a [WalletException] with one of a few
/// codes, within a second of the processor and 64 MiB of memory. Anything else is a finding.
public final class Contract {
  private static final long MOST_NANOS = 1_000_000_000;
  private static final long MOST_BYTES = 64L << 20;
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private final Set<String> codes;

  private Contract(Set<String> codes) {
    this.codes = codes;
  }

  /// A reader that may refuse with these codes.
  public static Contract refusing(String... codes) {
    return new Contract(Set.of(codes));
  }

  /// What was read, if it was not refused. The cost of a first reading may be that of loading
  /// classes: a second one tells.
  public <T> Optional<T> read(Supplier<T> reader) {
    Reading<T> first = reading(reader);
    Reading<T> cost = first.isCheap() ? first : reading(reader);
    assertThat(cost.nanos).as("time").isLessThan(MOST_NANOS);
    assertThat(cost.bytes).as("memory").isLessThan(MOST_BYTES);
    return first.value;
  }

  private record Reading<T>(Optional<T> value, long nanos, long bytes) {
    boolean isCheap() {
      return nanos < MOST_NANOS && bytes < MOST_BYTES;
    }
  }

  private <T> Reading<T> reading(Supplier<T> reader) {
    long bytes = THREADS.getCurrentThreadAllocatedBytes();
    long nanos = THREADS.getCurrentThreadCpuTime();
    Optional<T> value = value(reader);
    return new Reading<>(
        value,
        THREADS.getCurrentThreadCpuTime() - nanos,
        THREADS.getCurrentThreadAllocatedBytes() - bytes);
  }

  private <T> Optional<T> value(Supplier<T> reader) {
    try {
      return Optional.of(reader.get());
    } catch (WalletException e) {
      assertThat(codes).as(e.text()).contains(e.code());
      return Optional.empty();
    }
  }

  /// Bytes as text. What is no UTF-8 becomes half of a surrogate pair, which text may hold too.
  public static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8).replace('\ufffd', '\ud800');
  }
}
