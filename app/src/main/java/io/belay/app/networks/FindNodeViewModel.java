package io.belay.app.networks;

import io.belay.app.fx.Background.Running;
import io.belay.app.fx.Phrases;
import io.belay.app.fx.Ui;
import io.belay.base.WalletException;
import io.belay.core.chain.Chain;
import io.belay.core.rpc.EndpointProbe.Report;
import io.belay.core.rpc.LocalNodes.Answer;
import io.belay.core.rpc.PeerFacts;
import java.net.URI;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// The search for a node on this computer: what was asked, what answered, what was added.
public final class FindNodeViewModel {
  private final Ui ui;
  private final NetworkDesk desk;
  private final Runnable changed;
  private final ObjectProperty<Optional<Chain>> chain =
      new SimpleObjectProperty<>(Optional.empty());
  private final ObjectProperty<Map<URI, Answer>> answers = new SimpleObjectProperty<>(Map.of());
  private final ObjectProperty<Set<URI>> added = new SimpleObjectProperty<>(Set.of());
  private final BooleanProperty busy = new SimpleBooleanProperty();
  private final StringProperty said = new SimpleStringProperty("");
  private final StringProperty problem = new SimpleStringProperty("");
  private Optional<Running> running = Optional.empty();
  private int search;

  /// @param changed told when a node was added
  FindNodeViewModel(Ui ui, NetworkDesk desk, Runnable changed) {
    this.ui = ui;
    this.desk = desk;
    this.changed = changed;
  }

  /// The network whose node is looked for.
  public ReadOnlyObjectProperty<Optional<Chain>> chain() {
    return chain;
  }

  /// What came of each place so far.
  public ReadOnlyObjectProperty<Map<URI, Answer>> answers() {
    return answers;
  }

  /// The nodes that were added here.
  public ReadOnlyObjectProperty<Set<URI>> added() {
    return added;
  }

  /// Whether the search goes on.
  public ReadOnlyBooleanProperty busy() {
    return busy;
  }

  /// How far the search is or what came of it.
  public ReadOnlyStringProperty said() {
    return said;
  }

  /// What went wrong, or blank.
  public ReadOnlyStringProperty problem() {
    return problem;
  }

  /// The places it looks at.
  public List<URI> places() {
    return desk.places();
  }

  /// Chooses the network without asking anybody yet.
  public void choose(Chain wanted) {
    stop();
    chain.set(Optional.of(wanted));
  }

  /// Asks all places.
  public void look() {
    if (busy.get()) {
      return;
    }
    chain.get().ifPresent(this::look);
  }

  private void look(Chain wanted) {
    int mine = ++search;
    answers.set(Map.of());
    problem.set("");
    busy.set(true);
    tell();
    running =
        Optional.of(
            ui.background()
                .run(
                    () -> {
                      desk.find(
                          wanted.id(), answer -> ui.background().onUi(() -> heard(mine, answer)));
                      return wanted;
                    },
                    over -> ended(mine),
                    this::failed));
  }

  private void heard(int from, Answer answer) {
    if (from != search) {
      return; // a search that was stopped meanwhile
    }
    Map<URI, Answer> all = new HashMap<>(answers.get());
    all.put(answer.url(), answer);
    answers.set(Map.copyOf(all));
    tell();
  }

  private void ended(int from) {
    if (from == search) {
      busy.set(false);
      tell();
    }
  }

  private void tell() {
    long found = answers.get().values().stream().filter(Answer::isFound).count();
    int places = desk.places().size();
    if (busy.get()) {
      said.set(ui.text("find.looking", answers.get().size(), places));
    } else if (found == 0) {
      said.set(ui.text("find.none", name(), places));
    } else {
      said.set(ui.text(found == 1 ? "find.found.one" : "find.found.many", name(), found));
    }
  }

  private String name() {
    return chain.get().map(Chain::name).orElse("");
  }

  /// Ends the search; what it found so far stays.
  public void cancel() {
    if (busy.get()) {
      search++;
      running.ifPresent(Running::cancel);
      running = Optional.empty();
      busy.set(false);
      said.set(ui.text("find.stopped", answers.get().size(), desk.places().size()));
    }
  }

  /// Ends the search and forgets what it found.
  public void stop() {
    cancel();
    chain.set(Optional.empty());
    answers.set(Map.of());
    added.set(Set.of());
    said.set("");
    problem.set("");
  }

  /// Adds a node that was found as the person's own.
  public void add(URI node) {
    chain
        .get()
        .ifPresent(to ->
            ui.background()
                .run(
                    () -> {
                      desk.addOwn(to.id(), node);
                      return node;
                    },
                    this::noted,
                    this::failed));
  }

  private void noted(URI node) {
    Set<URI> all = new HashSet<>(added.get());
    all.add(node);
    added.set(Set.copyOf(all));
    problem.set("");
    changed.run();
  }

  private void failed(WalletException e) {
    busy.set(false);
    problem.set(ui.words().error(e));
  }

  /// What a place answered, in words.
  public String words(Answer answer) {
    if (answer.report().isEmpty()) {
      return ui.text("find.no-socket");
    }
    Report report = answer.report().get();
    if (report.trouble().isPresent()) {
      String code = report.trouble().get();
      return code.equals("wrong-chain") && report.chainId().isPresent()
          ? ui.text("find.another", report.chainId().getAsLong())
          : ui.text("find.useless", ui.words().reason(code));
    }
    return ui.text(
        report.proves() ? "find.node.proves" : "find.node",
        report.facts().flatMap(PeerFacts::client).orElseGet(() -> ui.text("find.client.unknown")),
        Phrases.count(report.height().orElse(0)));
  }

  /// A place as people write it.
  public static String shown(URI place) {
    return place.getHost() == null ? place.getPath() : place.toString();
  }
}
