package io.belay.app.sign;

import io.belay.app.control.Known;
import io.belay.app.fx.Background.Running;
import io.belay.app.fx.Ui;
import io.belay.base.Hex;
import io.belay.base.Signature;
import io.belay.base.WalletException;
import io.belay.core.state.State;
import io.belay.core.store.AccountEntry;
import io.belay.core.track.ChainSession;
import io.belay.keystore.Signer;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// A message or typed data from its text to its signature.
public final class SignViewModel {
  /// Where it stands.
  public enum Step {
    /// It is being put in.
    OPEN,
    /// It is being decoded.
    READING,
    /// It is shown.
    REVIEW,
    /// It is being signed.
    SIGNING,
    /// There is a signature.
    SIGNED
  }

  private final Ui ui;
  private final ChainSession session;
  private final State<List<AccountEntry>> accounts;
  private final Signer signer;
  private final Supplier<Known> known;
  private final OtherChains chains;
  private final SignInput input;
  private final ObjectProperty<Optional<AccountEntry>> from =
      new SimpleObjectProperty<>(Optional.empty());
  private final StringProperty problem = new SimpleStringProperty("");
  private final ObjectProperty<Step> step = new SimpleObjectProperty<>(Step.OPEN);
  private final ObjectProperty<Optional<SignReview>> review =
      new SimpleObjectProperty<>(Optional.empty());
  private final BooleanProperty meant = new SimpleBooleanProperty();
  private final StringProperty signature = new SimpleStringProperty("");
  private Optional<Running> running = Optional.empty();

  /// @param accounts of the open vault
  /// @param known names and tokens
  /// @param input what is put in, which outlives this page
  public SignViewModel(
      Ui ui,
      ChainSession session,
      State<List<AccountEntry>> accounts,
      Signer signer,
      Supplier<Known> known,
      OtherChains chains,
      SignInput input) {
    this.ui = ui;
    this.session = session;
    this.accounts = accounts;
    this.signer = signer;
    this.known = known;
    this.chains = chains;
    this.input = input;
    from.set(accounts.get().stream().filter(entry -> !entry.isWatched()).findFirst());
  }

  /// What is put in.
  SignInput input() {
    return input;
  }

  /// The accounts to choose from, those without a key too: they say why they cannot.
  List<AccountEntry> offered() {
    return accounts.get();
  }

  /// Who signs.
  ObjectProperty<Optional<AccountEntry>> from() {
    return from;
  }

  /// Why the chosen account cannot sign, or blank.
  String whyNot() {
    return from.get()
        .map(entry -> entry.isWatched() ? ui.text("sign.from.watched", entry.name()) : "")
        .orElseGet(() -> ui.text("sign.from.none"));
  }

  /// What is wrong, or blank.
  public ReadOnlyStringProperty problem() {
    return problem;
  }

  /// Where it stands.
  public ReadOnlyObjectProperty<Step> step() {
    return step;
  }

  /// What would be signed, while it is shown.
  ReadOnlyObjectProperty<Optional<SignReview>> review() {
    return review;
  }

  /// Whether the person said that they mean it, although much is at stake.
  public BooleanProperty meant() {
    return meant;
  }

  /// The signature, 65 bytes in hexadecimal, or blank.
  public ReadOnlyStringProperty signature() {
    return signature;
  }

  /// The networks that are not looked at.
  OtherChains chains() {
    return chains;
  }

  /// Takes a text as it is most likely meant.
  void put(String given) {
    if (step.get() == Step.OPEN) {
      problem.set("");
      input.put(input.guess(given));
    }
  }

  /// Reads a file.
  void open(String name) {
    if (step.get() != Step.OPEN || name.isBlank()) {
      return;
    }
    problem.set("");
    begin(ui.background().run(() -> input.read(name), input::put, this::failed));
  }

  /// Decodes what is put in and shows it.
  void look() {
    if (step.get() != Step.OPEN) {
      return;
    }
    String why = input.text().get().isEmpty() ? ui.text("sign.empty") : whyNot();
    problem.set(why);
    if (why.isEmpty()) {
      from.get().ifPresent(this::look);
    }
  }

  private void look(AccountEntry account) {
    SignInput.Given given = input.given();
    Names names = names();
    step.set(Step.READING);
    begin(
        ui.background()
            .run(
                () -> SignReview.of(given, account, names, chains, ui.clock().instant()),
                this::show,
                this::failed));
  }

  private Names names() {
    return new Names(
        ui.words().unveiled(), session.chain(), known.get(), session.tokens(), accounts.get());
  }

  private void show(SignReview read) {
    meant.set(false);
    review.set(Optional.of(read));
    step.set(Step.REVIEW);
  }

  private void begin(Running work) {
    running = Optional.of(work);
  }

  private void failed(WalletException e) {
    step.set(review.get().isPresent() ? Step.REVIEW : Step.OPEN);
    problem.set(new Troubles(ui).of(e));
  }

  /// Whether what is shown can be signed now.
  boolean isSignable() {
    return step.get() == Step.REVIEW
        && review
            .get()
            .filter(shown -> !shown.isRefused() && (!shown.isGrave() || meant.get()))
            .isPresent();
  }

  /// Signs what is shown.
  void confirm() {
    if (isSignable()) {
      review.get().ifPresent(this::sign);
    }
  }

  private void sign(SignReview shown) {
    step.set(Step.SIGNING);
    problem.set("");
    begin(
        ui.background()
            .run(
                () -> signer.sign(shown.account().ref(), shown.payload()),
                this::signed,
                this::failed));
  }

  private void signed(Signature made) {
    signature.set(Hex.encode(made.toArray()));
    step.set(Step.SIGNED);
  }

  /// Stops waiting for a file, or for what is decoded.
  void cancel() {
    if (step.get() == Step.READING) {
      edit();
    }
  }

  /// Back to what was put in, which is kept.
  void edit() {
    running.ifPresent(Running::cancel);
    running = Optional.empty();
    review.set(Optional.empty());
    meant.set(false);
    signature.set("");
    problem.set("");
    step.set(Step.OPEN);
  }

  /// Forgets everything.
  void clear() {
    edit();
    input.clear();
  }
}
