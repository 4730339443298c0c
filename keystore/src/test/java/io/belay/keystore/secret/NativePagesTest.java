package io.belay.keystore.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NativePagesTest {
  private static final int PAGE = NativePages.PAGE;
  // MAP_PRIVATE | MAP_ANONYMOUS
  private static final int FLAGS = 0x22;

  @Test
  @EnabledOnOs(OS.LINUX)
  void eachSystemHasItsWay() {
    assertThat(NativePages.of("Linux")).isInstanceOf(PosixPages.class);
    assertThat(NativePages.of("Mac OS X")).isInstanceOf(PosixPages.class);
    assertThat(NativePages.of("AIX")).isInstanceOf(HeapPages.class);
    // it has no kernel32 to offer
    assertThatThrownBy(() -> NativePages.of("Windows 11"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void pagesAreLockedUntilGivenBack() throws IOException {
    NativePages pages = NativePages.of("Linux");
    MemorySegment mapped = pages.map(PAGE);
    assertThat(mapped.byteSize()).isEqualTo(PAGE);
    assertThat(mapped.toArray(ValueLayout.JAVA_BYTE)).containsOnly(0);
    long before = LockedPages.kib();
    boolean locked = pages.lock(mapped);
    assertThat(LockedPages.kib() > before).isEqualTo(locked);
    pages.free(mapped);
    assertThat(LockedPages.kib()).isLessThanOrEqualTo(before);
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void lockedIsOnlyWhatIsAlsoLeftOutOfDumps() {
    NativePages silent = new PosixPages(FLAGS, -1);
    NativePages wrong = new PosixPages(FLAGS, 9999);
    MemorySegment mapped = silent.map(PAGE);
    boolean allowed = silent.lock(mapped);
    assertThat(wrong.lock(mapped)).isFalse();
    assertThat(new PosixPages(FLAGS, 0).lock(mapped)).isEqualTo(allowed);
    silent.free(mapped);
    assertThat(silent.lock(mapped)).isFalse();
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void whatTheSystemRefusesIsTold() {
    NativePages pages = NativePages.of("Linux");
    assertThatThrownBy(() -> pages.map(0)).isInstanceOf(OutOfMemoryError.class);
    assertThatThrownBy(() -> pages.free(MemorySegment.ofAddress(1)))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void theHeapIsNeverLocked() {
    NativePages pages = new HeapPages();
    MemorySegment mapped = pages.map(PAGE);
    assertThat(mapped.byteSize()).isEqualTo(PAGE);
    assertThat(pages.lock(mapped)).isFalse();
  }

  /// Pages come whole: one for up to 4096 bytes, and one for nothing.
  @ParameterizedTest
  @CsvSource({"0,4", "1,4", "4095,4", "4096,4", "4097,8", "8192,8", "8193,12"})
  @EnabledOnOs(OS.LINUX)
  void aSecretTakesWholePages(int length, int kib) throws IOException {
    try (SecretBytes secret = SecretBytes.copyOf(new byte[length])) {
      assertThat(secret.<byte[]>use(byte[]::clone)).hasSize(length);
    }
    long expected = SecretBytes.protection() == Protection.LOCKED ? kib : 0;
    assertThat(taken(length)).isEqualTo(expected);
  }

  /// The highest of three counts, as what the collector finds meanwhile only lowers one.
  private static long taken(int length) throws IOException {
    long most = 0;
    for (int i = 0; i < 3; i++) {
      long before = LockedPages.kib();
      try (SecretBytes _ = SecretBytes.copyOf(new byte[length])) {
        most = Math.max(most, LockedPages.kib() - before);
      }
    }
    return most;
  }

  @Test
  void theWorstCaseIsTold() {
    assertThat(Protection.UNTRIED.and(Protection.LOCKED)).isEqualTo(Protection.LOCKED);
    assertThat(Protection.ON_HEAP.and(Protection.LOCKED)).isEqualTo(Protection.ON_HEAP);
    assertThat(Protection.LOCKED.notice()).isEmpty();
    assertThat(Protection.UNTRIED.notice()).isEmpty();
    assertThat(Protection.SWAPPABLE.notice()).contains("swap file");
    assertThat(Protection.ON_HEAP.notice()).contains("ordinary memory");
  }

  @Test
  void failuresOfNativeCallsKeepTheirKind() {
    assertThatThrownBy(
            () -> NativeFunction.of("no_such", FunctionDescriptor.of(ValueLayout.JAVA_INT)))
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessage("no function no_such");
    RuntimeException known = new IllegalArgumentException("known");
    assertThat(NativeFunction.rethrown(known)).isSameAs(known);
    Exception checked = new Exception("checked");
    assertThat(NativeFunction.rethrown(checked))
        .isInstanceOf(IllegalStateException.class)
        .hasCause(checked);
    assertThatThrownBy(() -> NativeFunction.rethrown(new AssertionError("error")))
        .isInstanceOf(AssertionError.class);
  }
}
