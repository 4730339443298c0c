package io.belay.app.control;

import io.belay.app.fx.Phrases;
import io.belay.app.fx.Veil;
import io.belay.app.fx.Words;
import io.belay.base.Address;
import io.belay.core.decode.Erc20Call;
import io.belay.core.decode.Meaning;
import io.belay.core.money.Amount;
import io.belay.core.money.Wei;
import io.belay.core.send.TxRecord;
import io.belay.core.token.KnownToken;
import io.belay.core.tx.DecodedTransaction;
import io.belay.core.tx.UnsignedTransaction;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;

/// What a transaction does, in words, from its own bytes. Those do not say where the point stands
/// in an amount of a token: where its contract was not asked, the amount stays in smallest units.
public final class TxWords {
  private final Words words;
  private final Known known;
  private final Veil veil;

  /// Amounts are hidden where the person hides them.
  ///
  /// @param known what the bytes do not say
  public TxWords(Words words, Known known) {
    this(words, known, words.veil());
  }

  private TxWords(Words words, Known known, Veil veil) {
    this.words = words;
    this.known = known;
    this.veil = veil;
  }

  /// With all amounts in view, for what is about to be signed.
  public static TxWords open(Words words, Known known) {
    return new TxWords(words, known, new Veil());
  }

  /// In one line for lists: addresses are shortened.
  public String title(TxRecord record) {
    return title(record, this::named);
  }

  /// As above with addresses in full, for where something is decided.
  public String heading(TxRecord record) {
    return title(record, this::inFull);
  }

  private String named(Address address) {
    return Optional.ofNullable(known.names().get(address)).orElseGet(() -> Phrases.brief(address));
  }

  private String inFull(Address address) {
    return Optional.ofNullable(known.names().get(address))
        .map(name -> words.get("units.named", name, address))
        .orElseGet(address::toString);
  }

  private String title(TxRecord record, Shown shown) {
    String does = title(Meaning.of(record.transaction()), shown);
    return switch (record.facts().purpose()) {
      case TRANSFER -> does;
      case SPEED_UP -> words.get("title.speed-up", does);
      case CANCEL -> words.get("title.cancel", record.nonce());
      case FILL -> words.get("title.fill", record.nonce());
    };
  }

  /// An amount of the network's currency, exactly.
  public String exact(Wei wei) {
    return veil.over(known.currency().amount(wei));
  }

  /// Most that its gas can cost.
  public String most(UnsignedTransaction tx) {
    return exact(tx.maxFeePerGas().times(tx.gasLimit()));
  }

  /// What a transaction does that was read from its bytes, addresses in full.
  ///
  /// @param to its recipient
  public String call(DecodedTransaction tx, Address to) {
    return title(Meaning.of(to, tx.value(), tx.data()), Address::toString);
  }

  private String title(Meaning meaning, Shown shown) {
    return switch (meaning) {
      case Meaning.Payment(Address to, Wei value) ->
          words.get("title.payment", exact(value), shown.of(to));
      case Meaning.TokenCall(Address token, Erc20Call call, Wei v) ->
          call("title.", call, new Told(token, shown, false));
      case Meaning.OtherCall(Address to, String s, int b, Wei value) ->
          value.value().signum() == 0
              ? words.get("title.call", shown.of(to))
              : words.get("title.call.pay", shown.of(to), exact(value));
    };
  }

  /// In a sentence: addresses in full.
  ///
  /// @param from who signs it
  public String meaning(UnsignedTransaction tx, Address from) {
    return switch (Meaning.of(tx)) {
      case Meaning.Payment(Address to, Wei value) ->
          value.value().signum() == 0 && to.equals(from)
              ? words.get("meaning.nothing")
              : words.get("meaning.payment", exact(value));
      case Meaning.TokenCall(Address token, Erc20Call call, Wei value) ->
          with(call("meaning.", call, new Told(token, Address::toString, true)), value);
      case Meaning.OtherCall(Address to, String selector, int bytes, Wei value) ->
          with(words.get("meaning.call", bytes, selector), value);
    };
  }

  private String with(String does, Wei value) {
    return value.value().signum() == 0 ? does : words.get("meaning.with", does, exact(value));
  }

  private interface Shown {
    String of(Address address);
  }

  /// What of a transaction's asset it moves: of a token where it moves one, else of the currency.
  public String moved(UnsignedTransaction tx) {
    return switch (Meaning.of(tx)) {
      case Meaning.TokenCall(Address token, Erc20Call.Transfer(Address to, BigInteger n), Wei v) ->
          new Told(token, Phrases::brief, false).amount(n);
      case Meaning.TokenCall(Address token, Erc20Call.TransferFrom(var f, var t, var n), Wei v) ->
          new Told(token, Phrases::brief, false).amount(n);
      case Meaning m -> exact(tx.value());
    };
  }

  /// What is known of the token that a transaction calls, and how; empty where it calls none.
  public Optional<String> token(UnsignedTransaction tx) {
    if (!(Meaning.of(tx) instanceof Meaning.TokenCall(Address token, Erc20Call call, Wei value))) {
      return Optional.empty();
    }
    return Optional.of(
        Optional.ofNullable(known.tokens().get(token))
            .map(told ->
                words.get(
                    told.falseName() ? "token.false" : "token.told",
                    told.asset().symbol(),
                    told.asset().decimals(),
                    words.get("token.level." + told.level().word())))
            .orElseGet(() -> words.get("token.unknown")));
  }

  private String call(String scope, Erc20Call call, Told token) {
    Shown shown = token.shown();
    return switch (call) {
      case Erc20Call.Transfer(Address to, BigInteger units) ->
          words.get(scope + "token", token.amount(units), shown.of(to));
      case Erc20Call.Approve a when a.units().signum() == 0 ->
          words.get(scope + "approve.none", shown.of(a.spender()), token.name());
      case Erc20Call.Approve a when a.isUnlimited() ->
          words.get(scope + "approve.all", shown.of(a.spender()), token.name());
      case Erc20Call.Approve(Address spender, BigInteger units) ->
          words.get(scope + "approve", shown.of(spender), token.amount(units));
      case Erc20Call.TransferFrom(Address from, Address to, BigInteger units) ->
          words.get(scope + "from", token.amount(units), shown.of(from), shown.of(to));
    };
  }

  /// A token in words.
  private final class Told {
    private final String contract;
    private final Shown shown;
    private final boolean full;
    private final Optional<KnownToken> token;

    /// @param full whether its contract stands beside its symbol
    Told(Address contract, Shown shown, boolean full) {
      this.contract = shown.of(contract);
      this.shown = shown;
      this.full = full;
      this.token = Optional.ofNullable(known.tokens().get(contract));
    }

    Shown shown() {
      return shown;
    }

    String name() {
      Optional<String> symbol = token.filter(t -> !t.falseName()).map(t -> t.asset().symbol());
      return symbol
          .map(name -> full ? words.get("units.of", name, contract) : name)
          .orElseGet(() -> words.get("units.token", contract));
    }

    String amount(BigInteger units) {
      if (token.isEmpty()) {
        return words.get(
            "units.unknown", veil.over(String.format(Locale.ROOT, "%,d", units)), contract);
      }
      Amount amount = token.get().amount(units);
      String plain =
          token.get().falseName()
              ? words.get("units.false", veil.over(amount.decimal()), contract)
              : told(amount);
      return token.get().isDoubtful() ? words.get("units.single", plain) : plain;
    }

    private String told(Amount amount) {
      String shownAmount = veil.over(amount);
      return full ? words.get("units.of", shownAmount, contract) : shownAmount;
    }
  }
}
