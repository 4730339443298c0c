package io.belay.app.sign;

import io.belay.app.control.Known;
import io.belay.app.fx.Background.Running;
import io.belay.app.fx.Ui;
import io.belay.base.Address;
import io.belay.base.Hex;
import io.belay.base.WalletException;
import io.belay.core.state.State;
import io.belay.core.store.AccountEntry;
import io.belay.core.track.ChainSession;
import io.belay.keystore.Recovery;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// Whose signature it is. Needs no key and asks nobody.
public final class VerifyViewModel {
  /// What came of it.
  public enum Result {
    /// The address that was named has signed.
    VALID,
    /// Somebody has signed; nobody was named.
    FOUND,
    /// Another address has signed.
    OTHER,
    /// It is nobody's signature.
    NOBODY
  }

  /// What came of it.
  ///
  /// @param result in short
  /// @param signer who has signed, if anybody
  /// @param name who that is, where it is known, else blank
  public record Verdict(Result result, Optional<Address> signer, String name) {}

  private final Ui ui;
  private final Supplier<Names> names;
  private final SignInput input = new SignInput();
  private final StringProperty address = new SimpleStringProperty("");
  private final StringProperty signature = new SimpleStringProperty("");
  private final StringProperty problem = new SimpleStringProperty("");
  private final BooleanProperty busy = new SimpleBooleanProperty();
  private final ObjectProperty<Optional<Verdict>> verdict =
      new SimpleObjectProperty<>(Optional.empty());
  private Optional<Running> running = Optional.empty();

  /// @param accounts of the open vault
  /// @param known names and tokens
  public VerifyViewModel(
      Ui ui, ChainSession session, State<List<AccountEntry>> accounts, Supplier<Known> known) {
    this.ui = ui;
    this.names =
        () -> new Names(ui.words(), session.chain(), known.get(), session.tokens(), accounts.get());
    // what was found out holds for what stood there
    input.text().addListener((o, was, is) -> forget());
    input.form().addListener((o, was, is) -> forget());
    address.addListener((o, was, is) -> forget());
    signature.addListener((o, was, is) -> forget());
  }

  /// The message or typed data.
  SignInput input() {
    return input;
  }

  /// Who is to have signed; may stay empty.
  public StringProperty address() {
    return address;
  }

  /// The signature, 65 bytes in hexadecimal.
  public StringProperty signature() {
    return signature;
  }

  /// What is wrong with what was put in, or blank.
  public ReadOnlyStringProperty problem() {
    return problem;
  }

  /// While it is found out.
  public ReadOnlyBooleanProperty busy() {
    return busy;
  }

  /// What came of it.
  public ReadOnlyObjectProperty<Optional<Verdict>> verdict() {
    return verdict;
  }

  /// Who an address is, or blank.
  String known(Address who) {
    return names.get().of(who).orElse("");
  }

  private void forget() {
    cancel();
    verdict.set(Optional.empty());
    problem.set("");
  }

  /// Takes a text as it is most likely meant.
  void put(String given) {
    input.put(input.guess(given));
  }

  /// Reads a file.
  void open(String name) {
    if (!name.isBlank()) {
      begin();
      running = Optional.of(ui.background().run(() -> input.read(name), this::read, this::failed));
    }
  }

  private void read(SignInput.Given given) {
    busy.set(false);
    input.put(given);
  }

  private void begin() {
    forget();
    busy.set(true);
  }

  /// Finds out who has signed.
  void verify() {
    begin();
    if (signature.get().isBlank()) {
      busy.set(false);
      problem.set(ui.text("sign.verify.missing"));
      return;
    }
    SignInput.Given given = input.given();
    String claimed = address.get();
    String hex = signature.get();
    running =
        Optional.of(
            ui.background().run(() -> verdict(given, claimed, hex), this::show, this::failed));
  }

  private Verdict verdict(SignInput.Given given, String claimed, String hex) {
    Optional<Address> named =
        claimed.isBlank() ? Optional.empty() : Optional.of(Address.parse(claimed));
    byte[] bytes = Hex.decode(hex.replaceAll("\\s", ""));
    Optional<Address> signer = Recovery.recover(given.payload(), bytes);
    return new Verdict(result(signer, named), signer, signer.map(this::known).orElse(""));
  }

  private static Result result(Optional<Address> signer, Optional<Address> named) {
    if (signer.isEmpty()) {
      return Result.NOBODY;
    }
    if (named.isEmpty()) {
      return Result.FOUND;
    }
    return signer.equals(named) ? Result.VALID : Result.OTHER;
  }

  private void show(Verdict found) {
    busy.set(false);
    verdict.set(Optional.of(found));
  }

  private void failed(WalletException e) {
    busy.set(false);
    problem.set(new Troubles(ui).of(e));
  }

  /// Stops it.
  void cancel() {
    running.ifPresent(Running::cancel);
    running = Optional.empty();
    busy.set(false);
  }

  /// Forgets everything.
  void clear() {
    input.clear();
    address.set("");
    signature.set("");
  }
}
