package io.belay.app.nonces;

import io.belay.app.control.Known;
import io.belay.app.control.TxWords;
import io.belay.app.fx.Background.Running;
import io.belay.app.fx.FxBind;
import io.belay.app.fx.Ui;
import io.belay.base.Address;
import io.belay.base.TxHash;
import io.belay.base.WalletException;
import io.belay.core.send.NonceSlot;
import io.belay.core.send.TxRecord;
import io.belay.core.send.TxState;
import io.belay.core.state.State;
import io.belay.core.state.Subscription;
import io.belay.core.store.AccountEntry;
import io.belay.core.track.ChainSession;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The nonces of all accounts, read while the page is open, and the repairs.
public final class NoncesViewModel {
  /// What is reviewed, signed and shown elsewhere.
  ///
  /// @param open leads to a transaction
  /// @param fill leads to the review of a payment of nothing in a gap
  /// @param speedUp leads to the review of the same for a higher fee
  public record Elsewhere(
      Consumer<TxHash> open, BiConsumer<Address, Long> fill, Consumer<TxHash> speedUp) {}

  private static final Duration PAUSE = Duration.ofSeconds(12);
  private static final int ROOM = 20;

  private final Ui ui;
  private final ChainSession session;
  private final State<List<AccountEntry>> accounts;
  private final Elsewhere elsewhere;
  private final ObservableList<NonceLane> lanes = FXCollections.observableArrayList();
  private final IntegerProperty more = new SimpleIntegerProperty();
  private List<NonceLane> all = List.of();
  private int room = ROOM;
  private final BooleanProperty reading = new SimpleBooleanProperty();
  private final StringProperty notice = new SimpleStringProperty("");
  private final StringProperty problem = new SimpleStringProperty("");
  private final List<Subscription> listening = new ArrayList<>();
  private Optional<Running> running = Optional.empty();

  /// @param accounts of the open vault
  public NoncesViewModel(
      Ui ui, ChainSession session, State<List<AccountEntry>> accounts, Elsewhere elsewhere) {
    this.ui = ui;
    this.session = session;
    this.accounts = accounts;
    this.elsewhere = elsewhere;
  }

  /// A lane for each account.
  public ObservableList<NonceLane> lanes() {
    return lanes;
  }

  /// Whether the first answer is still awaited.
  public ReadOnlyBooleanProperty reading() {
    return reading;
  }

  /// What was done, or blank.
  public ReadOnlyStringProperty notice() {
    return notice;
  }

  /// What went wrong, or blank.
  public ReadOnlyStringProperty problem() {
    return problem;
  }

  /// Operators in all.
  int groups() {
    return session.connectivity().get().groups();
  }

  /// Starts to read, and again after each pause and whenever the journal changes.
  public void start() {
    stop();
    notice.set("");
    problem.set("");
    listening.add(FxBind.listen(session.activity(), ui.background(), changed -> read()));
  }

  /// Reads now.
  public void read() {
    running.ifPresent(Running::cancel);
    reading.set(lanes.isEmpty());
    running = Optional.of(ui.background().every(PAUSE, this::charts, this::show, e -> failed(e)));
  }

  /// Stops reading.
  public void stop() {
    listening.forEach(Subscription::close);
    listening.clear();
    running.ifPresent(Running::cancel);
    running = Optional.empty();
  }

  private List<NonceLane> charts() throws InterruptedException {
    List<NonceLane> drawn = new ArrayList<>();
    for (AccountEntry account : accounts.get()) {
      drawn.add(chart(account));
    }
    return drawn;
  }

  private NonceLane chart(AccountEntry account) throws InterruptedException {
    try {
      return new NonceLane(account, Optional.of(session.nonces(account.ref().address())), "");
    } catch (WalletException e) {
      return new NonceLane(account, Optional.empty(), ui.words().error(e));
    }
  }

  private void show(List<NonceLane> drawn) {
    reading.set(false);
    all = drawn;
    List<NonceLane> first = drawn;
    if (drawn.size() > room) {
      // whoever has many accounts comes for those with something on its way
      first = drawn.stream().sorted(Comparator.comparing(NonceLane::isQuiet)).limit(room).toList();
    }
    more.set(drawn.size() - first.size());
    if (!lanes.equals(first)) {
      lanes.setAll(first);
    }
  }

  /// How many accounts are not shown.
  public ReadOnlyIntegerProperty more() {
    return more;
  }

  /// Shows more of them.
  public void showMore() {
    room += ROOM;
    show(all);
  }

  private void failed(WalletException e) {
    reading.set(false);
    problem.set(ui.words().error(e));
  }

  /// Our transaction at a nonce.
  Optional<TxRecord> ours(NonceSlot slot) {
    return session.activity().get().stream()
        .filter(r -> slot.ours().filter(r.hash()::equals).isPresent())
        .findFirst();
  }

  /// What our transaction at a nonce does, in a line.
  Optional<String> title(NonceSlot slot) {
    return ours(slot)
        .map(
            new TxWords(
                    ui.words(), new Known(session.chain().currency(), session.knownTokens().get()))
                ::title);
  }

  /// What helps with a nonce; nothing where it is not the user's to change, or needs a key that is
  /// not here.
  public NonceSlot.Repair repair(AccountEntry account, NonceSlot slot) {
    return switch (slot.kind().repair()) {
      case NONE -> NonceSlot.Repair.NONE;
      case RESEND -> NonceSlot.Repair.RESEND;
      case FILL, REPLACE -> account.isWatched() ? NonceSlot.Repair.NONE : slot.kind().repair();
      case ADOPT ->
          ours(slot)
              .filter(r -> r.state().isReplaceable() && r.state() != TxState.CONFLICT)
              .map(r -> NonceSlot.Repair.ADOPT)
              .orElse(NonceSlot.Repair.NONE);
    };
  }

  /// Does what helps, or leads to its review.
  public void mend(AccountEntry account, NonceSlot slot) {
    switch (repair(account, slot)) {
      case NONE -> {}
      case RESEND ->
          slot.ours().ifPresent(hash -> run("resend", slot, () -> session.rebroadcast(hash)));
      case FILL -> elsewhere.fill().accept(account.ref().address(), slot.nonce());
      case REPLACE -> slot.ours().ifPresent(elsewhere.speedUp());
      case ADOPT -> slot.ours().ifPresent(hash -> run("adopt", slot, () -> session.adopt(hash)));
    }
  }

  private void run(String done, NonceSlot slot, Runnable act) {
    notice.set("");
    problem.set("");
    ui.background()
        .run(
            () -> {
              act.run();
              return slot.nonce();
            },
            nonce -> {
              notice.set(ui.text("nonces.done." + done, nonce));
              read();
            },
            this::failed);
  }

  /// Shows our transaction at a nonce in full.
  public void open(NonceSlot slot) {
    slot.ours().ifPresent(elsewhere.open());
  }
}
