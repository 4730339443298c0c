package io.belay.app.activity;

import io.belay.app.control.Known;
import io.belay.app.control.TxWords;
import io.belay.app.fx.Background.Job;
import io.belay.app.fx.Background.Running;
import io.belay.app.fx.Ui;
import io.belay.base.Address;
import io.belay.base.TxHash;
import io.belay.base.WalletException;
import io.belay.core.chain.Chain;
import io.belay.core.send.Replacement;
import io.belay.core.send.TxRecord;
import io.belay.core.state.State;
import io.belay.core.store.AccountEntry;
import io.belay.core.track.ChainSession;
import io.belay.keystore.AccountRef;
import io.belay.keystore.Signer;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// A second signature at a nonce, from the fees of the moment to signed bytes: speed up, cancel, or
/// fill a gap. Nothing is held meanwhile; leaving costs nothing.
public final class SecondViewModel {
  /// Where it stands.
  public enum Step {
    /// Nothing is under way.
    NONE,
    /// The fees are being read.
    READING,
    /// What would be signed is shown.
    REVIEW,
    /// It is being signed and put on disk.
    SIGNING
  }

  private final Ui ui;
  private final ChainSession session;
  private final State<List<AccountEntry>> accounts;
  private final Signer signer;
  private final Consumer<TxHash> sent;
  private final ObjectProperty<Step> step = new SimpleObjectProperty<>(Step.NONE);
  private final ObjectProperty<Optional<Replacement>> shown =
      new SimpleObjectProperty<>(Optional.empty());
  private final StringProperty problem = new SimpleStringProperty("");
  private final StringProperty consequence = new SimpleStringProperty("");
  private Optional<Running> reading = Optional.empty();

  /// @param sent told the hash once the signed bytes are on disk
  public SecondViewModel(
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
  }

  /// Where it stands.
  public ReadOnlyObjectProperty<Step> step() {
    return step;
  }

  /// What would be signed.
  public ReadOnlyObjectProperty<Optional<Replacement>> shown() {
    return shown;
  }

  /// What went wrong, or blank.
  public ReadOnlyStringProperty problem() {
    return problem;
  }

  /// What the problem means for the money, or blank.
  public ReadOnlyStringProperty consequence() {
    return consequence;
  }

  Chain chain() {
    return session.chain();
  }

  TxWords says() {
    return new TxWords(
        ui.words().unveiled(), new Known(session.chain().currency(), session.knownTokens().get()));
  }

  /// The transaction that it is to take the place of.
  Optional<TxRecord> old(Replacement replacement) {
    return session.activity().get().stream()
        .filter(r -> replacement.replaces().filter(r.hash()::equals).isPresent())
        .findFirst();
  }

  /// Reads what the same for a higher fee would be.
  public void speedUp(TxHash hash) {
    read(() -> session.speedUp(hash));
  }

  /// Reads what a payment of nothing instead would be.
  public void cancel(TxHash hash) {
    read(() -> session.cancel(hash));
  }

  /// Reads what a payment of nothing in a gap would be.
  public void fill(Address account, long nonce) {
    read(() -> session.fill(account, nonce));
  }

  private void read(Job<Replacement> job) {
    if (step.get() == Step.SIGNING) {
      return;
    }
    leave();
    step.set(Step.READING);
    reading = Optional.of(ui.background().run(job, this::show, e -> failed(e, "second.kept")));
  }

  private void show(Replacement made) {
    if (ref(made).isEmpty()) {
      problem.set(ui.text("second.no-key"));
      consequence.set(ui.text("second.kept"));
      step.set(Step.NONE);
      return;
    }
    shown.set(Optional.of(made));
    step.set(Step.REVIEW);
  }

  private Optional<AccountRef> ref(Replacement replacement) {
    return accounts.get().stream()
        .filter(entry -> !entry.isWatched())
        .map(AccountEntry::ref)
        .filter(ref -> ref.address().equals(replacement.from()))
        .findFirst();
  }

  private void failed(WalletException e, String meaning) {
    consequence.set(ui.text(meaning));
    problem.set(ui.words().error(e));
    shown.set(Optional.empty());
    step.set(Step.NONE);
  }

  /// Signs and sends exactly what the user has before his eyes; does nothing with anything else.
  public void confirm(Replacement seen) {
    Optional<AccountRef> account = ref(seen);
    boolean same = shown.get().filter(seen::equals).isPresent();
    if (step.get() != Step.REVIEW || !same || account.isEmpty()) {
      return;
    }
    step.set(Step.SIGNING);
    // not kept for cancelling: once signing has begun, leaving the page must not cut it
    ui.background()
        .run(
            () -> session.send(seen, account.get(), signer),
            this::done,
            e -> failed(e, "second.unsure"));
  }

  private void done(TxHash hash) {
    shown.set(Optional.empty());
    step.set(Step.NONE);
    sent.accept(hash);
  }

  /// Gives it up, unless it is being signed.
  public void leave() {
    if (step.get() == Step.SIGNING) {
      return;
    }
    reading.ifPresent(Running::cancel);
    reading = Optional.empty();
    problem.set("");
    shown.set(Optional.empty());
    step.set(Step.NONE);
  }
}
