package io.belay.app.send;

import io.belay.app.fx.Background.Running;
import io.belay.app.fx.FxBind;
import io.belay.app.fx.Handover;
import io.belay.app.fx.Ui;
import io.belay.base.TxHash;
import io.belay.base.WalletException;
import io.belay.core.money.Wei;
import io.belay.core.send.SendPlan;
import io.belay.core.send.TransferIntent;
import io.belay.core.state.Observed;
import io.belay.core.state.State;
import io.belay.core.state.Subscription;
import io.belay.core.store.AccountEntry;
import io.belay.core.track.ChainSession;
import io.belay.keystore.Signer;
import java.time.Duration;
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

  private final Ui ui;
  private final ChainSession session;
  private final State<List<AccountEntry>> accounts;
  private final Signer signer;
  private final Consumer<TxHash> sent;
  private final SendForm form;
  private final ObjectProperty<Step> step = new SimpleObjectProperty<>(Step.FORM);
  private final ObjectProperty<Optional<SendPlan>> plan =
      new SimpleObjectProperty<>(Optional.empty());
  private final ObjectProperty<Observed<Wei>> balance =
      new SimpleObjectProperty<>(new Observed.Unknown<>("not-read-yet"));
  private final StringProperty consequence = new SimpleStringProperty("");
  private final StringProperty problem = new SimpleStringProperty("");
  private final Handover<SendPlan> handover = new Handover<>();
  private Optional<Running> running = Optional.empty();
  private Optional<Running> reading = Optional.empty();
  private Optional<Subscription> listening = Optional.empty();

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
    this.form = new SendForm(ui.words(), session.chain().currency());
    form.from().addListener((o, was, is) -> readBalance());
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

  /// What went wrong, or blank.
  public ReadOnlyStringProperty problem() {
    return problem;
  }

  /// What the problem means for the money, or blank.
  public ReadOnlyStringProperty consequence() {
    return consequence;
  }

  /// Starts to listen for accounts.
  public void start() {
    stop();
    listening = Optional.of(FxBind.listen(accounts, ui.background(), form::offer));
    readBalance();
  }

  /// Stops, and gives the plan back.
  public void stop() {
    listening.ifPresent(Subscription::close);
    listening = Optional.empty();
    reading.ifPresent(Running::cancel);
    reading = Optional.empty();
    edit();
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

  /// Signs and sends exactly the plan that is shown.
  public void confirm() {
    plan.get().filter(p -> step.get() == Step.REVIEW).ifPresent(this::send);
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
