package io.belay.app.send;

import io.belay.app.fx.Ui;
import io.belay.core.money.Asset;
import io.belay.core.send.TransferIntent;
import io.belay.core.store.AccountEntry;
import io.belay.core.store.ContactEntry;
import io.belay.core.track.ChainSession;
import java.util.List;
import java.util.Optional;

/// What there is to say beside the fields, from what was read meanwhile. Pure.
record FormSays(
    Ui ui,
    ChainSession session,
    SendForm form,
    SendReadings readings,
    List<AccountEntry> accounts,
    List<ContactEntry> contacts) {
  private Asset currency() {
    return session.chain().currency();
  }

  /// Fees as they are now.
  FeeCosts costs() {
    Optional<TransferIntent> payment = form.read().payment();
    boolean token = payment.filter(p -> p.amount().asset().isToken()).isPresent();
    return new FeeCosts(
        ui,
        currency(),
        readings.basis().get(),
        form.more().readGas().value().or(readings.gas()::get),
        payment
            .filter(p -> !token && !p.all() && p.amount().units().value().signum() > 0)
            .map(p -> p.amount().units()),
        payment.filter(p -> p.all() && !token).isPresent());
  }

  /// What is left after sending, in words.
  String afterSending() {
    return new AfterSending(
            ui, currency(), readings.balance().get(), form.read().units().value(), form.all().get())
        .words();
  }

  /// What this wallet knows of addresses.
  PayeeWords payees() {
    return new PayeeWords(ui, accounts, contacts, session.activity().get());
  }

  /// Whether a private relay may be used.
  boolean hasPrivateRelay() {
    return session.carriers().stream().anyMatch(config -> config.traits().isPrivate());
  }
}
