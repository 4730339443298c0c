package io.belay.app.unlock;

import io.belay.app.fx.Background.Running;
import io.belay.app.fx.Ui;
import io.belay.base.WalletException;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// What every new vault needs, whether its words are new or the user's: a name and a password,
/// typed twice. Knows no toolkit.
public final class NewVaultForm {
  private static final int SHORTEST = 8;

  private final Ui ui;
  private final StringProperty name = new SimpleStringProperty("");
  private final StringProperty problem = new SimpleStringProperty("");
  private final BooleanProperty busy = new SimpleBooleanProperty();
  private final PasswordStrength guessing = new PasswordStrength();
  private final ObjectProperty<OptionalInt> strength =
      new SimpleObjectProperty<>(OptionalInt.empty());
  private Optional<Running> measuring = Optional.empty();

  NewVaultForm(Ui ui) {
    this.ui = ui;
    name.set(ui.text("create.name.default"));
  }

  /// The vault's name.
  public StringProperty name() {
    return name;
  }

  /// What went wrong, or blank.
  public ReadOnlyStringProperty problem() {
    return problem;
  }

  /// Whether the vault is being made.
  public ReadOnlyBooleanProperty busy() {
    return busy;
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
        Optional.of(
            ui.background()
                .run(
                    () -> measure(password),
                    score -> strength.set(OptionalInt.of(score)),
                    this::failed));
  }

  private int measure(char[] password) {
    try {
      return guessing.of(password);
    } finally {
      Arrays.fill(password, ' ');
    }
  }

  /// Whether the making may start: the form is filled and nothing is under way. The second password
  /// is wiped; if the making may not start, all secrets are.
  boolean starts(char[] password, char[] again, char[]... others) {
    problem.set(wrong(password, again));
    Arrays.fill(again, ' ');
    if (busy.get() || !problem.get().isEmpty()) {
      Arrays.fill(password, ' ');
      wipe(others);
      return false;
    }
    busy.set(true);
    return true;
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

  static void wipe(char[]... secrets) {
    for (char[] secret : secrets) {
      Arrays.fill(secret, ' ');
    }
  }

  /// The making is over, or was stopped.
  void ended() {
    busy.set(false);
  }

  /// The making is over, and this is why.
  void failed(WalletException e) {
    busy.set(false);
    tell(ui.words().error(e));
  }

  /// Says what is wrong; blank for nothing.
  void tell(String wrong) {
    problem.set(wrong);
  }
}
