package io.belay.app.connectivity;

import io.belay.app.fx.Ui;
import io.belay.base.ChainId;
import io.belay.base.WalletException;
import io.belay.core.chain.Chain;
import io.belay.core.rpc.EndpointId;
import io.belay.core.rpc.EndpointPolicy;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// One network's endpoints as a person decides about them; which network is a choice of its own, so
/// that one can be made ready before it is opened.
public final class NetworkViewModel {
  private final Ui ui;
  private final EndpointDesk desk;
  private final ProbesViewModel probes;
  private final AddEndpointViewModel adding;
  private final ProxyViewModel proxy;
  private final ObjectProperty<List<Chain>> networks = new SimpleObjectProperty<>(List.of());
  private final ObjectProperty<Optional<NetworkSheet>> sheet =
      new SimpleObjectProperty<>(Optional.empty());
  private final StringProperty problem = new SimpleStringProperty("");
  private final StringProperty note = new SimpleStringProperty("");
  private ChainId chosen;

  /// @param open the network that is shown first
  public NetworkViewModel(Ui ui, EndpointDesk desk, ChainId open) {
    this.ui = ui;
    this.desk = desk;
    this.chosen = open;
    this.probes = new ProbesViewModel(ui, desk, this::load);
    this.proxy = new ProxyViewModel(ui, desk);
    this.adding = new AddEndpointViewModel(ui, desk, () -> chosen, this::added);
  }

  /// The networks to choose from.
  public ReadOnlyObjectProperty<List<Chain>> networks() {
    return networks;
  }

  /// All about the chosen network; empty until it was read.
  public ReadOnlyObjectProperty<Optional<NetworkSheet>> sheet() {
    return sheet;
  }

  /// What went wrong, or blank.
  public ReadOnlyStringProperty problem() {
    return problem;
  }

  /// What came of the last change, or blank.
  public ReadOnlyStringProperty note() {
    return note;
  }

  /// Tests of endpoints.
  public ProbesViewModel probes() {
    return probes;
  }

  /// A new endpoint.
  public AddEndpointViewModel adding() {
    return adding;
  }

  /// The proxy under all networks.
  public ProxyViewModel proxy() {
    return proxy;
  }

  /// Reads the networks, the chosen one, and the proxy.
  public void start() {
    proxy.load();
    ui.background().run(desk::networks, networks::set, this::failed);
    load();
  }

  /// Ends what is under way.
  public void stop() {
    probes.cancelAll();
  }

  /// Shows another network.
  public void choose(ChainId chain) {
    if (chain.equals(chosen)) {
      return;
    }
    chosen = chain;
    problem.set("");
    note.set("");
    probes.forget();
    load();
  }

  /// Reads the chosen network again.
  public void load() {
    ChainId chain = chosen;
    ui.background().run(() -> desk.read(chain), this::show, this::failed);
  }

  /// Switches an endpoint on or off.
  public void enable(EndpointId endpoint, boolean on) {
    ChainId chain = chosen;
    change(chain, () -> desk.enable(chain, endpoint, on));
  }

  /// Removes an endpoint that was added.
  public void remove(EndpointId endpoint) {
    ChainId chain = chosen;
    change(chain, () -> desk.remove(chain, endpoint));
  }

  /// Decides which endpoints may be used; consent to others is given anew.
  public void decide(EndpointPolicy policy) {
    if (sheet.get().filter(s -> s.policy() == policy).isEmpty()) {
      ChainId chain = chosen;
      change(chain, () -> desk.decide(chain, policy, false));
    }
  }

  /// Says yes or no to others than one's own, where the policy is to ask.
  public void consent(boolean yes) {
    ChainId chain = chosen;
    change(chain, () -> desk.decide(chain, EndpointPolicy.ASK, yes));
  }

  private void added() {
    load();
    sheet.get().ifPresent(this::saved);
  }

  private void change(ChainId chain, Runnable decision) {
    problem.set("");
    note.set("");
    ui.background()
        .run(
            () -> {
              decision.run();
              return desk.read(chain);
            },
            read -> {
              show(read);
              saved(read);
            },
            why -> {
              failed(why);
              load(); // it may have been kept, and only reading it again gone wrong
            });
  }

  private void saved(NetworkSheet read) {
    problem.set("");
    note.set(ui.text("net.saved", read.chain().name()));
  }

  private void show(NetworkSheet read) {
    if (read.chain().id().equals(chosen)) { // another may have been chosen meanwhile
      sheet.set(Optional.of(read));
    }
  }

  private void failed(WalletException e) {
    note.set("");
    problem.set(ui.words().error(e));
  }
}
