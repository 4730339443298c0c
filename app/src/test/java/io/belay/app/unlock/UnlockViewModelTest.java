package io.belay.app.unlock;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.app.fake.FakeUi;
import io.belay.app.fake.FakeVault;
import io.belay.app.unlock.CreateViewModel.Step;
import io.belay.app.unlock.VaultDoor.Opened;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
  void wordsAreJudgedWhileTypedAndRestoreAVault() {
    CreateViewModel create = create(true);
    create.typedWords("abandon abandom abandon".toCharArray());
    assertThat(create.phrase().get()).isEqualTo("Word 2 is not in the English list.");
    create.typedWords("abandon abandon aban".toCharArray());
    assertThat(create.phrase().get()).isEqualTo("Words so far: 3");
    char[] words = "abandon".toCharArray();
    char[] passphrase = "pass".toCharArray();
    char[] password = "long enough".toCharArray();
    create.restore(password, "long enough".toCharArray(), words, passphrase);
    assertThat(opened).hasSize(1);
    assertThat(words).containsOnly(' ');
    assertThat(passphrase).containsOnly(' ');
    assertThat(password).containsOnly(' ');
  }

  @ParameterizedTest
  @CsvSource({
    "password, Very weak: among the first that anybody tries",
    "nine ropes and a carabiner, Strong"
  })
  void strengthIsSaidInWordsAndWhatWasMeasuredIsWiped(String password, String said) {
    CreateViewModel create = create(true);
    char[] typed = password.toCharArray();
    create.typed(typed);
    assertThat(create.strengthWords()).isEqualTo(said);
    assertThat(typed).containsOnly(' ');
    create.typed(new char[0]);
    assertThat(create.strengthWords()).isEmpty();
  }

  @Test
  void shortOrDifferingPasswordsMakeNoVault() {
    CreateViewModel create = create(true);
    create.create("seven 7".toCharArray(), "seven 7".toCharArray());
    assertThat(create.problem().get()).contains("at least 8");
    create.create("long enough".toCharArray(), "long enouhg".toCharArray());
    assertThat(create.problem().get()).contains("differ");
    assertThat(door.names()).hasSize(1);
  }

  @Test
  void wordsAreAskedBackBeforeTheVaultOpens() {
    CreateViewModel create = made(false);
    assertThat(create.asked()).hasSize(3).doesNotHaveDuplicates().isSorted();
    create.written();
    create.check(List.of("no", "no", "no"));
    assertThat(create.problem().get()).contains("is a different one");
    create.check(answers(create));
    assertThat(opened).hasSize(1);
  }

  @Test
  void wordsAreWipedWhenDone() {
    CreateViewModel create = made(true);
    List<char[]> words = create.words();
    create.skip();
    assertThat(words).allSatisfy(word -> assertThat(word).containsOnly(' '));
    assertThat(create.words()).isEmpty();
  }

  @Test
  void onlyPracticeMaySkip() {
    CreateViewModel create = made(false);
    create.skip();
    assertThat(opened).isEmpty();
    assertThat(create.step().get()).isEqualTo(Step.WORDS);
  }

  @Test
  void twentyFourWordsOnDemand() {
    CreateViewModel create = create(true);
    create.count().set(24);
    create.create("long enough".toCharArray(), "long enough".toCharArray());
    assertThat(create.words()).hasSize(24);
  }

  private CreateViewModel create(boolean practice) {
    return new CreateViewModel(FakeUi.make(), door, practice, new Random(7), opened::add);
  }

  private CreateViewModel made(boolean practice) {
    CreateViewModel create = create(practice);
    create.create("long enough".toCharArray(), "long enough".toCharArray());
    return create;
  }

  private static List<String> answers(CreateViewModel create) {
    return create.asked().stream().map(i -> " " + String.valueOf(create.words().get(i))).toList();
  }
}
