package io.belay.app.send;

import io.belay.app.fx.Words;
import io.belay.base.Address;
import io.belay.core.fee.FeeChoice;
import io.belay.core.money.Amount;
import io.belay.core.money.PaymentUri;
import io.belay.core.send.TransferIntent;
import io.belay.core.store.AccountEntry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
      Optional<AccountEntry> before = from.get();
      accounts.setAll(list);
      from.set(Optional.empty()); // a list that changed forgets what was chosen in it
      // by whose it is, as its name may have changed; where it is gone, nobody else pays instead
      from.set(before.isPresent() ? before.flatMap(this::listed) : list.stream().findFirst());
    }
  }

  private Optional<AccountEntry> listed(AccountEntry entry) {
    return accounts.stream().filter(each -> each.ref().equals(entry.ref())).findFirst();
  }

  /// Chooses who pays, if that account is offered.
  void payFrom(AccountEntry entry) {
    listed(entry).ifPresent(payer -> from.set(Optional.of(payer)));
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

  /// Whether nobody typed into it.
  boolean isBlank() {
    return to.get().isBlank()
        && amount.get().isBlank()
        && !all.get()
        && asset.typed().isBlank()
        && more.data().get().isBlank();
  }

  /// Types what a link asks for, as another payment. A token's amount comes once the chain has told
  /// its decimals, unless another was typed or chosen by then.
  void fill(PaymentUri asked) {
    clear();
    to.set(asked.to().toString());
    String token = asked.token().map(Address::toString).orElse("");
    asset.choose(token);
    asked.units().ifPresent(units -> asset.once(token, of -> type(of.amount(units))));
  }

  private void type(Amount asked) {
    if (amount.get().isBlank()) {
      amount.set(asked.decimal());
    }
  }

  /// What the fields say now.
  SendInput read() {
    return new SendInput(words, this);
  }

  /// What the user wants, once the form is complete.
  public Optional<TransferIntent> intent() {
    return read().intent();
  }

  /// The intent's id.
  String id() {
    return id;
  }

  /// The fields as they are typed.
  SavedForm saved() {
    return new SavedForm(
        id,
        from.get().map(entry -> entry.ref().address().toString()).orElse(""),
        to.get(),
        asset.typed(),
        amount.get(),
        all.get(),
        fee.pace().get().map(pace -> pace.name().toLowerCase(Locale.ROOT)).orElse(""),
        fee.maxGwei().get(),
        fee.tipGwei().get(),
        more.nonce().get(),
        more.gas().get(),
        more.data().get(),
        more.privately().get());
  }

  /// Types a form again: from now on this one is that payment.
  void restore(SavedForm form) {
    clear();
    accounts.stream()
        .filter(entry -> entry.ref().address().toString().equals(form.from()))
        .findFirst()
        .ifPresent(entry -> from.set(Optional.of(entry)));
    to.set(form.to());
    asset.choose(form.token());
    amount.set(form.amount());
    all.set(form.all());
    fee.maxGwei().set(form.maxGwei());
    fee.tipGwei().set(form.tipGwei());
    fee.pace().set(pace(form.pace()));
    more.nonce().set(form.nonce());
    more.gas().set(form.gas());
    more.data().set(form.data());
    more.privately().set(form.privately());
    id = form.id();
  }

  private static Optional<FeeChoice.Pace> pace(String word) {
    return Arrays.stream(FeeChoice.Pace.values())
        .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(word))
        .findFirst();
  }
}
