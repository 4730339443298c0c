package io.belay.app.control;

import io.belay.app.fx.Phrases;
import io.belay.app.fx.Words;
import io.belay.base.Address;
import io.belay.core.decode.Erc20Call;
import io.belay.core.decode.Meaning;
import io.belay.core.money.Asset;
import io.belay.core.money.Wei;
import io.belay.core.send.TxRecord;
import io.belay.core.tx.DecodedTransaction;
import io.belay.core.tx.UnsignedTransaction;
import java.math.BigInteger;
import java.util.Locale;

/// What a transaction does, in words, from its own bytes. Amounts of tokens are in smallest units:
/// the bytes do not say where the point stands.
public final class TxWords {
  private final Words words;
  private final Asset asset;

  /// @param asset the network's currency
  public TxWords(Words words, Asset asset) {
    this.words = words;
    this.asset = asset;
  }

  /// In one line for lists: addresses are shortened.
  public String title(TxRecord record) {
    return title(record, Phrases::brief);
  }

  /// As above with addresses in full, for where something is decided.
  public String heading(TxRecord record) {
    return title(record, Address::toString);
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
    return asset.amount(wei).toString();
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
          call("title.", call, shown.of(token), shown);
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
          with(call("meaning.", call, token.toString(), Address::toString), value);
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

  private String call(String scope, Erc20Call call, String token, Shown shown) {
    return switch (call) {
      case Erc20Call.Transfer(Address to, BigInteger units) ->
          words.get(scope + "token", count(units), token, shown.of(to));
      case Erc20Call.Approve a when a.units().signum() == 0 ->
          words.get(scope + "approve.none", shown.of(a.spender()), token);
      case Erc20Call.Approve a when a.isUnlimited() ->
          words.get(scope + "approve.all", shown.of(a.spender()), token);
      case Erc20Call.Approve(Address spender, BigInteger units) ->
          words.get(scope + "approve", shown.of(spender), count(units), token);
      case Erc20Call.TransferFrom(Address from, Address to, BigInteger units) ->
          words.get(scope + "from", count(units), token, shown.of(from), shown.of(to));
    };
  }

  private static String count(BigInteger units) {
    return String.format(Locale.ROOT, "%,d", units);
  }
}
