package io.belay.app.send;

import io.belay.app.fx.Background.Running;
import io.belay.app.fx.FxBind;
import io.belay.app.fx.Handover;
import io.belay.app.fx.Ui;
import io.belay.base.TxHash;
import io.belay.base.WalletException;
import io.belay.core.money.Amount;
import io.belay.core.money.Wei;
import io.belay.core.rpc.Connectivity;
import io.belay.core.send.SendPlan;
import io.belay.core.send.TransferIntent;
import io.belay.core.state.Observed;
import io.belay.core.state.State;
import io.belay.core.state.Subscription;
import io.belay.core.store.AccountEntry;
import io.belay.core.track.ChainSession;
import io.belay.keystore.Signer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// One transfer from form to signed bytes. Holds at most one plan, and gives it back when it is
/// left.
public final class SendViewModel {
  /// Where the transfer stands.
  public enum Step {
    /// The form is open.
    FORM,
    /// The plan is being made.
    PLANNING,
    /// The plan is shown.
    REVIEW,
    /// It is being signed and put on disk.
    SENDING
  }

  private static final Duration PAUSE = Duration.ofSeconds(4);
  private static final Duration TICK = Duration.ofSeconds(1);
  private static final Observed<Wei> NOT_READ = new Observed.Unknown<>("not-read-yet");

  private final Ui ui;
  private final ChainSession session;
  private final State<List<AccountEntry>> accounts;
  private final Signer signer;
  private final Consumer<TxHash> sent;
  private final SendForm form;
  private final ObjectProperty<Step> step = new SimpleObjectProperty<>(Step.FORM);
  private final ObjectProperty<Optional<SendPlan>> plan =
      new SimpleObjectProperty<>(Optional.empty());
  private final ObjectProperty<Observed<Wei>> balance = new SimpleObjectProperty<>(NOT_READ);
  private final StringProperty consequence = new SimpleStringProperty("");
  private final StringProperty problem = new SimpleStringProperty("");
  private final Handover<SendPlan> handover = new Handover<>();
  private Optional<Running> running = Optional.empty();
  private final ObjectProperty<Connectivity> connectivity;
  private final ObjectProperty<Instant> now;
  private final List<Subscription> listening = new ArrayList<>();
  private Optional<Running> reading = Optional.empty();
  private Optional<Running> ticking = Optional.empty();

  /// @param sent told the hash once the signed bytes are on disk
  public SendViewModel(
      Ui ui,
      ChainSession session,
      State<List<AccountEntry>> accounts,
      Signer signer,
      Consumer<TxHash> sent) {
    this.ui = ui;
    this.session = session;
    this.accounts = accounts;
    this.signer = signer;
    this.sent = sent;
    this.connectivity = new SimpleObjectProperty<>(session.connectivity().get());
    this.now = new SimpleObjectProperty<>(ui.clock().instant());
    this.form = new SendForm(ui.words(), session.chain().currency());
    form.from().addListener((o, was, is) -> payerChanged(was, is));
  }

  /// The network and its state.
  public ChainSession session() {
    return session;
  }

  /// The fields.
  public SendForm form() {
    return form;
  }

  /// Where it stands.
  public ReadOnlyObjectProperty<Step> step() {
    return step;
  }

  /// The plan under review.
  public ReadOnlyObjectProperty<Optional<SendPlan>> plan() {
    return plan;
  }

  /// The paying account's balance as it is known.
  public ReadOnlyObjectProperty<Observed<Wei>> balance() {
    return balance;
  }

  /// How well the network is connected.
  public ReadOnlyObjectProperty<Connectivity> connectivity() {
    return connectivity;
  }

  /// The time, each second while the page is open.
  public ReadOnlyObjectProperty<Instant> now() {
    return now;
  }

  /// What is left of the balance after sending, in words; a dash while one of the two is not known.
  /// What was known once only is no ground for saying that it does not suffice.
  public String afterSending() {
    Optional<Wei> before = balance.get().maybe();
    Optional<Wei> units = form.units().map(Amount::units);
    if (before.isEmpty() || units.isEmpty()) {
      return "—";
    }
    Wei has = before.get();
    Wei wants = units.get();
    int enough = has.compareTo(wants);
    if (enough > 0) {
      return ui.text("send.after.less", exact(has.minusOrZero(wants)));
    }
    if (balance.get().level() == Observed.Level.STALE) {
      return "—";
    }
    return enough == 0
        ? ui.text("send.after.nofee")
        : ui.text("send.after.missing", exact(wants.minusOrZero(has)));
  }

  private String exact(Wei wei) {
    return session.chain().currency().amount(wei).toString();
  }

  /// What went wrong, or blank.
  public ReadOnlyStringProperty problem() {
    return problem;
  }

  /// What the problem means for the money, or blank.
  public ReadOnlyStringProperty consequence() {
    return consequence;
  }

  /// Only those whose key is here can pay.
  private void offer(List<AccountEntry> all) {
    form.offer(all.stream().filter(entry -> !entry.isWatched()).toList());
  }

  /// Starts to listen for accounts.
  public void start() {
    stop();
    listening.add(FxBind.listen(accounts, ui.background(), this::offer));
    listening.add(FxBind.listen(session.connectivity(), ui.background(), connectivity::set));
    ticking =
        Optional.of(ui.background().every(TICK, () -> ui.clock().instant(), now::set, e -> {}));
    readBalance();
  }

  /// Stops, and gives the plan back.
  public void stop() {
    listening.forEach(Subscription::close);
    listening.clear();
    ticking.ifPresent(Running::cancel);
    ticking = Optional.empty();
    reading.ifPresent(Running::cancel);
    reading = Optional.empty();
    edit();
  }

  private void payerChanged(Optional<AccountEntry> was, Optional<AccountEntry> is) {
    if (!was.map(AccountEntry::ref).equals(is.map(AccountEntry::ref))) {
      balance.set(NOT_READ); // another account's balance says nothing about this one
    }
    readBalance();
  }

  /// Reads the paying account's balance now, and again while the page is open.
  public void readBalance() {
    reading.ifPresent(Running::cancel);
    reading =
        form.from()
            .get()
            .map(entry ->
                ui.background()
                    .every(
                        PAUSE,
                        () -> session.balance(entry.ref().address()),
                        balance::set,
                        e -> balance.set(new Observed.Unknown<>(e.code()))));
  }

  /// Makes the plan, if the form is complete.
  public void review() {
    form.intent().filter(i -> step.get() == Step.FORM).ifPresent(this::planFor);
  }

  private void planFor(TransferIntent intent) {
    problem.set("");
    step.set(Step.PLANNING);
    running = Optional.of(ui.background().run(() -> planned(intent), this::show, e -> failed(e)));
  }

  private SendPlan planned(TransferIntent intent) throws InterruptedException {
    return handover.offer(session.plan(intent), session::release);
  }

  private void show(SendPlan made) {
    handover.take();
    plan.set(Optional.of(made));
    step.set(Step.REVIEW);
  }

  private void failed(WalletException e) {
    failed(e, "send.kept");
  }

  private void failed(WalletException e, String meaning) {
    consequence.set(ui.text(meaning));
    problem.set(ui.words().error(e));
    step.set(Step.FORM);
  }

  /// Signs and sends exactly the plan that the user has before his eyes; does nothing with any
  /// other, nor before a fee that asks for it is confirmed by its figure.
  ///
  /// @param typed the figure, where one is asked for
  public void confirm(SendPlan seen, String typed) {
    plan.get()
        .filter(p -> p.equals(seen))
        .filter(p -> step.get() == Step.REVIEW)
        .filter(p -> p.mustType().filter(figure -> !figure.equals(typed.strip())).isEmpty())
        .ifPresent(p -> send(p.confirmed(typed)));
  }

  /// As above, where nothing is to be typed.
  public void confirm(SendPlan seen) {
    confirm(seen, "");
  }

  private void send(SendPlan shown) {
    step.set(Step.SENDING);
    // not kept for cancelling: once signing has begun, leaving the page must not cut it
    ui.background().run(() -> session.send(shown, signer), this::done, this::refused);
  }

  private void done(TxHash hash) {
    plan.set(Optional.empty());
    form.clear();
    step.set(Step.FORM);
    sent.accept(hash);
  }

  private void refused(WalletException e) {
    plan.get().ifPresent(this::giveBack);
    plan.set(Optional.empty());
    failed(e, "send.unsure");
  }

  /// Goes back to the form, which keeps its fields; the plan's nonce is free again.
  public void edit() {
    if (step.get() == Step.SENDING) {
      return;
    }
    running.ifPresent(Running::cancel);
    running = Optional.empty();
    handover.take().ifPresent(this::giveBack);
    plan.get().ifPresent(this::giveBack);
    plan.set(Optional.empty());
    step.set(Step.FORM);
  }

  private void giveBack(SendPlan unused) {
    ui.background()
        .run(
            () -> {
              session.release(unused);
              return unused;
            },
            p -> {},
            e -> problem.set(ui.words().error(e)));
  }
}
