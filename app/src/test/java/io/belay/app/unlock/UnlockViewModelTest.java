package io.belay.app.unlock;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.app.fake.FakeUi;
import io.belay.app.fake.FakeVault;
import io.belay.app.fx.SameThread;
import io.belay.app.unlock.VaultDoor.Opened;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnlockViewModelTest {
  private final List<Opened> opened = new ArrayList<>();
  private final FakeVault door = new FakeVault();
  private final UnlockViewModel unlock = new UnlockViewModel(FakeUi.make(), door, opened::add);

  @Test
  void rightPasswordOpensTheFirstVault() {
    char[] password = FakeVault.PASSWORD.toCharArray();
    unlock.unlock(password);
    assertThat(opened).extracting(Opened::name).containsExactly("Main vault");
    assertThat(password).containsOnly(' ');
  }

  @Test
  void wrongPasswordSaysSoAndIsWiped() {
    char[] password = "not this one".toCharArray();
    unlock.unlock(password);
    assertThat(opened).isEmpty();
    assertThat(unlock.problem().get()).startsWith("Wrong password.");
    assertThat(unlock.busy().get()).isFalse();
    assertThat(password).containsOnly(' ');
  }

  @Test
  void theGoodCopyOfADamagedVaultIsOfferedAndUsedOnTheUsersWord() {
    door.damaged = true;
    unlock.unlock(FakeVault.PASSWORD.toCharArray());
    assertThat(unlock.problem().get()).contains("changed or cut");
    assertThat(unlock.copyOffered().get()).isTrue();
    unlock.useCopy();
    assertThat(unlock.copyOffered().get()).isFalse();
    assertThat(unlock.notice().get()).startsWith("The copy is in its place");
    unlock.unlock(FakeVault.PASSWORD.toCharArray());
    assertThat(unlock.notice().get()).isEmpty();
    assertThat(opened).hasSize(1);
  }

  @Test
  void whatWasDoneBeforeIsSaidUntilTheNextTry() {
    unlock.tell("Everything is back.");
    assertThat(unlock.notice().get()).isEqualTo("Everything is back.");
    unlock.unlock("not this one".toCharArray());
    assertThat(unlock.notice().get()).isEmpty();
  }

  @Test
  void aVaultThatOpensAfterCancellingIsLocked() {
    SameThread background = new SameThread();
    background.holdResults();
    UnlockViewModel late = new UnlockViewModel(FakeUi.with(background), door, opened::add);
    late.unlock(FakeVault.PASSWORD.toCharArray());
    late.cancel();
    assertThat(door.closed).isEqualTo(1);
    assertThat(late.busy().get()).isFalse();
    assertThat(opened).isEmpty();
  }
}
