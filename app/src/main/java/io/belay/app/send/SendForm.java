package io.belay.app.send;

import io.belay.app.control.Checked;
import io.belay.app.fx.Words;
import io.belay.base.Address;
import io.belay.base.Hex;
import io.belay.base.WalletException;
import io.belay.core.fee.FeeChoice;
import io.belay.core.money.Amount;
import io.belay.core.money.Asset;
import io.belay.core.money.Wei;
import io.belay.core.send.TransferIntent;
import io.belay.core.store.AccountEntry;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The fields of a transfer, checked while they are typed.
public final class SendForm {
  private final Words words;
  private final Asset asset;
  private final ObservableList<AccountEntry> accounts = FXCollections.observableArrayList();
  private final ObjectProperty<Optional<AccountEntry>> from =
      new SimpleObjectProperty<>(Optional.empty());
  private final StringProperty to = new SimpleStringProperty("");
  private final StringProperty amount = new SimpleStringProperty("");
  private final ObjectProperty<Optional<FeeChoice.Pace>> pace =
      new SimpleObjectProperty<>(Optional.of(FeeChoice.Pace.NORMAL));
  private final StringProperty maxGwei = new SimpleStringProperty("");
  private final StringProperty tipGwei = new SimpleStringProperty("");
  private final StringProperty nonce = new SimpleStringProperty("");
  private final StringProperty gas = new SimpleStringProperty("");
  private final StringProperty data = new SimpleStringProperty("");
  private final BooleanBinding complete;
  private String id = freshId();

  SendForm(Words words, Asset asset) {
    this.words = words;
    this.asset = asset;
    this.complete =
        Bindings.createBooleanBinding(
            () -> intent().isPresent(), from, to, amount, pace, maxGwei, tipGwei, nonce, gas, data);
    // the same fields stay the same intent, so that trying again never makes a second payment
    for (Observable field : List.of(from, to, amount, pace, maxGwei, tipGwei, nonce, gas, data)) {
      field.addListener(changed -> id = freshId());
    }
  }

  private static String freshId() {
    return UUID.randomUUID().toString();
  }

  /// Accounts to pay from.
  public ObservableList<AccountEntry> accounts() {
    return accounts;
  }

  /// The paying account.
  public ObjectProperty<Optional<AccountEntry>> from() {
    return from;
  }

  /// The recipient's address.
  public StringProperty to() {
    return to;
  }

  /// How much.
  public StringProperty amount() {
    return amount;
  }

  /// How fast; empty for own figures.
  public ObjectProperty<Optional<FeeChoice.Pace>> pace() {
    return pace;
  }

  /// Own maximum fee, gwei per gas.
  public StringProperty maxGwei() {
    return maxGwei;
  }

  /// Own priority fee, gwei per gas.
  public StringProperty tipGwei() {
    return tipGwei;
  }

  /// Own nonce, or blank.
  public StringProperty nonce() {
    return nonce;
  }

  /// Own gas limit, or blank.
  public StringProperty gas() {
    return gas;
  }

  /// Call data, or blank.
  public StringProperty data() {
    return data;
  }

  /// Whether everything that is needed is there and right.
  public BooleanBinding complete() {
    return complete;
  }

  /// What is wrong with the fee, nonce, gas limit or data, or blank.
  public String moreProblem() {
    for (Checked<?> each : List.of(fee(), number(nonce), number(gas), bytes())) {
      if (!each.problem().isEmpty()) {
        return each.problem();
      }
    }
    return "";
  }

  void offer(List<AccountEntry> list) {
    if (!accounts.equals(list)) {
      Optional<AccountEntry> chosen = from.get().filter(list::contains);
      accounts.setAll(list);
      from.set(Optional.empty()); // a list that changed forgets what was chosen in it
      from.set(chosen.or(() -> list.stream().findFirst()));
    }
  }

  void clear() {
    List.of(to, amount, nonce, gas, data).forEach(field -> field.set(""));
    id = freshId();
  }

  /// The amount, once it is right.
  Optional<Amount> units() {
    return Checked.amount(amount.get(), asset, words).value();
  }

  /// What the user wants, once the form is complete.
  public Optional<TransferIntent> intent() {
    Optional<Address> recipient = Checked.address(to.get(), words).value();
    Optional<Amount> units = units();
    Optional<FeeChoice> choice = fee().value();
    if (from.get().isEmpty()
        || recipient.isEmpty()
        || units.isEmpty()
        || choice.isEmpty()
        || !moreProblem().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new TransferIntent(
            id,
            from.get().orElseThrow().ref(),
            recipient.get(),
            units.get(),
            choice.get(),
            number(gas).value().map(OptionalLong::of).orElse(OptionalLong.empty()),
            number(nonce).value().map(OptionalLong::of).orElse(OptionalLong.empty()),
            bytes().value().orElse("0x")));
  }

  private Checked<FeeChoice> fee() {
    if (pace.get().isPresent()) {
      return new Checked<>(pace.get().map(p -> p), "");
    }
    Checked<Wei> most = Checked.read(maxGwei.get(), Wei::ofGwei, words);
    Checked<Wei> tip = Checked.read(tipGwei.get(), Wei::ofGwei, words);
    if (most.value().isEmpty() || tip.value().isEmpty()) {
      return new Checked<>(Optional.empty(), most.problem() + tip.problem());
    }
    return Checked.read(
        maxGwei.get(), text -> new FeeChoice.Custom(most.value().get(), tip.value().get()), words);
  }

  private Checked<Long> number(StringProperty field) {
    return Checked.read(field.get(), SendForm::parseNumber, words);
  }

  private static Long parseNumber(String text) {
    if (!text.strip().matches("\\d{1,18}")) {
      throw new WalletException("bad-number", "a whole number");
    }
    return Long.valueOf(text.strip());
  }

  private Checked<String> bytes() {
    return Checked.read(data.get(), text -> Hex.encode(Hex.decode(text.strip())), words);
  }
}
