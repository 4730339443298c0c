package io.belay.app.accounts;

import io.belay.app.accounts.OtherNetworks.Other;
import io.belay.app.fx.Background.Running;
import io.belay.app.fx.Phrases;
import io.belay.app.fx.Ui;
import io.belay.base.ChainId;
import io.belay.core.chain.Chain;
import io.belay.core.store.AccountEntry;
import io.belay.core.track.ChainSession;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The accounts' balances on the networks that are not looked at, each read on its own so that a
/// silent network does not hold up the others. Networks that were never looked at are not asked.
public final class OthersViewModel {
  private static final Duration PAUSE = Duration.ofSeconds(12);
  // lines of accounts in all; more are a page nobody reads from end to end
  private static final int FEW = 40;

  private final Ui ui;
  private final Supplier<List<AccountEntry>> accounts;
  private final OtherNetworks networks;
  private final ObservableList<Line> lines = FXCollections.observableArrayList();
  private final List<Running> reading = new ArrayList<>();
  private final Set<ChainId> unfolded = new HashSet<>();

  /// One network.
  ///
  /// @param network the network
  /// @param rows the accounts there; empty where nobody is asked
  public record Line(Other network, List<AccountRow> rows) {
    /// Copies the rows.
    public Line {
      rows = List.copyOf(rows);
    }

    /// The sum of the person's own.
    public Total total() {
      return Total.of(
          rows.stream().filter(row -> !row.entry().isWatched()).map(AccountRow::balance).toList());
    }

    Chain chain() {
      return network.chain();
    }

    boolean isOpen() {
      return network.session().isPresent();
    }
  }

  /// @param accounts whose balances are read
  /// @param networks those beside the one that is looked at
  public OthersViewModel(Ui ui, Supplier<List<AccountEntry>> accounts, OtherNetworks networks) {
    this.ui = ui;
    this.accounts = accounts;
    this.networks = networks;
  }

  /// The networks, in the order of the list of networks.
  public ObservableList<Line> lines() {
    return lines;
  }

  /// Starts to read.
  public void start() {
    stop();
    reading.add(ui.background().run(networks::all, this::listed, e -> lines.clear()));
  }

  private void listed(List<Other> all) {
    lines.setAll(
        all.stream()
            .map(other ->
                new Line(
                    other,
                    other.session().isPresent()
                        ? Balances.keep(before(other.chain().id()), accounts.get())
                        : List.of()))
            .toList());
    all.forEach(other -> other.session().ifPresent(session -> read(other, session)));
  }

  private List<AccountRow> before(ChainId chain) {
    return find(chain).map(Line::rows).orElse(List.of());
  }

  private Optional<Line> find(ChainId chain) {
    return lines.stream().filter(line -> line.chain().id().equals(chain)).findFirst();
  }

  private void read(Other other, ChainSession session) {
    Balances balances = new Balances(session, accounts);
    reading.add(
        ui.background()
            .every(
                PAUSE,
                balances::read,
                rows -> show(new Line(other, rows)),
                // what was known stays, with its age
                e -> {}));
  }

  private void show(Line line) {
    find(line.chain().id()).map(lines::indexOf).ifPresent(at -> lines.set(at, line));
  }

  /// Stops reading; what was read stays.
  public void stop() {
    reading.forEach(Running::cancel);
    reading.clear();
  }

  /// Whether the accounts of each network are listed only where somebody asks for them.
  boolean isFoldable() {
    return lines.stream().mapToInt(line -> line.rows().size()).sum() > FEW;
  }

  /// Whether a network's accounts are listed.
  boolean isListed(Line line) {
    return !isFoldable() || unfolded.contains(line.chain().id());
  }

  /// Lists a network's accounts, or ceases to.
  void fold(Line line) {
    ChainId chain = line.chain().id();
    if (!unfolded.remove(chain)) {
      unfolded.add(chain);
    }
    show(line);
  }

  /// Turns the window to a network.
  public void look(Line line) {
    networks.look(line.chain().id());
  }

  /// Operators of a network in all.
  public int groups(Line line) {
    return line.network().session().map(s -> s.connectivity().get().groups()).orElse(0);
  }

  /// A balance as text: a dash where it is unknown or disputed.
  public String balanceText(Line line, AccountRow row) {
    return row.balance()
        .maybe()
        .map(wei -> ui.words().veil().over(Phrases.brief(line.chain().currency(), wei)))
        .orElse("—");
  }
}
