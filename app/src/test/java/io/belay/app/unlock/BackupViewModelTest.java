package io.belay.app.unlock;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.app.fake.FakeUi;
import io.belay.app.fake.FakeVault;
import io.belay.app.fx.SameThread;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackupViewModelTest {
  private final AtomicInteger restored = new AtomicInteger();
  private final FakeVault door = FakeVault.empty();
  private final SameThread background = new SameThread();
  private final BackupViewModel model =
      new BackupViewModel(FakeUi.with(background), door, restored::incrementAndGet);

  @BeforeEach
  void chooseAFile() {
    model.file().set("all.belay");
  }

  @Test
  void theRightPasswordBringsEverythingIn() {
    char[] password = FakeVault.PASSWORD.toCharArray();
    model.restore(password);
    assertThat(door.names()).containsExactly("Old vault");
    assertThat(restored).hasValue(1);
    assertThat(model.busy().get()).isFalse();
    assertThat(password).containsOnly(' ');
  }

  @Test
  void aWrongPasswordSaysSoAndIsWiped() {
    char[] password = "not this one".toCharArray();
    model.restore(password);
    assertThat(model.problem().get()).isEqualTo("Wrong password. Nothing was changed.");
    assertThat(model.busy().get()).isFalse();
    assertThat(model.opening().get()).isFalse();
    assertThat(restored).hasValue(0);
    assertThat(password).containsOnly(' ');
  }

  @ParameterizedTest
  @CsvSource({"'  ',Choose the file.", "a\0b,The backup cannot be read."})
  void withoutAFileNothingIsTriedAndThePasswordIsWiped(String file, String said) {
    model.file().set(file);
    char[] password = FakeVault.PASSWORD.toCharArray();
    model.restore(password);
    assertThat(model.problem().get()).startsWith(said);
    assertThat(door.names()).isEmpty();
    assertThat(password).containsOnly(' ');
  }

  @Test
  void whereVaultsAreIsSaidBeforeAPasswordIsTyped() {
    BackupViewModel late =
        new BackupViewModel(FakeUi.make(), new FakeVault(), restored::incrementAndGet);
    assertThat(late.problem().get()).startsWith("There are vaults or accounts here already.");
    late.file().set("all.belay");
    late.restore(FakeVault.PASSWORD.toCharArray());
    assertThat(late.problem().get()).startsWith("There are vaults or accounts here already.");
    assertThat(restored).hasValue(0);
  }

  @Test
  void openingCanBeStoppedAndTriedAgainAndNothingIsChanged() {
    background.holdResults();
    model.restore(FakeVault.PASSWORD.toCharArray());
    assertThat(model.opening().get()).isTrue();
    model.cancel();
    assertThat(model.busy().get()).isFalse();
    assertThat(model.opening().get()).isFalse();
    assertThat(door.names()).isEmpty();
    model.cancel();
    model.restore(FakeVault.PASSWORD.toCharArray());
    assertThat(model.busy().get()).isTrue();
  }

  @Test
  void oneAtATime() {
    background.hold();
    model.restore(FakeVault.PASSWORD.toCharArray());
    char[] second = FakeVault.PASSWORD.toCharArray();
    model.restore(second);
    assertThat(second).containsOnly(' ');
  }
}
