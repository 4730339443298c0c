package io.belay.app.control;

import io.belay.app.fx.Ui;
import io.belay.base.Address;
import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.util.Duration;
import org.kordamp.ikonli.javafx.FontIcon;

/// Copies a text that is no secret, and says that it did.
public final class CopyButton extends Button {
  private static final Duration SAID = Duration.seconds(2);

  private final boolean bare;
  private final FontIcon icon = new FontIcon("fth-copy");
  private final PauseTransition saying = new PauseTransition(SAID);

  private CopyButton(Ui ui, String name, boolean bare, Runnable copy) {
    this.bare = bare;
    getStyleClass().add(bare ? "link" : "plain");
    setMinWidth(USE_PREF_SIZE);
    setGraphic(icon);
    saying.setOnFinished(over -> say(name, "fth-copy"));
    say(name, "fth-copy");
    setOnAction(e -> {
      copy.run();
      say(ui.text("copy.done"), "fth-check");
      saying.playFromStart();
    });
  }

  /// Copies any text.
  public static CopyButton text(Ui ui, String name, Supplier<String> text) {
    return new CopyButton(
        ui,
        name,
        false,
        () -> {
          Clip.copy(text.get());
          ui.copied().other();
        });
  }

  /// Copies an address, which is compared with the one that is pasted.
  public static CopyButton address(Ui ui, String name, Address address) {
    return new CopyButton(ui, name, false, () -> copy(ui, address));
  }

  /// As above, without words beside the icon.
  public static CopyButton bare(Ui ui, String name, Address address) {
    return new CopyButton(ui, name, true, () -> copy(ui, address));
  }

  private static void copy(Ui ui, Address address) {
    Clip.copy(address.toString());
    ui.copied().address(address);
  }

  private void say(String words, String glyph) {
    icon.setIconLiteral(glyph);
    setText(bare ? "" : words);
    setAccessibleText(words);
    if (bare) {
      setTooltip(new Tooltip(words));
    }
  }
}
