package io.belay.app.unlock;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.app.fake.FakeUi;
import io.belay.app.fake.FakeVault;
import io.belay.app.fx.SameThread;
import io.belay.app.fx.Ui;
import io.belay.app.unlock.VaultDoor.Opened;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class WordsViewModelTest {
  private final List<Opened> opened = new ArrayList<>();
  private final AtomicInteger left = new AtomicInteger();
  private final FakeVault door = new FakeVault();
  private final SameThread background = new SameThread();
  private final Ui ui = FakeUi.with(background);
  private final NewVaultForm form = new NewVaultForm(ui);
  private final WordsViewModel known =
      new WordsViewModel(ui, door, form, opened::add, left::incrementAndGet);

  private final char[] password = "long enough".toCharArray();
  private final char[] words = "abandon".toCharArray();
  private final char[] passphrase = "pass".toCharArray();

  private void restore(String again) {
    known.restore(password, again.toCharArray(), words, passphrase);
  }

  private void everythingIsWiped() {
    assertThat(password).containsOnly(' ');
    assertThat(words).containsOnly(' ');
    assertThat(passphrase).containsOnly(' ');
  }

  @Test
  void wordsAreJudgedWhileTyped() {
    known.typed("abandon abandom abandon".toCharArray());
    assertThat(known.told().get()).isEqualTo("Word 2 is not in the English list.");
    known.typed("abandon abandon aban".toCharArray());
    assertThat(known.told().get()).isEqualTo("Words so far: 3");
    known.typed(new char[0]);
    assertThat(known.told().get()).isEmpty();
  }

  @Test
  void wordsMakeAVaultThatIsOpen() {
    restore("long enough");
    assertThat(opened).extracting(Opened::name).containsExactly("Main vault");
    assertThat(form.busy().get()).isFalse();
    everythingIsWiped();
  }

  @Test
  void whatIsRefusedIsSaidAndWiped() {
    restore("long enouhg");
    assertThat(form.problem().get()).contains("differ");
    everythingIsWiped();
    char[] wrong = "wrong".toCharArray();
    known.restore("long enough".toCharArray(), "long enough".toCharArray(), wrong, new char[0]);
    assertThat(form.problem().get()).startsWith("These are not recovery words");
    assertThat(form.busy().get()).isFalse();
    assertThat(wrong).containsOnly(' ');
    assertThat(opened).isEmpty();
  }

  @Test
  void oneAtATime() {
    background.hold();
    restore("long enough");
    char[] second = "abandon".toCharArray();
    known.restore("long enough".toCharArray(), "long enough".toCharArray(), second, new char[0]);
    assertThat(second).containsOnly(' ');
  }

  @Test
  void cancelledInTimeTheFormStays() {
    background.hold();
    restore("long enough");
    assertThat(form.busy().get()).isTrue();
    known.cancel();
    assertThat(form.busy().get()).isFalse();
    assertThat(left).hasValue(0);
  }

  @Test
  void aVaultThatWasMadeAfterCancellingIsLockedAndSaid() {
    background.holdResults();
    restore("long enough");
    known.cancel();
    assertThat(door.closed).isEqualTo(1);
    assertThat(left).hasValue(1);
    assertThat(opened).isEmpty();
  }
}
