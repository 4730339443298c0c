package io.belay.app.shell;

import io.belay.app.fx.Ui;
import io.belay.base.ChainId;
import io.belay.base.WalletException;
import io.belay.core.chain.Chain;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// Which network is looked at.
public final class NetChoice {
  private final Ui ui;
  private final Nets nets;
  private final Consumer<NetChoice> turned;
  private final ObjectProperty<List<Chain>> offered = new SimpleObjectProperty<>(List.of());
  private final StringProperty problem = new SimpleStringProperty("");
  private Optional<ChainId> waiting = Optional.empty();

  /// @param turned told when another network is the current one
  NetChoice(Ui ui, Nets nets, Consumer<NetChoice> turned) {
    this.ui = ui;
    this.nets = nets;
    this.turned = turned;
  }

  /// The network that is looked at.
  Chain current() {
    return nets.current().session().chain();
  }

  /// The networks to choose from.
  ReadOnlyObjectProperty<List<Chain>> offered() {
    return offered;
  }

  /// What went wrong, or blank.
  ReadOnlyStringProperty problem() {
    return problem;
  }

  /// Reads which networks there are.
  void load() {
    ui.background().run(nets::used, offered::set, this::failed);
  }

  /// Looks at another network; of several choices the last one counts.
  void choose(ChainId chain) {
    if (chain.equals(waiting.orElse(current().id()))) {
      return;
    }
    waiting = Optional.of(chain);
    problem.set("");
    ui.background()
        .run(
            () -> nets.open(chain),
            net -> {
              if (waiting.filter(chain::equals).isPresent()) {
                waiting = Optional.empty();
                turned.accept(this);
              }
            },
            this::failed);
  }

  private void failed(WalletException e) {
    waiting = Optional.empty();
    problem.set(ui.words().error(e));
  }
}
