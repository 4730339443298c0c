package io.belay.app.fx;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.app.fake.FakeVault;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CopiedTest {
  private Instant now = Instant.parse("2026-11-22T14:00:00Z");
  private final Copied copied = new Copied(() -> now);

  @Test
  void anotherAddressThanTheCopiedOneIsToldOf() {
    assertThat(copied.insteadOf(FakeVault.DAILY)).isEmpty();
    copied.address(FakeVault.SAVINGS);
    assertThat(copied.insteadOf(FakeVault.SAVINGS)).isEmpty();
    assertThat(copied.insteadOf(FakeVault.DAILY)).contains(FakeVault.SAVINGS);
  }

  @Test
  void afterSomeMinutesOrAnotherCopyNothingIsExpected() {
    copied.address(FakeVault.SAVINGS);
    now = now.plus(Copied.FRESH);
    assertThat(copied.insteadOf(FakeVault.DAILY)).isEmpty();
    copied.address(FakeVault.SAVINGS);
    copied.other();
    assertThat(copied.insteadOf(FakeVault.DAILY)).isEmpty();
  }
}
