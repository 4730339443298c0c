package io.belay.app.networks;

import io.belay.app.fx.Ui;
import io.belay.base.ChainId;
import io.belay.base.WalletException;
import io.belay.core.rpc.EndpointPolicy;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// All networks, which are used, and what is asked before one is used for the first time.
public final class NetworksViewModel {
  private final Ui ui;
  private final NetworkDesk desk;
  private final Elsewhere elsewhere;
  private final AddNetworkViewModel adding;
  private final FindNodeViewModel finding;
  private final ObjectProperty<List<NetworkLine>> lines = new SimpleObjectProperty<>(List.of());
  private final ObjectProperty<Optional<NetworkLine>> question =
      new SimpleObjectProperty<>(Optional.empty());
  private final ObjectProperty<Optional<NetworkLine>> leaving =
      new SimpleObjectProperty<>(Optional.empty());
  private final StringProperty search = new SimpleStringProperty("");
  private final StringProperty problem = new SimpleStringProperty("");
  private final StringProperty notice = new SimpleStringProperty("");
  private final BooleanProperty loaded = new SimpleBooleanProperty();

  /// What the window does for this page.
  ///
  /// @param look turns the window to a network
  /// @param changed told when other networks are used than before
  public record Elsewhere(Consumer<ChainId> look, Runnable changed) {}

  /// Shows what the desk knows.
  public NetworksViewModel(Ui ui, NetworkDesk desk, Elsewhere elsewhere) {
    this.ui = ui;
    this.desk = desk;
    this.elsewhere = elsewhere;
    this.adding = new AddNetworkViewModel(ui, desk, this::added);
    this.finding = new FindNodeViewModel(ui, desk, this::load);
  }

  /// A network of one's own while it is typed.
  public AddNetworkViewModel adding() {
    return adding;
  }

  /// The search for a node on this computer.
  public FindNodeViewModel finding() {
    return finding;
  }

  /// All networks, practice first.
  public ReadOnlyObjectProperty<List<NetworkLine>> lines() {
    return lines;
  }

  /// Whether [#lines] was read at all.
  public ReadOnlyBooleanProperty loaded() {
    return loaded;
  }

  /// The network that is to be used for the first time, while it is asked through whom.
  public ReadOnlyObjectProperty<Optional<NetworkLine>> question() {
    return question;
  }

  /// The network that is to be removed, while it is asked whether it really is.
  public ReadOnlyObjectProperty<Optional<NetworkLine>> leaving() {
    return leaving;
  }

  /// What names are looked for.
  public StringProperty search() {
    return search;
  }

  /// What went wrong, or blank.
  public ReadOnlyStringProperty problem() {
    return problem;
  }

  /// What was just done, or blank.
  public ReadOnlyStringProperty notice() {
    return notice;
  }

  /// Reads the networks.
  public void load() {
    ui.background()
        .run(
            desk::lines,
            read -> {
              loaded.set(true);
              lines.set(read);
            },
            this::failed);
  }

  /// Puts questions and news away.
  public void stop() {
    question.set(Optional.empty());
    leaving.set(Optional.empty());
    finding.stop();
    problem.set("");
    notice.set("");
    search.set("");
  }

  /// The networks that are used, or of those that are not the ones whose names match.
  public List<NetworkLine> shown(boolean used) {
    String wanted = search.get().strip().toLowerCase(Locale.ROOT);
    return lines.get().stream()
        .filter(line -> line.standing().used() == used)
        .filter(line -> used || matches(line, wanted))
        .toList();
  }

  private static boolean matches(NetworkLine line, String wanted) {
    return line.chain().name().toLowerCase(Locale.ROOT).contains(wanted)
        || line.chain().shortName().contains(wanted)
        || line.chain().id().toString().equals(wanted);
  }

  /// Turns a network on; the first time it is asked which endpoints it may use.
  public void turnOn(NetworkLine line) {
    clear();
    if (!line.standing().decided()) {
      question.set(Optional.of(line));
      return;
    }
    doing(() -> desk.use(line.chain().id()), "networks.on.done", line);
  }

  /// The answer to the question: from now on it may be asked what the policy lets through.
  public void answer(EndpointPolicy policy) {
    question
        .get()
        .ifPresent(
            line -> doing(() -> desk.begin(line.chain().id(), policy), "networks.on.done", line));
  }

  /// Leaves a question open: nothing is turned on, nothing removed.
  public void dismiss() {
    question.set(Optional.empty());
    leaving.set(Optional.empty());
  }

  /// Turns a network off.
  public void turnOff(NetworkLine line) {
    clear();
    doing(() -> desk.cease(line.chain().id()), "networks.off.done", line);
  }

  /// Asks whether a network is to be removed.
  public void askRemove(NetworkLine line) {
    clear();
    leaving.set(Optional.of(line));
  }

  /// Removes the network that it was asked about.
  public void remove() {
    leaving
        .get()
        .ifPresent(line -> doing(() -> desk.remove(line.chain().id()), "networks.removed", line));
  }

  /// Turns the window to a network.
  public void look(NetworkLine line) {
    clear();
    elsewhere.look().accept(line.chain().id());
  }

  private void added(String name) {
    clear();
    notice.set(ui.text("networks.added.done", name));
    load();
  }

  private void doing(Runnable deed, String key, NetworkLine line) {
    ui.background()
        .run(
            () -> {
              deed.run();
              return desk.lines();
            },
            read -> {
              dismiss();
              lines.set(read);
              notice.set(ui.text(key, line.chain().name()));
              elsewhere.changed().run();
            },
            this::failed);
  }

  private void clear() {
    dismiss();
    problem.set("");
    notice.set("");
  }

  private void failed(WalletException e) {
    notice.set("");
    problem.set(ui.words().error(e));
  }
}
