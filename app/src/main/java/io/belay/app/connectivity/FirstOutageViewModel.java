package io.belay.app.connectivity;

import io.belay.app.fx.FxBind;
import io.belay.app.fx.Ui;
import io.belay.base.TxHash;
import io.belay.base.WalletException;
import io.belay.core.rpc.EndpointId;
import io.belay.core.send.TxRecord;
import io.belay.core.send.TxState;
import io.belay.core.state.Subscription;
import io.belay.core.track.ChainSession;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;

/// The first outage a person lives through, on the practice network: most providers are cut, a
/// payment goes through all the same, and the providers come back.
public final class FirstOutageViewModel {
  private static final String CUT = "refuse";
  private static final String NONE = "none";

  /// How far it is.
  public enum Step {
    /// Nothing is cut yet.
    OFFERED,
    /// Providers are cut; a payment is awaited.
    CUT,
    /// A payment went through while they were cut.
    CARRIED,
    /// The providers are back.
    OVER,
    /// Not wanted now.
    AWAY
  }

  private final Ui ui;
  private final ChainSession session;
  private final FaultSwitches faults;
  private final SimpleObjectProperty<Step> step = new SimpleObjectProperty<>(Step.OFFERED);
  private final SimpleStringProperty problem = new SimpleStringProperty("");
  // what each endpoint suffered from before
  private final Map<EndpointId, String> before = new LinkedHashMap<>();
  private final Set<TxHash> known = new HashSet<>();
  private Optional<Subscription> watching = Optional.empty();
  private Optional<TxRecord> carried = Optional.empty();
  private int all;

  /// @param faults the practice network's
  public FirstOutageViewModel(Ui ui, ChainSession session, FaultSwitches faults) {
    this.ui = ui;
    this.session = session;
    this.faults = faults;
  }

  /// How far it is.
  public ReadOnlyObjectProperty<Step> step() {
    return step;
  }

  /// What went wrong, or blank.
  public ReadOnlyStringProperty problem() {
    return problem;
  }

  /// How many providers are cut.
  public int cut() {
    return before.size();
  }

  /// How many providers there are.
  public int all() {
    return all;
  }

  /// The payment that went through meanwhile.
  public Optional<TxRecord> carried() {
    return carried;
  }

  /// Cuts all providers but one, or but two where there are more than three.
  public void begin() {
    if (step.get() != Step.OFFERED) {
      return;
    }
    problem.set("");
    session.activity().get().forEach(record -> known.add(record.hash()));
    ui.background().run(this::cutThem, this::awaitPayment, this::failed);
  }

  private Map<EndpointId, String> cutThem() {
    Map<EndpointId, String> now = faults.now();
    List<EndpointId> ids =
        session.connectivity().get().endpoints().stream().map(e -> e.config().id()).toList();
    int left = ids.size() > 3 ? 2 : 1;
    Map<EndpointId, String> were =
        ids.stream()
            .limit(Math.max(0, ids.size() - left))
            .collect(
                Collectors.toMap(
                    id -> id, id -> now.getOrDefault(id, NONE), (a, b) -> a, LinkedHashMap::new));
    were.keySet().forEach(id -> faults.set(id, CUT));
    return were;
  }

  private void awaitPayment(Map<EndpointId, String> were) {
    before.putAll(were);
    all = session.connectivity().get().endpoints().size();
    step.set(Step.CUT);
    watching =
        Optional.of(FxBind.listen(session.activity(), ui.background(), records -> look(records)));
  }

  private void look(List<TxRecord> records) {
    if (step.get() != Step.CUT) {
      return;
    }
    carried =
        records.stream()
            .filter(r -> !known.contains(r.hash()) && r.state().reaches(TxState.INCLUDED))
            .findFirst();
    carried.ifPresent(record -> step.set(Step.CARRIED));
  }

  /// Brings the providers back, at any step.
  public void end() {
    Step was = step.get();
    if (was != Step.CUT && was != Step.CARRIED) {
      return;
    }
    unwatch();
    ui.background()
        .run(
            this::restore,
            done -> step.set(was == Step.CARRIED ? Step.OVER : Step.AWAY),
            this::failed);
  }

  private boolean restore() throws InterruptedException {
    before.forEach(faults::set);
    session
        .refresh(); // who rests after a failure is asked at once, so that all are seen to be back
    return true;
  }

  /// Puts it away; it is offered again when the wallet is opened again.
  public void away() {
    if (step.get() == Step.OFFERED || step.get() == Step.OVER) {
      step.set(Step.AWAY);
    }
  }

  /// Leaves nothing cut behind.
  public void close() {
    end();
    unwatch();
  }

  private void unwatch() {
    watching.ifPresent(Subscription::close);
    watching = Optional.empty();
  }

  private void failed(WalletException e) {
    problem.set(ui.words().error(e));
  }
}
