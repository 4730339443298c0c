package io.belay.app.send;

import io.belay.app.fx.Background.Running;
import io.belay.app.fx.FxBind;
import io.belay.app.fx.Ui;
import io.belay.base.Address;
import io.belay.core.fee.FeeBasis;
import io.belay.core.money.Asset;
import io.belay.core.money.Wei;
import io.belay.core.rpc.AccountState;
import io.belay.core.rpc.Connectivity;
import io.belay.core.send.TransferIntent;
import io.belay.core.state.Observed;
import io.belay.core.state.Subscription;
import io.belay.core.store.AccountEntry;
import io.belay.core.track.ChainSession;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/// What is read for the form while its page is open: what the payer has, what fees are now, how
/// much gas the payment takes.
final class SendReadings {
  private static final Duration PAUSE = Duration.ofSeconds(4);
  private static final Duration TICK = Duration.ofSeconds(1);

  private record Held(Observed<AccountState> account, Observed<Wei> asset) {}

  private static final Held NOT_READ = nothing("not-read-yet");

  private final Ui ui;
  private final ChainSession session;
  private final SendForm form;
  private final ObjectProperty<Observed<AccountState>> account =
      new SimpleObjectProperty<>(NOT_READ.account());
  private final ObjectProperty<Observed<Wei>> balance =
      new SimpleObjectProperty<>(NOT_READ.asset());
  private final ObjectProperty<Optional<FeeBasis>> basis =
      new SimpleObjectProperty<>(Optional.empty());
  private final ObjectProperty<Optional<Long>> gas = new SimpleObjectProperty<>(Optional.empty());
  private final ObjectProperty<Connectivity> connectivity;
  private final ObjectProperty<Instant> now;
  private final List<Running> repeated = new ArrayList<>();
  private Optional<Subscription> listening = Optional.empty();
  private Optional<Running> reading = Optional.empty();
  private Optional<Running> estimating = Optional.empty();
  private Optional<TransferIntent> seen = Optional.empty();
  private Optional<TransferIntent> estimated = Optional.empty();

  SendReadings(Ui ui, ChainSession session, SendForm form) {
    this.ui = ui;
    this.session = session;
    this.form = form;
    this.connectivity = new SimpleObjectProperty<>(session.connectivity().get());
    this.now = new SimpleObjectProperty<>(ui.clock().instant());
    form.from()
        .addListener((o, was, is) -> {
          if (!was.map(AccountEntry::ref).equals(is.map(AccountEntry::ref))) {
            show(NOT_READ); // another account's balance says nothing about this one
          }
          readBalance();
        });
    form.asset()
        .asset()
        .addListener((o, was, is) -> {
          balance.set(NOT_READ.asset());
          readBalance();
        });
  }

  private static Held nothing(String reason) {
    return new Held(new Observed.Unknown<>(reason), new Observed.Unknown<>(reason));
  }

  ObjectProperty<Observed<AccountState>> account() {
    return account;
  }

  /// What the payer has of the asset.
  ObjectProperty<Observed<Wei>> balance() {
    return balance;
  }

  ObjectProperty<Optional<FeeBasis>> basis() {
    return basis;
  }

  /// How much gas the payment takes; empty while nobody told.
  ObjectProperty<Optional<Long>> gas() {
    return gas;
  }

  ObjectProperty<Connectivity> connectivity() {
    return connectivity;
  }

  ObjectProperty<Instant> now() {
    return now;
  }

  void start() {
    stop();
    listening =
        Optional.of(FxBind.listen(session.connectivity(), ui.background(), connectivity::set));
    repeated.add(ui.background().every(TICK, () -> ui.clock().instant(), this::tick, e -> {}));
    repeated.add(
        ui.background()
            .every(PAUSE, session::feeBasis, basis::set, e -> basis.set(Optional.empty())));
    readBalance();
  }

  void stop() {
    listening.ifPresent(Subscription::close);
    listening = Optional.empty();
    repeated.forEach(Running::cancel);
    repeated.clear();
    List.of(reading, estimating).forEach(each -> each.ifPresent(Running::cancel));
    reading = Optional.empty();
    estimating = Optional.empty();
    seen = Optional.empty();
    estimated = Optional.empty();
  }

  /// Reads what the payer has now, and again while the page is open.
  void readBalance() {
    reading.ifPresent(Running::cancel);
    Optional<Asset> asset = form.asset().asset().get();
    reading =
        form.from()
            .get()
            .map(entry -> entry.ref().address())
            .map(payer ->
                ui.background()
                    .every(
                        PAUSE, () -> held(payer, asset), this::show, e -> show(nothing(e.code()))));
  }

  private Held held(Address payer, Optional<Asset> asset) throws InterruptedException {
    Observed<AccountState> state = session.account(payer);
    if (asset.isEmpty()) {
      return new Held(state, NOT_READ.asset());
    }
    return new Held(
        state,
        asset.get().isToken()
            ? session.balance(payer, asset.get())
            : state.map(AccountState::balance));
  }

  private void show(Held held) {
    account.set(held.account());
    balance.set(held.asset());
  }

  private void tick(Instant instant) {
    now.set(instant);
    Optional<TransferIntent> payment = form.read().payment();
    if (!payment.equals(seen)) {
      seen = payment; // still being typed: nobody is asked about half a payment
      estimating.ifPresent(Running::cancel);
      gas.set(Optional.empty());
    } else if (!payment.equals(estimated)) {
      estimated = payment;
      payment.ifPresent(this::estimate);
    }
  }

  private void estimate(TransferIntent payment) {
    estimating =
        Optional.of(
            ui.background()
                .run(
                    () -> session.gas(payment),
                    units -> gas.set(Optional.of(units)),
                    e -> gas.set(Optional.empty()))); // planning says why
  }
}
