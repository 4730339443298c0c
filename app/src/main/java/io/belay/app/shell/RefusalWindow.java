package io.belay.app.shell;

import io.belay.app.control.Build;
import io.belay.app.fx.Theme;
import io.belay.app.fx.Words;
import io.belay.base.WalletException;
import java.nio.file.Path;
import javafx.geometry.NodeOrientation;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

/// What is shown where the data cannot be opened: whoever starts Belay by its icon sees no
/// terminal.
public final class RefusalWindow {
  private RefusalWindow() {}

  /// Fills the stage; the caller shows it.
  ///
  /// @param why the data was not opened
  /// @param directory where the data is
  public static void fill(
      Stage stage, Theme theme, Words words, WalletException why, Path directory) {
    Label title = Build.wrapped(words.get("refusal.title"), "page-title");
    HBox head = Build.row(12, new ImageView(Theme.mark()), title);
    Label reason = Build.wrapped(words.error(why), "text-like");
    reason.setId("refusal-reason");
    Button quit = Build.button(words.get("refusal.quit"), "accent", stage::close);
    quit.setId("refusal-quit");
    quit.setDefaultButton(true);
    quit.setCancelButton(true);
    HBox end = Build.row(8, Build.spring(), quit);
    end.setAlignment(Pos.CENTER_RIGHT);
    VBox page =
        Build.column(
            "page",
            head,
            reason,
            Build.wrapped(words.get("refusal.data", directory), "muted"),
            end);
    Scene scene = new Scene(page, 560, 250);
    if (words.isRightToLeft()) {
      scene.setNodeOrientation(NodeOrientation.RIGHT_TO_LEFT);
    }
    theme.dress(scene);
    theme.dress(stage);
    stage.setTitle(words.get("app.name"));
    stage.setScene(scene);
    quit.requestFocus();
  }
}
