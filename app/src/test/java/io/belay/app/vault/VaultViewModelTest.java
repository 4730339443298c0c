package io.belay.app.vault;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.app.fake.FakeKeeper;
import io.belay.app.fake.FakeUi;
import io.belay.app.fake.FakeVault;
import io.belay.app.fx.SameThread;
import io.belay.app.vault.VaultViewModel.Task;
import io.belay.base.Address;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class VaultViewModelTest {
  private static final String NEXT = "another long password";

  private final SameThread background = new SameThread();
  private final FakeVault door = new FakeVault();
  private final FakeKeeper keeper = new FakeKeeper(door.unlock("Main vault", password()));
  private final List<String> locked = new ArrayList<>();
  private final VaultViewModel model =
      new VaultViewModel(FakeUi.with(background), keeper, () -> locked.add("locked"));

  private static char[] password() {
    return FakeVault.PASSWORD.toCharArray();
  }

  private static char[] next() {
    return NEXT.toCharArray();
  }

  private static void assertWiped(char[]... secrets) {
    for (char[] secret : secrets) {
      assertThat(new String(secret)).isBlank();
    }
  }

  @Test
  void wordsAreShownUntilSomethingElseIsDoneAndWipedThen() {
    model.turn(Task.WORDS);
    char[] typed = password();
    model.reveal(typed);
    List<char[]> shown = model.words().get();
    assertThat(shown.stream().map(String::new)).containsExactly("climb", "rope");
    assertWiped(typed);
    model.turn(Task.BACKUP);
    assertThat(model.words().get()).isEmpty();
    assertWiped(shown.toArray(char[][]::new));
  }

  @Test
  void aWrongPasswordShowsNoWordsAndIsWiped() {
    char[] wrong = "something else".toCharArray();
    model.reveal(wrong);
    assertThat(model.words().get()).isEmpty();
    assertThat(model.problem().get()).isNotBlank();
    assertThat(model.busy().get()).isFalse();
    assertWiped(wrong);
  }

  @Test
  void aChangedPasswordLocks() {
    char[] old = password();
    char[] next = next();
    char[] again = next();
    model.changePassword(old, next, again);
    assertThat(locked).containsExactly("locked");
    assertWiped(old, next, again);
  }

  @Test
  void aShortOrADifferentPasswordIsRefusedAndAllIsWiped() {
    char[] old = password();
    char[] brief = "short".toCharArray();
    model.changePassword(old, brief, "short".toCharArray());
    assertThat(model.problem().get()).contains("at least");
    assertWiped(old, brief);
    char[] next = next();
    char[] again = "another long passwort".toCharArray();
    model.backup(next, again);
    assertThat(model.problem().get()).isEqualTo("The two passwords differ.");
    assertWiped(next, again);
    assertThat(locked).isEmpty();
  }

  @Test
  void filesGoToTheFolderThatIsNamed() {
    model.folder().set(" keep ");
    model.turn(Task.EXPORT);
    model.export(model.accounts().getFirst(), password(), next(), next());
    assertThat(model.progress().get()).isEqualTo(1);
    assertThat(model.notice().get()).contains(Path.of("keep/keystore").toString());
    assertThat(model.task().get()).isEqualTo(Task.NONE);
    model.turn(Task.BACKUP);
    assertThat(model.notice().get()).isEmpty();
    model.backup(next(), next());
    assertThat(model.notice().get()).contains(Path.of("keep/backup").toString());
  }

  @Test
  void onlyAccountsWithAKeyAreOfferedForExport() {
    int before = model.accounts().size();
    keeper.opened().watch(Address.parse("0x%040x".formatted(7)), "Watched");
    assertThat(model.accounts()).hasSize(before);
    assertThat(model.name()).isEqualTo("Main vault");
  }

  @Test
  void whileSomethingIsUnderWayNothingElseBeginsUntilItIsCancelled() {
    background.hold();
    model.turn(Task.WORDS);
    model.reveal(password());
    assertThat(model.busy().get()).isTrue();
    char[] second = password();
    model.reveal(second);
    assertWiped(second);
    model.turn(Task.BACKUP);
    assertThat(model.task().get()).isEqualTo(Task.WORDS);
    model.close();
    assertThat(model.busy().get()).isFalse();
    assertThat(model.task().get()).isEqualTo(Task.NONE);
  }
}
