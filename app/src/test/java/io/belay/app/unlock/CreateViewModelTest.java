package io.belay.app.unlock;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.app.fake.FakeUi;
import io.belay.app.fake.FakeVault;
import io.belay.app.fx.Ui;
import io.belay.app.unlock.CreateViewModel.Step;
import io.belay.app.unlock.VaultDoor.Opened;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CreateViewModelTest {
  private final List<Opened> opened = new ArrayList<>();
  private final FakeVault door = new FakeVault();

  @ParameterizedTest
  @CsvSource({
    "password, Very weak: among the first that anybody tries",
    "nine ropes and a carabiner, Strong"
  })
  void strengthIsSaidInWordsAndWhatWasMeasuredIsWiped(String password, String said) {
    NewVaultForm form = create(true).form();
    char[] typed = password.toCharArray();
    form.typed(typed);
    assertThat(form.strengthWords()).isEqualTo(said);
    assertThat(typed).containsOnly(' ');
    form.typed(new char[0]);
    assertThat(form.strengthWords()).isEmpty();
  }

  @Test
  void shortOrDifferingPasswordsMakeNoVault() {
    CreateViewModel create = create(true);
    create.create("seven 7".toCharArray(), "seven 7".toCharArray());
    assertThat(create.form().problem().get()).contains("at least 8");
    create.create("long enough".toCharArray(), "long enouhg".toCharArray());
    assertThat(create.form().problem().get()).contains("differ");
    assertThat(door.names()).hasSize(1);
  }

  @Test
  void wordsAreAskedBackBeforeTheVaultOpens() {
    CreateViewModel create = made(false);
    assertThat(create.asked()).hasSize(3).doesNotHaveDuplicates().isSorted();
    create.written();
    create.check(List.of("no", "no", "no"));
    assertThat(create.form().problem().get()).contains("is a different one");
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
    Ui ui = FakeUi.make();
    return new CreateViewModel(
        ui, door, new NewVaultForm(ui), practice, new Random(7), opened::add);
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
