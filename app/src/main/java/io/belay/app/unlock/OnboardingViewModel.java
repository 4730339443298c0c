package io.belay.app.unlock;

import io.belay.app.fx.Ui;
import io.belay.app.unlock.VaultDoor.Opened;
import io.belay.base.WalletException;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// The first day: a vault, its words on paper, the networks, and in. Each step leads back; a vault
/// that was made stays made.
public final class OnboardingViewModel {
  /// The four steps.
  public enum Step {
    /// A vault.
    VAULT(1),
    /// Its words, on paper.
    BACKUP(2),
    /// Which networks, through whom.
    NETWORKS(3),
    /// What was answered, and in.
    READY(4);

    private final int number;

    Step(int number) {
      this.number = number;
    }

    /// Its place on the way, from 1.
    public int number() {
      return number;
    }
  }

  /// What is shown.
  public enum Leaf {
    /// How to begin.
    CHOICE(Step.VAULT),
    /// Name and password, or a file.
    FORM(Step.VAULT),
    /// The vault is there already.
    MADE(Step.VAULT),
    /// The words, and some of them asked back.
    WORDS(Step.BACKUP),
    /// The words are kept already.
    KEPT(Step.BACKUP),
    /// Which networks.
    NETWORKS(Step.NETWORKS),
    /// The answers.
    READY(Step.READY);

    private final Step step;

    Leaf(Step step) {
      this.step = step;
    }

    /// The step it is part of.
    public Step step() {
      return step;
    }
  }

  private final Ui ui;
  private final NetworkQuestion question;
  private final BiConsumer<Opened, Way> done;
  private final ObjectProperty<Leaf> leaf = new SimpleObjectProperty<>(Leaf.CHOICE);
  private final StringProperty problem = new SimpleStringProperty("");
  private final BooleanProperty busy = new SimpleBooleanProperty();
  private Way way = Way.CREATE;
  private Optional<Opened> vault = Optional.empty();
  private boolean dropped;

  /// @param done told the open vault and how the person began, once all is answered
  public OnboardingViewModel(Ui ui, NetworkQuestion question, BiConsumer<Opened, Way> done) {
    this.ui = ui;
    this.question = question;
    this.done = done;
  }

  /// What is shown.
  public ReadOnlyObjectProperty<Leaf> leaf() {
    return leaf;
  }

  /// How the person began.
  public Way way() {
    return way;
  }

  /// What went wrong at the end, or blank.
  public ReadOnlyStringProperty problem() {
    return problem;
  }

  /// Whether the answers are being carried out.
  public ReadOnlyBooleanProperty busy() {
    return busy;
  }

  /// Begins.
  public void begin(Way chosen) {
    way = chosen;
    leaf.set(Leaf.FORM);
  }

  /// The vault is there and its words are to be written down.
  void made() {
    leaf.set(Leaf.WORDS);
  }

  /// The vault is open and its words are with the person.
  void opened(Opened open) {
    if (dropped) {
      open.close();
      return;
    }
    vault = Optional.of(open);
    afterWords();
  }

  private void afterWords() {
    if (way == Way.PRACTICE) {
      question.practise();
      leaf.set(Leaf.READY);
    } else {
      leaf.set(Leaf.NETWORKS);
    }
  }

  /// Whether the next step is a click away, and not the form's own deed.
  public boolean canGoOn() {
    return switch (leaf.get()) {
      case MADE, KEPT, NETWORKS -> true;
      case CHOICE, FORM, WORDS, READY -> false;
    };
  }

  /// Goes on.
  public void next() {
    switch (leaf.get()) {
      case MADE -> leaf.set(vault.isPresent() ? Leaf.KEPT : Leaf.WORDS);
      case KEPT -> afterWords();
      case NETWORKS -> {
        if (question.isWhole()) {
          leaf.set(Leaf.READY);
        }
      }
      case CHOICE, FORM, WORDS, READY -> {} // a form has its own way on
    }
  }

  /// Whether there is a step before this one.
  public boolean canGoBack() {
    return leaf.get() != Leaf.CHOICE && leaf.get() != Leaf.MADE;
  }

  /// Goes back; what was answered stays.
  public void back() {
    if (busy.get()) {
      return;
    }
    problem.set("");
    switch (leaf.get()) {
      case FORM -> leaf.set(Leaf.CHOICE);
      case WORDS, KEPT -> leaf.set(Leaf.MADE);
      case NETWORKS -> leaf.set(Leaf.KEPT);
      case READY -> leaf.set(way == Way.PRACTICE ? Leaf.KEPT : Leaf.NETWORKS);
      case CHOICE, MADE -> {} // the first
    }
  }

  /// What became of the vault, in a sentence.
  public String vaultSays() {
    return vault
        .map(open -> ui.text("start.ready.vault", open.name()))
        .orElseGet(() -> ui.text("start.made.detail"));
  }

  /// Where the words are, in a sentence.
  public String wordsSay() {
    return ui.text(
        switch (way) {
          case WORDS, BACKUP -> "start.kept.yours";
          case PRACTICE -> "start.kept.practice";
          case CREATE, KEY, WATCH -> "start.kept.checked";
        });
  }

  /// Which networks, in a sentence.
  public String networksSay() {
    return question.answer();
  }

  /// What comes next, in a sentence.
  public String nextSays() {
    return ui.text("start.next." + way.word());
  }

  /// Carries out what was answered, and goes in.
  public void finish() {
    if (busy.get() || vault.isEmpty()) {
      return;
    }
    problem.set("");
    busy.set(true);
    Runnable deed = question.deed();
    ui.background()
        .run(
            () -> {
              deed.run();
              return deed;
            },
            carried -> goIn(),
            this::failed);
  }

  private void goIn() {
    busy.set(false);
    Optional<Opened> open = vault;
    vault = Optional.empty(); // who goes in has it from here on
    open.ifPresent(it -> done.accept(it, way));
  }

  private void failed(WalletException e) {
    busy.set(false);
    problem.set(ui.words().error(e));
  }

  /// Whether a vault stands open here.
  boolean holdsVault() {
    return vault.isPresent();
  }

  /// Locks the vault; nobody is there any more.
  void drop() {
    dropped = true;
    vault.ifPresent(Opened::close);
    vault = Optional.empty();
  }
}
