package io.belay.app.unlock;

import io.belay.app.fx.Background.Running;
import io.belay.app.fx.Ui;
import io.belay.app.unlock.VaultDoor.Created;
import io.belay.app.unlock.VaultDoor.Opened;
import io.belay.base.WalletException;
import io.belay.keystore.hd.PhraseCheck;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// Makes a vault, shows its words, asks three of them back.
public final class CreateViewModel {
  private static final int SHORTEST = 8;
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
  private final RandomGenerator random;
  private final Consumer<Opened> opened;
  private final boolean practice;
  private final StringProperty name = new SimpleStringProperty("");
  private final IntegerProperty count = new SimpleIntegerProperty(12);
  private final StringProperty problem = new SimpleStringProperty("");
  private final BooleanProperty busy = new SimpleBooleanProperty();
  private final PasswordStrength guessing = new PasswordStrength();
  private final ObjectProperty<OptionalInt> strength =
      new SimpleObjectProperty<>(OptionalInt.empty());
  private final ObjectProperty<Step> step = new SimpleObjectProperty<>(Step.FORM);
  private final BooleanProperty restoring = new SimpleBooleanProperty();
  private final StringProperty phrase = new SimpleStringProperty("");
  private Optional<Running> looking = Optional.empty();
  private Optional<Running> measuring = Optional.empty();
  private Optional<Created> created = Optional.empty();
  private List<Integer> asked = List.of();

  /// @param practice whether the check of the words may be skipped
  /// @param random chooses the words that are asked back
  /// @param opened told once the vault is open and its words were checked
  public CreateViewModel(
      Ui ui, VaultDoor door, boolean practice, RandomGenerator random, Consumer<Opened> opened) {
    this.ui = ui;
    this.door = door;
    this.practice = practice;
    this.random = random;
    this.opened = opened;
    name.set(ui.text("create.name.default"));
  }

  /// The vault's name.
  public StringProperty name() {
    return name;
  }

  /// Number of words, 12 or 24.
  public IntegerProperty count() {
    return count;
  }

  /// What went wrong, or blank.
  public ReadOnlyStringProperty problem() {
    return problem;
  }

  /// How hard the password that is typed is to guess, 0 to 4; empty while nothing is typed.
  public ReadOnlyObjectProperty<OptionalInt> strength() {
    return strength;
  }

  /// The same in words, or blank.
  public String strengthWords() {
    OptionalInt score = strength.get();
    return score.isPresent() ? ui.text("strength." + score.getAsInt()) : "";
  }

  /// Measures what is typed so far; the characters are wiped.
  public void typed(char[] password) {
    measuring.ifPresent(Running::cancel);
    measuring = Optional.empty();
    if (password.length == 0) {
      strength.set(OptionalInt.empty());
      return;
    }
    measuring =
        Optional.of(ui.background().run(() -> measure(password), this::measured, this::failed));
  }

  private int measure(char[] password) {
    try {
      return guessing.of(password);
    } finally {
      Arrays.fill(password, ' ');
    }
  }

  private void measured(int score) {
    strength.set(OptionalInt.of(score));
  }

  /// Whether the vault is being made.
  public ReadOnlyBooleanProperty busy() {
    return busy;
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

  /// Whether the vault is made of words that the user has, not of new ones.
  public BooleanProperty restoring() {
    return restoring;
  }

  /// What is said of the words typed so far, or blank.
  public ReadOnlyStringProperty phrase() {
    return phrase;
  }

  /// Looks at the words typed so far; the characters are wiped.
  public void typedWords(char[] words) {
    looking.ifPresent(Running::cancel);
    looking =
        Optional.of(
            ui.background()
                .run(
                    () -> {
                      try {
                        return PhraseCheck.of(words);
                      } finally {
                        Arrays.fill(words, ' ');
                      }
                    },
                    check -> phrase.set(told(check)),
                    e -> phrase.set("")));
  }

  private String told(PhraseCheck check) {
    if (check.count() == 0) {
      return "";
    }
    if (check.fits()) {
      return ui.text("restore.fits", check.count(), check.language().title());
    }
    // the last word may be half typed
    List<Integer> wrong = check.unknown().stream().filter(place -> place < check.count()).toList();
    return wrong.isEmpty()
        ? ui.text("restore.count", check.count())
        : ui.text("restore.unknown", wrong.getFirst(), check.language().title());
  }

  /// Makes the vault of words that the user has; all characters are wiped whatever comes of it.
  public void restore(char[] password, char[] again, char[] words, char[] passphrase) {
    String wrong = wrong(password, again);
    Arrays.fill(again, ' ');
    problem.set(wrong);
    if (!wrong.isEmpty() || busy.get()) {
      wipe(password, words, passphrase);
      return;
    }
    busy.set(true);
    String chosen = name.get().strip();
    ui.background()
        .run(
            () -> {
              try {
                return door.restore(chosen, password, words, passphrase);
              } finally {
                wipe(password, words, passphrase);
              }
            },
            vault -> {
              busy.set(false);
              opened.accept(vault);
            },
            this::failed);
  }

  private static void wipe(char[]... secrets) {
    for (char[] secret : secrets) {
      Arrays.fill(secret, ' ');
    }
  }

  /// Makes the vault; both copies of the password are wiped whatever comes of it.
  public void create(char[] password, char[] again) {
    String wrong = wrong(password, again);
    Arrays.fill(again, ' ');
    problem.set(wrong);
    if (!wrong.isEmpty() || busy.get()) {
      Arrays.fill(password, ' ');
      return;
    }
    busy.set(true);
    String chosen = name.get().strip();
    int words = count.get();
    // a vault on disk whose words nobody saw would be worse than a second's wait: no cancelling
    ui.background().run(() -> make(chosen, password, words), this::made, this::failed);
  }

  private String wrong(char[] password, char[] again) {
    if (name.get().isBlank()) {
      return ui.text("create.name.missing");
    }
    if (password.length < SHORTEST) {
      return ui.text("create.password.short", SHORTEST);
    }
    return Arrays.equals(password, again) ? "" : ui.text("create.password.differs");
  }

  private Created make(String chosen, char[] password, int words) {
    try {
      return door.create(chosen, password, words);
    } finally {
      Arrays.fill(password, ' ');
    }
  }

  private void made(Created vault) {
    busy.set(false);
    created = Optional.of(vault);
    int size = vault.words().size();
    asked = random.ints(0, size).distinct().limit(Math.min(ASKED, size)).sorted().boxed().toList();
    step.set(Step.WORDS);
  }

  private void failed(WalletException e) {
    busy.set(false);
    problem.set(ui.words().error(e));
  }

  /// Goes on from the words to the check.
  public void written() {
    problem.set("");
    step.set(Step.CHECK);
  }

  /// Goes back from the check to the words.
  public void showAgain() {
    problem.set("");
    step.set(Step.WORDS);
  }

  /// Compares the words that were asked back, in the order of [#asked].
  public void check(List<String> answers) {
    for (int i = 0; i < asked.size(); i++) {
      String answer = answers.get(i).strip().toLowerCase(java.util.Locale.ROOT);
      if (!Arrays.equals(answer.toCharArray(), words().get(asked.get(i)))) {
        problem.set(ui.text("create.check.wrong", asked.get(i) + 1));
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
}
