package io.belay.app.connectivity;

import io.belay.app.fx.Background.Running;
import io.belay.app.fx.FxBind;
import io.belay.app.fx.Phrases;
import io.belay.app.fx.Ui;
import io.belay.core.chain.BlockRef;
import io.belay.core.rpc.Connectivity;
import io.belay.core.rpc.EndpointId;
import io.belay.core.rpc.EndpointStatus;
import io.belay.core.state.Observed;
import io.belay.core.state.Subscription;
import io.belay.core.track.ChainSession;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.LongProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleLongProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// A network's endpoints in words.
public final class ConnectivityViewModel {
  private static final Duration TICK = Duration.ofSeconds(1);

  private final Ui ui;
  private final ChainSession session;
  private final Optional<FaultSwitches> switches;
  private final EndpointWords words;
  private final ObjectProperty<Connectivity> now;
  private final ObjectProperty<Map<EndpointId, String>> faults =
      new SimpleObjectProperty<>(Map.of());
  private final StringProperty problem = new SimpleStringProperty("");
  private final LongProperty ticks = new SimpleLongProperty();
  private Optional<Subscription> listening = Optional.empty();
  private Optional<Running> ticking = Optional.empty();

  /// Listens to a session.
  ///
  /// @param switches faults to play with, on a practice network
  public ConnectivityViewModel(Ui ui, ChainSession session, Optional<FaultSwitches> switches) {
    this.ui = ui;
    this.session = session;
    this.switches = switches;
    this.now = new SimpleObjectProperty<>(session.connectivity().get());
    this.words = new EndpointWords(ui, now::get);
  }

  /// The connection now.
  public ReadOnlyObjectProperty<Connectivity> now() {
    return now;
  }

  /// Counts the seconds while it listens: ages grow and waits get shorter.
  public ReadOnlyLongProperty ticks() {
    return ticks;
  }

  /// The faults that are on.
  public ReadOnlyObjectProperty<Map<EndpointId, String>> faults() {
    return faults;
  }

  /// What went wrong, or blank.
  public ReadOnlyStringProperty problem() {
    return problem;
  }

  /// Names of the faults to choose from; empty where there is nothing to play with.
  public List<String> knownFaults() {
    return switches.map(FaultSwitches::known).orElse(List.of());
  }

  /// Starts to listen.
  public void start() {
    stop();
    listening = Optional.of(FxBind.listen(session.connectivity(), ui.background(), now::set));
    ticking =
        Optional.of(
            ui.background().every(TICK, () -> true, t -> ticks.set(ticks.get() + 1), e -> {}));
    switches.ifPresent(
        s -> ui.background().run(s::now, faults::set, e -> problem.set(ui.words().error(e))));
  }

  /// Stops listening.
  public void stop() {
    listening.ifPresent(Subscription::close);
    listening = Optional.empty();
    ticking.ifPresent(Running::cancel);
    ticking = Optional.empty();
  }

  /// Asks all endpoints now.
  public void refresh() {
    ui.background()
        .run(
            () -> {
              session.refresh();
              return session.connectivity().get();
            },
            now::set,
            e -> problem.set(ui.words().error(e)));
  }

  /// Switches a fault.
  public void choose(EndpointId endpoint, String fault) {
    switches.ifPresent(s ->
        ui.background()
            .run(
                () -> {
                  s.set(endpoint, fault);
                  return s.now();
                },
                faults::set,
                e -> problem.set(ui.words().error(e))));
  }

  /// The connection in one sentence.
  public String headline() {
    Connectivity c = now.get();
    return ui.text("connect.head." + c.mode().word(), c.groupsUp(), c.groups());
  }

  /// What still works, and what is in trouble.
  public String detail() {
    Connectivity c = now.get();
    long troubled = c.endpoints().stream().filter(e -> EndpointWords.isTrouble(e.state())).count();
    boolean two = c.mode() == Connectivity.Mode.ONLINE && c.groupsUp() == 2;
    String works =
        two
            ? ui.text("connect.detail.two")
            : ui.text("connect.detail." + c.mode().word(), Math.max(0, c.groupsUp() - 1));
    return troubled == 0 ? works : works + " " + ui.text("connect.troubled", troubled);
  }

  /// Operators in all, of which some vouch for a block.
  public int groups() {
    return Math.max(1, now.get().groups());
  }

  /// A block's height, or a dash.
  public String height(Observed<BlockRef> block) {
    return block.maybe().map(b -> Phrases.count(b.number())).orElse("—");
  }

  /// How long ago the head advanced.
  public String headAge() {
    return now.get()
        .headAt()
        .map(at ->
            ui.text("connect.head.age", new Phrases(ui.words()).ago(at, ui.clock().instant())))
        .orElseGet(() -> ui.text("connect.head.none"));
  }

  /// The slowest median, ms: the common scale of the page's sparklines.
  public int scale() {
    return now.get().endpoints().stream()
        .flatMap(e -> e.latencies().stream())
        .mapToInt(Integer::intValue)
        .max()
        .orElse(1);
  }

  /// One endpoint in words.
  public EndpointWords words() {
    return words;
  }

  /// The page as plain text; says no key and no address.
  public String report() {
    StringBuilder out = new StringBuilder();
    Connectivity c = now.get();
    out.append(session.chain().name()).append(": ").append(headline()).append('\n');
    out.append(ui.text("connect.report", height(c.head()), headAge(), height(c.finalized())));
    for (EndpointStatus e : c.endpoints()) {
      out.append('\n')
          .append(e.config().id())
          .append(" | ")
          .append(e.config().shownUrl())
          .append(" | ")
          .append(ui.text("endpoint." + e.state().word()))
          .append(" | ")
          .append(words.latency(e))
          .append(" | ")
          .append(words.happened(e));
    }
    return out.append('\n').toString();
  }
}
