package io.belay.app.send;

import io.belay.app.fx.FxBind;
import io.belay.app.fx.Ui;
import io.belay.base.TxHash;
import io.belay.base.WalletException;
import io.belay.core.fee.FeeChoice;
import io.belay.core.fee.FeeOracle;
import io.belay.core.money.PaymentUri;
import io.belay.core.send.SendPlan;
import io.belay.core.send.TransferIntent;
import io.belay.core.send.TxRecord;
import io.belay.core.state.State;
import io.belay.core.state.Subscription;
import io.belay.core.store.AccountEntry;
import io.belay.core.store.ContactEntry;
import io.belay.core.track.ChainSession;
import io.belay.keystore.Signer;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleObjectProperty;

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

  private final Ui ui;
  private final ChainSession session;
  private final State<List<AccountEntry>> accounts;
  private final State<List<ContactEntry>> book;
  private final Signer signer;
  private final Consumer<TxHash> sent;
  private final SendForm form;
  private final SendReadings readings;
  private final HeldPlan held;
  private final SendMessages messages;
  private final FormMemory memory;
  private final ObjectProperty<Step> step = new SimpleObjectProperty<>(Step.FORM);
  private Optional<Subscription> listening = Optional.empty();

  /// @param book the address book
  /// @param drafts keeps the form over a crash
  /// @param sent told the hash once the signed bytes are on disk
  public SendViewModel(
      Ui ui,
      ChainSession session,
      State<List<AccountEntry>> accounts,
      State<List<ContactEntry>> book,
      Signer signer,
      Drafts drafts,
      Consumer<TxHash> sent) {
    this.ui = ui;
    this.session = session;
    this.accounts = accounts;
    this.book = book;
    this.signer = signer;
    this.sent = sent;
    this.held = new HeldPlan(ui, session);
    this.messages = new SendMessages(ui);
    this.form = new SendForm(ui.words(), new AssetChoice(ui, session));
    this.memory = new FormMemory(ui, session, drafts, form, messages);
    this.readings = new SendReadings(ui, session, form);
    form.fields().forEach(field -> field.addListener((o, was, is) -> formChanged()));
    form.fee().pace().addListener((o, was, is) -> was.ifPresent(this::suggestOwn));
  }

  /// The network and its state.
  public ChainSession session() {
    return session;
  }

  /// The fields.
  public SendForm form() {
    return form;
  }

  /// What is read while they are filled in.
  SendReadings readings() {
    return readings;
  }

  /// Where it stands.
  public ReadOnlyObjectProperty<Step> step() {
    return step;
  }

  /// The plan under review.
  public ReadOnlyObjectProperty<Optional<SendPlan>> plan() {
    return held.plan();
  }

  /// What went wrong, or blank.
  public ReadOnlyStringProperty problem() {
    return messages.problem();
  }

  /// The field that the problem is about; empty where it is about none.
  ReadOnlyObjectProperty<Optional<SendField>> place() {
    return messages.place();
  }

  /// What the problem means for the money, or blank.
  public ReadOnlyStringProperty consequence() {
    return messages.consequence();
  }

  /// What else there is to know of the last sending, or blank.
  public ReadOnlyStringProperty note() {
    return messages.note();
  }

  /// What to make of that, or blank.
  ReadOnlyStringProperty noteDetail() {
    return messages.noteDetail();
  }

  /// What went wrong with one field, or blank.
  StringBinding problemAt(SendField field) {
    return messages.at(field);
  }

  /// What there is to say beside the fields.
  FormSays says() {
    return new FormSays(ui, session, form, readings, accounts.get(), contacts());
  }

  /// Who is in the address book for this network.
  List<ContactEntry> contacts() {
    long chain = session.chain().id().value();
    return book.get().stream().filter(entry -> entry.isOn(chain)).toList();
  }

  private void suggestOwn(FeeChoice.Pace before) {
    readings
        .basis()
        .get()
        .filter(b -> form.fee().pace().get().isEmpty())
        .ifPresent(b -> form.fee().suggest(FeeOracle.quote(before, b)));
  }

  /// Only those whose key is here can pay.
  private void offer(List<AccountEntry> all) {
    form.offer(all.stream().filter(entry -> !entry.isWatched()).toList());
    memory.recall();
  }

  /// Starts to listen for accounts and to read.
  public void start() {
    stop();
    form.asset().offer();
    listening = Optional.of(FxBind.listen(accounts, ui.background(), this::offer));
    if (form.asset().asset().get().isEmpty()) {
      form.asset().look();
    }
    readings.start();
  }

  /// Stops, and gives the plan back.
  public void stop() {
    listening.ifPresent(Subscription::close);
    listening = Optional.empty();
    form.asset().stop();
    readings.stop();
    edit();
  }

  /// Reads everything again.
  public void refresh() {
    if (form.asset().asset().get().isEmpty()) {
      form.asset().look();
    }
    readings.start();
  }

  private void formChanged() {
    messages.mended();
    if (step.get() == Step.PLANNING) {
      edit(); // it is planned as it was, and would be shown beside what it is now
    }
  }

  /// Makes the plan, if the form is complete.
  public void review() {
    form.intent().filter(i -> step.get() == Step.FORM).ifPresent(this::planFor);
  }

  private void planFor(TransferIntent intent) {
    messages.mended();
    messages.tell("");
    step.set(Step.PLANNING);
    // on disk before it can be signed: the same form after a crash is the same payment
    held.make(intent, memory.keeping(), () -> step.set(Step.REVIEW), e -> unplanned(e, intent));
  }

  private void unplanned(WalletException e, TransferIntent intent) {
    failed(e, "send.kept", SendField.of(e.code(), intent));
  }

  private void failed(WalletException e, String meaning, Optional<SendField> field) {
    messages.failed(e, meaning, field);
    step.set(Step.FORM);
  }

  /// Signs and sends exactly the plan that the user has before his eyes; does nothing with any
  /// other, nor before a fee that asks for it is confirmed by its figure.
  ///
  /// @param typed the figure, where one is asked for
  public void confirm(SendPlan seen, String typed) {
    held.plan()
        .get()
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
    ui.background()
        .run(() -> session.send(shown, signer), hash -> done(hash, shown), this::refused);
  }

  private void done(TxHash hash, SendPlan shown) {
    held.signed();
    memory.forget(form.id());
    form.clear();
    step.set(Step.FORM);
    messages.tell(isAnother(hash, shown) ? "before" : "");
    sent.accept(hash);
  }

  /// Whether the journal had a transaction of this form already, and kept to it.
  private boolean isAnother(TxHash hash, SendPlan shown) {
    return session.activity().get().stream()
        .filter(record -> record.hash().equals(hash))
        .map(TxRecord::transaction)
        .anyMatch(tx -> !tx.equals(shown.transaction()));
  }

  private void refused(WalletException e) {
    held.drop(messages::failed);
    failed(e, "send.unsure", Optional.empty());
  }

  /// Goes back to the form, which keeps its fields; the plan's nonce is free again.
  public void edit() {
    if (step.get() == Step.SENDING) {
      return;
    }
    held.drop(messages::failed);
    step.set(Step.FORM);
  }

  /// Gives the form up: what is typed next is another payment.
  public void clear() {
    edit();
    if (step.get() == Step.FORM) {
      memory.forget(form.id());
      form.clear();
      messages.tell("");
    }
  }

  /// Chooses who pays; what else is typed stays.
  public void payFrom(AccountEntry entry) {
    edit();
    // whoever is listed as paying may come a moment later
    offer(accounts.get());
    if (step.get() == Step.FORM) {
      form.payFrom(entry);
    }
  }

  /// Whether it is known what is in the form: what a crash left comes back into it.
  ///
  /// @param later done once it is known, where it is not yet
  public boolean isKnown(Runnable later) {
    offer(accounts.get()); // nobody may have looked at the form yet
    return memory.isRecalled(later);
  }

  /// Whether there is nothing here that a person typed or looks at.
  public boolean isUntouched() {
    return step.get() == Step.FORM && form.isBlank();
  }

  /// Fills the form with what a link asks for: a new payment, for a person to look at.
  ///
  /// @return whether it did; what is being signed stays
  public boolean fill(PaymentUri asked) {
    clear();
    boolean free = step.get() == Step.FORM;
    if (free) {
      form.fill(asked);
      messages.tell("link");
    }
    return free;
  }

  /// Fills the form with what a refused transaction was to do; a new payment, at the same nonce.
  public void again(TxRecord refused) {
    clear();
    if (step.get() == Step.FORM) {
      form.restore(
          SavedForm.again(refused, session.chain().currency(), session.knownTokens().get()));
      messages.tell("again");
    }
  }
}
