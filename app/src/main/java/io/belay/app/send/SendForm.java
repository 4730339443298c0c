package io.belay.app.send;

import io.belay.app.control.Checked;
import io.belay.app.fx.Words;
import io.belay.base.Address;
import io.belay.core.fee.FeeChoice;
import io.belay.core.money.Amount;
import io.belay.core.money.Asset;
import io.belay.core.money.Wei;
import io.belay.core.send.TransferIntent;
import io.belay.core.store.AccountEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The fields of a transfer, checked while they are typed. One form is one intent: its id stays
/// until the form is cleared, so that trying again, changed or not, never makes a second payment.
public final class SendForm {
  private final Words words;
  private final AssetChoice asset;
  private final FeeFields fee;
  private final MoreFields more;
  private final ObservableList<AccountEntry> accounts = FXCollections.observableArrayList();
  private final ObjectProperty<Optional<AccountEntry>> from =
      new SimpleObjectProperty<>(Optional.empty());
  private final StringProperty to = new SimpleStringProperty("");
  private final StringProperty amount = new SimpleStringProperty("");
  private final BooleanProperty all = new SimpleBooleanProperty();
  private String id = freshId();

  SendForm(Words words, AssetChoice asset) {
    this.words = words;
    this.asset = asset;
    this.fee = new FeeFields(words);
    this.more = new MoreFields(words);
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

  /// What is sent.
  public AssetChoice asset() {
    return asset;
  }

  /// How much.
  public StringProperty amount() {
    return amount;
  }

  /// Whether everything there is is meant, whatever stands in the amount.
  public BooleanProperty all() {
    return all;
  }

  /// What is offered for it.
  public FeeFields fee() {
    return fee;
  }

  /// Nonce, gas limit, data.
  public MoreFields more() {
    return more;
  }

  /// Everything whose change may change the intent.
  List<ObservableValue<?>> fields() {
    List<ObservableValue<?>> fields = new ArrayList<>(List.of(from, to, amount, all));
    fields.add(asset.asset());
    fields.addAll(fee.all());
    fields.addAll(more.all());
    return fields;
  }

  /// The same for a binding.
  Observable[] dependencies() {
    return fields().toArray(Observable[]::new);
  }

  void offer(List<AccountEntry> list) {
    if (!accounts.equals(list)) {
      Optional<AccountEntry> chosen = from.get().filter(list::contains);
      accounts.setAll(list);
      from.set(Optional.empty()); // a list that changed forgets what was chosen in it
      from.set(chosen.or(() -> list.stream().findFirst()));
    }
  }

  /// Empties the fields. What is typed next is another payment.
  public void clear() {
    List.of(to, amount, asset.contract()).forEach(field -> field.set(""));
    asset.option().set(asset.options().getFirst());
    all.set(false);
    fee.clear();
    more.clear();
    id = freshId();
  }

  private boolean isToken() {
    return asset.asset().get().filter(Asset::isToken).isPresent();
  }

  /// The recipient, once it is right.
  Checked<Address> recipient() {
    return Checked.address(to.get(), words);
  }

  /// The amount, once it and its asset are right. A call may go without money.
  Checked<Amount> units() {
    Optional<Asset> of = asset.asset().get();
    if (of.isEmpty()) {
      return new Checked<>(Optional.empty(), "");
    }
    Amount nothing = of.get().amount(Wei.ZERO);
    boolean calls = more.readData(isToken()).value().filter(d -> !d.equals("0x")).isPresent();
    if (all.get() || (calls && amount.get().strip().matches("[0.]*"))) {
      return new Checked<>(Optional.of(nothing), "");
    }
    return Checked.amount(amount.get(), of.get(), words);
  }

  /// What is wrong with the data, or blank.
  String dataProblem() {
    return more.readData(isToken()).problem();
  }

  /// What the user wants, once the form is complete.
  public Optional<TransferIntent> intent() {
    boolean right = fee.read().value().isPresent() && more.isRight(isToken());
    return right
        ? payment()
            .map(p ->
                intent(
                    p,
                    fee.read().value().orElseThrow(),
                    MoreFields.number(more.readGas()),
                    MoreFields.number(more.readNonce()))
                    .privately(more.privately().get()))
        : Optional.empty();
  }

  /// Who gets how much of what with which data, whatever the fee is; what the gas depends on.
  Optional<TransferIntent> payment() {
    Optional<Address> recipient = recipient().value();
    Optional<Amount> units = units().value();
    if (from.get().isEmpty()
        || recipient.isEmpty()
        || units.isEmpty()
        || !dataProblem().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new TransferIntent(
            id,
            from.get().get().ref(),
            recipient.get(),
            units.get(),
            all.get(),
            FeeChoice.Pace.NORMAL,
            OptionalLong.empty(),
            OptionalLong.empty(),
            more.readData(isToken()).value().orElse("0x")));
  }

  private static TransferIntent intent(
      TransferIntent payment, FeeChoice fee, OptionalLong gas, OptionalLong nonce) {
    return new TransferIntent(
        payment.id(),
        payment.from(),
        payment.to(),
        payment.amount(),
        payment.all(),
        fee,
        gas,
        nonce,
        payment.data());
  }
}
