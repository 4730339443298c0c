package io.belay.app.unlock;

import io.belay.app.fx.Ui;
import io.belay.app.unlock.VaultDoor.Created;
import io.belay.app.unlock.VaultDoor.Opened;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;

/// Makes a vault of new words, shows them, asks three of them back.
public final class CreateViewModel {
  private static final int ASKED = 3;

  /// Where the making stands.
  public enum Step {
    /// Name and password.
    FORM,
    /// The words to write down.
    WORDS,
    /// Three of them asked back.
    CHECK
  }

  private final Ui ui;
  private final VaultDoor door;
  private final NewVaultForm form;
  private final RandomGenerator random;
  private final Consumer<Opened> opened;
  private final boolean practice;
  private final IntegerProperty count = new SimpleIntegerProperty(12);
  private final ObjectProperty<Step> step = new SimpleObjectProperty<>(Step.FORM);
  private Optional<Created> created = Optional.empty();
  private List<Integer> asked = List.of();
  private boolean dropped;

  /// @param practice whether the check of the words may be skipped
  /// @param random chooses the words that are asked back
  /// @param opened told once the vault is open and its words were checked
  public CreateViewModel(
      Ui ui,
      VaultDoor door,
      NewVaultForm form,
      boolean practice,
      RandomGenerator random,
      Consumer<Opened> opened) {
    this.ui = ui;
    this.door = door;
    this.form = form;
    this.practice = practice;
    this.random = random;
    this.opened = opened;
  }

  /// Name and password.
  public NewVaultForm form() {
    return form;
  }

  /// Number of words, 12 or 24.
  public IntegerProperty count() {
    return count;
  }

  /// Where the making stands.
  public ReadOnlyObjectProperty<Step> step() {
    return step;
  }

  /// Whether the words may stay unchecked.
  public boolean maySkip() {
    return practice;
  }

  /// The words to write down; empty before they exist.
  public List<char[]> words() {
    return created.map(Created::words).orElse(List.of());
  }

  /// Places, from 0, of the words that are asked back, in order.
  public List<Integer> asked() {
    return asked;
  }

  /// Makes the vault; both copies of the password are wiped whatever comes of it.
  public void create(char[] password, char[] again) {
    if (!form.starts(password, again)) {
      return;
    }
    String name = form.name().get().strip();
    int words = count.get();
    // a vault on disk whose words nobody saw would be worse than a second's wait: no cancelling
    ui.background().run(() -> make(name, password, words), this::made, form::failed);
  }

  private Created make(String name, char[] password, int words) {
    try {
      return door.create(name, password, words);
    } finally {
      Arrays.fill(password, ' ');
    }
  }

  private void made(Created vault) {
    form.ended();
    if (dropped) {
      vault.wipe();
      vault.opened().close();
      return;
    }
    created = Optional.of(vault);
    int size = vault.words().size();
    asked = random.ints(0, size).distinct().limit(Math.min(ASKED, size)).sorted().boxed().toList();
    step.set(Step.WORDS);
  }

  /// Goes on from the words to the check.
  public void written() {
    form.tell("");
    step.set(Step.CHECK);
  }

  /// Goes back from the check to the words.
  public void showAgain() {
    form.tell("");
    step.set(Step.WORDS);
  }

  /// Compares the words that were asked back, in the order of [#asked].
  public void check(List<String> answers) {
    for (int i = 0; i < asked.size(); i++) {
      String answer = answers.get(i).strip().toLowerCase(Locale.ROOT);
      if (!Arrays.equals(answer.toCharArray(), words().get(asked.get(i)))) {
        form.tell(ui.text("create.check.wrong", asked.get(i) + 1));
        return;
      }
    }
    finish();
  }

  /// Leaves the words unchecked; only on a practice network.
  public void skip() {
    if (practice) {
      finish();
    }
  }

  private void finish() {
    Optional<Created> vault = created;
    created = Optional.empty();
    vault.ifPresent(Created::wipe);
    vault.map(Created::opened).ifPresent(opened);
  }

  /// Whether a vault stands open here, its words not yet with the person.
  boolean holdsVault() {
    return created.isPresent();
  }

  /// Nobody is there any more: the vault is locked, also one that is still being made. Its words
  /// can be read again once it is unlocked.
  void drop() {
    dropped = true;
    created.ifPresent(vault -> {
      vault.wipe();
      vault.opened().close();
    });
    created = Optional.empty();
  }
}
