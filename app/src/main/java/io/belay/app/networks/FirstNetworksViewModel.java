package io.belay.app.networks;

import io.belay.app.control.Checked;
import io.belay.app.fx.Ui;
import io.belay.base.ChainId;
import io.belay.base.WalletException;
import io.belay.core.rpc.EndpointPolicy;
import io.belay.core.rpc.EndpointUrl;
import java.net.URI;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// Which networks are used from the first day on, and through whom. Nothing is written, and nobody
/// asked anything, before [#decided] is carried out; but a network of one's own is listed at once,
/// and so is a node that was found on this computer.
public final class FirstNetworksViewModel {
  private static final ChainId USUAL = ChainId.of(1);

  /// Through whom.
  public enum Through {
    /// Public providers.
    PUBLIC(Optional.of(EndpointPolicy.ANY)),
    /// The person's own node and nobody else.
    OWN(Optional.of(EndpointPolicy.OWN_ONLY)),
    /// The person's own node, and others after a yes.
    ASK(Optional.of(EndpointPolicy.ASK)),
    /// Nobody: the practice network only.
    PRACTICE(Optional.empty());

    private final Optional<EndpointPolicy> policy;

    Through(Optional<EndpointPolicy> policy) {
      this.policy = policy;
    }

    /// Whether it takes a node of the person's own.
    public boolean wantsNode() {
      return this == OWN || this == ASK;
    }
  }

  private final Ui ui;
  private final NetworkDesk desk;
  private final AddNetworkViewModel adding;
  private final FindNodeViewModel finding;
  private final ObjectProperty<List<NetworkLine>> lines = new SimpleObjectProperty<>(List.of());
  private final ObjectProperty<Set<ChainId>> chosen = new SimpleObjectProperty<>(Set.of(USUAL));
  // nothing is chosen for the person: who learns of them is theirs to say
  private final ObjectProperty<Optional<Through>> through =
      new SimpleObjectProperty<>(Optional.empty());
  private final Map<ChainId, StringProperty> nodes = new HashMap<>();
  private final StringProperty fresh = new SimpleStringProperty("");
  private final StringProperty problem = new SimpleStringProperty("");

  /// Offers what the desk knows, once it is read by [#load].
  public FirstNetworksViewModel(Ui ui, NetworkDesk desk) {
    this.ui = ui;
    this.desk = desk;
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

  /// The networks on which money is worth something, and those of one's own.
  public ReadOnlyObjectProperty<List<NetworkLine>> lines() {
    return lines;
  }

  /// The networks that are to be used.
  public ReadOnlyObjectProperty<Set<ChainId>> chosen() {
    return chosen;
  }

  /// Through whom, once that is said.
  public ObjectProperty<Optional<Through>> through() {
    return through;
  }

  /// The address of the person's own node of a network, as it is typed.
  public StringProperty node(ChainId chain) {
    return nodes.computeIfAbsent(chain, absent -> new SimpleStringProperty(""));
  }

  /// The name of the network that was added last, or blank.
  public ReadOnlyStringProperty fresh() {
    return fresh;
  }

  /// What went wrong or is missing, or blank.
  public ReadOnlyStringProperty problem() {
    return problem;
  }

  /// Reads the networks; asks nobody.
  public void load() {
    ui.background().run(desk::lines, this::show, this::failed);
  }

  private void show(List<NetworkLine> read) {
    lines.set(
        read.stream()
            .filter(line -> !line.isFixed())
            .filter(line -> line.standing().added() || !line.standing().testnet())
            .toList());
  }

  /// A network that was added is one that is wanted.
  private void added(String name) {
    problem.set("");
    ui.background()
        .run(
            desk::lines,
            read -> {
              read.stream()
                  .filter(line -> line.chain().name().equals(name))
                  .forEach(line -> choose(line.chain().id(), true));
              show(read);
              fresh.set(name);
            },
            this::failed);
  }

  /// Takes a network, or leaves it.
  public void choose(ChainId chain, boolean wanted) {
    Set<ChainId> next = new HashSet<>(chosen.get());
    if (wanted) {
      next.add(chain);
    } else {
      next.remove(chain);
    }
    problem.set("");
    chosen.set(Set.copyOf(next));
  }

  /// The networks that are to be used, in their order.
  public List<NetworkLine> taken() {
    return lines.get().stream().filter(line -> chosen.get().contains(line.chain().id())).toList();
  }

  /// Who would learn of the person by public providers.
  public String strangers() {
    return Strangers.of(ui, taken());
  }

  /// Whether the answer is whole; if not, [#problem] says what is missing.
  public boolean isWhole() {
    problem.set(missing());
    return problem.get().isEmpty();
  }

  private String missing() {
    Optional<Through> by = through.get();
    if (by.isEmpty()) {
      return ui.text("start.through.missing");
    }
    if (by.get() == Through.PRACTICE) {
      return "";
    }
    if (taken().isEmpty()) {
      return ui.text("start.networks.missing");
    }
    return by.get().wantsNode()
        ? taken().stream()
            .map(this::wrongNode)
            .filter(wrong -> !wrong.isEmpty())
            .findFirst()
            .orElse("")
        : "";
  }

  private String wrongNode(NetworkLine line) {
    String typed = node(line.chain().id()).get().strip();
    if (typed.isEmpty()) {
      return line.hasOwn() ? "" : ui.text("start.node.missing", line.chain().name());
    }
    String wrong = read(typed).problem();
    return wrong.isEmpty() ? "" : ui.text("start.node.wrong", line.chain().name(), wrong);
  }

  private Checked<URI> read(String typed) {
    return Checked.read(typed, EndpointUrl::parse, ui.words());
  }

  /// The answer in a sentence.
  public String answer() {
    Through by = through.get().orElse(Through.PRACTICE);
    if (by == Through.PRACTICE) {
      return ui.text("start.answer.practice");
    }
    String names = taken().stream().map(l -> l.chain().name()).collect(Collectors.joining(", "));
    return switch (by) {
      case PUBLIC -> ui.text("start.answer.public", names);
      case OWN -> ui.text("start.answer.own", names);
      case ASK, PRACTICE -> ui.text("start.answer.ask", names);
    };
  }

  /// The answer as it stands now, to be carried out where one may wait: from then on the networks
  /// are used. Carried out twice, the second time changes nothing.
  ///
  /// @return the network to look at; none for practice. Throws as [NetworkDesk#begin] and
  ///   [NetworkDesk#addOwn] do
  public Supplier<Optional<ChainId>> decided() {
    Optional<EndpointPolicy> policy = through.get().flatMap(by -> by.policy);
    boolean own = through.get().filter(Through::wantsNode).isPresent();
    Map<ChainId, Optional<URI>> wanted = new HashMap<>();
    List<ChainId> order = taken().stream().map(line -> line.chain().id()).toList();
    for (ChainId chain : order) {
      wanted.put(chain, own ? read(node(chain).get()).value() : Optional.empty());
    }
    return () -> {
      if (policy.isEmpty()) {
        return Optional.empty();
      }
      for (ChainId chain : order) {
        wanted.getOrDefault(chain, Optional.empty()).ifPresent(node -> addOwn(chain, node));
        desk.begin(chain, policy.get());
      }
      return order.stream().findFirst();
    };
  }

  private void addOwn(ChainId chain, URI node) {
    try {
      desk.addOwn(chain, node);
    } catch (WalletException e) {
      boolean mine =
          desk.lines().stream().anyMatch(l -> l.chain().id().equals(chain) && l.hasOwn());
      if (!e.code().equals("endpoint-exists") || !mine) {
        throw e;
      }
    }
  }

  private void failed(WalletException e) {
    problem.set(ui.words().error(e));
  }
}
