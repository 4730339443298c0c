package io.belay.app.connectivity;

import io.belay.app.fx.Background.Running;
import io.belay.app.fx.Phrases;
import io.belay.app.fx.Ui;
import io.belay.base.ChainId;
import io.belay.core.rpc.EndpointId;
import io.belay.core.rpc.EndpointProbe.Report;
import io.belay.core.rpc.PeerFacts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/// Tests of endpoints, several at once, each with its words.
public final class ProbesViewModel {
  private final Ui ui;
  private final EndpointDesk desk;
  private final Runnable learned;
  private final Map<EndpointId, Running> running = new HashMap<>();
  private final ObjectProperty<Map<EndpointId, Outcome>> outcomes =
      new SimpleObjectProperty<>(Map.of());

  /// How far a test is.
  public enum Stage {
    /// Under way.
    ASKING,
    /// It is of use.
    GOOD,
    /// It is of no use now.
    BAD
  }

  /// What a test has come to.
  ///
  /// @param stage how far it is
  /// @param words what it says
  public record Outcome(Stage stage, String words) {}

  /// @param learned told after each test: it may have shown what endpoints share
  ProbesViewModel(Ui ui, EndpointDesk desk, Runnable learned) {
    this.ui = ui;
    this.desk = desk;
    this.learned = learned;
  }

  /// What each test has come to; an endpoint that is missing was not tested.
  public ReadOnlyObjectProperty<Map<EndpointId, Outcome>> outcomes() {
    return outcomes;
  }

  /// Tests an endpoint, unless that is under way.
  public void test(ChainId chain, EndpointId endpoint) {
    if (isRunning(endpoint)) {
      return;
    }
    set(endpoint, new Outcome(Stage.ASKING, ui.text("probe.asking")));
    running.put(
        endpoint,
        ui.background()
            .run(
                () -> desk.test(chain, endpoint),
                report -> tested(endpoint, report),
                e -> ended(endpoint, new Outcome(Stage.BAD, ui.words().error(e)))));
  }

  private boolean isRunning(EndpointId endpoint) {
    Outcome now = outcomes.get().get(endpoint);
    return now != null && now.stage() == Stage.ASKING;
  }

  /// Stops a test.
  public void cancel(EndpointId endpoint) {
    Running test = running.remove(endpoint);
    if (test != null) {
      test.cancel();
    }
    if (isRunning(endpoint)) {
      Map<EndpointId, Outcome> left = new HashMap<>(outcomes.get());
      left.remove(endpoint);
      outcomes.set(Map.copyOf(left));
    }
  }

  /// Stops all tests.
  public void cancelAll() {
    List.copyOf(outcomes.get().keySet()).forEach(this::cancel);
  }

  /// Stops all tests and forgets what they said.
  void forget() {
    cancelAll();
    outcomes.set(Map.of());
  }

  private void tested(EndpointId endpoint, Report report) {
    ended(
        endpoint, new Outcome(report.trouble().isEmpty() ? Stage.GOOD : Stage.BAD, words(report)));
    learned.run();
  }

  private void ended(EndpointId endpoint, Outcome outcome) {
    running.remove(endpoint);
    set(endpoint, outcome);
  }

  private void set(EndpointId endpoint, Outcome outcome) {
    Map<EndpointId, Outcome> all = new HashMap<>(outcomes.get());
    all.put(endpoint, outcome);
    outcomes.set(Map.copyOf(all));
  }

  /// A report in words.
  String words(Report report) {
    if (report.trouble().isPresent()) {
      String code = report.trouble().get();
      return code.equals("wrong-chain") && report.chainId().isPresent()
          ? ui.text("probe.another", report.chainId().getAsLong())
          : ui.text("probe.useless", ui.words().reason(code));
    }
    if (report.height().isEmpty()) {
      return ui.text("probe.door", report.latency().toMillis());
    }
    List<String> said = new ArrayList<>();
    said.add(
        ui.text(
            "probe.serves",
            report.chainId().orElse(0),
            Phrases.count(report.height().getAsLong()),
            report.latency().toMillis()));
    said.add(ui.text(report.proves() ? "probe.proves" : "probe.proves.not"));
    said.add(ui.text(report.takesHashes() ? "probe.hashes" : "probe.hashes.not"));
    report
        .facts()
        .flatMap(PeerFacts::client)
        .ifPresent(client -> said.add(ui.text("probe.client", client)));
    return String.join(" ", said);
  }
}
