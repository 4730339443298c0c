package io.belay.app.activity;

import io.belay.app.control.Known;
import io.belay.base.Address;
import io.belay.core.decode.Erc20Call;
import io.belay.core.decode.Meaning;
import io.belay.core.money.Wei;
import io.belay.core.send.TxRecord;
import io.belay.core.token.KnownToken;
import java.math.BigInteger;
import java.util.Optional;

/// What a transaction moves, exactly; nothing is said that is not known.
///
/// @param contract the token's; empty for the network's currency
/// @param symbol of the asset; empty where the token was not asked, or bears another's name
/// @param decimal the exact amount with a point; empty where nobody said where the point stands
/// @param units the same in smallest units
/// @param known how the place of the point is known: `network`, `proven`, `agreed`, `single`, or
///   `unknown`
record Moved(
    Optional<Address> contract,
    Optional<String> symbol,
    Optional<String> decimal,
    BigInteger units,
    String known) {

  static Moved of(TxRecord record, Known known) {
    return switch (Meaning.of(record.transaction())) {
      case Meaning.TokenCall(Address token, Erc20Call.Transfer(var to, BigInteger u), Wei v) ->
          token(token, u, known);
      case Meaning.TokenCall(Address token, Erc20Call.TransferFrom(var f, var t, var u), Wei v) ->
          token(token, u, known);
      case Meaning.TokenCall(Address token, Erc20Call.Approve(var who, var u), Wei v) ->
          token(token, BigInteger.ZERO, known); // leave to take is no payment
      case Meaning.Payment(Address to, Wei value) -> currency(value, known);
      case Meaning.OtherCall(Address to, String s, int b, Wei value) -> currency(value, known);
    };
  }

  private static Moved currency(Wei value, Known known) {
    return new Moved(
        Optional.empty(),
        Optional.of(known.currency().symbol()),
        Optional.of(known.currency().amount(value).decimal()),
        value.value(),
        "network");
  }

  private static Moved token(Address contract, BigInteger units, Known known) {
    Optional<KnownToken> token = Optional.ofNullable(known.tokens().get(contract));
    return new Moved(
        Optional.of(contract),
        token.filter(t -> !t.falseName()).map(t -> t.asset().symbol()),
        token.map(t -> t.amount(units).decimal()),
        units,
        token.map(t -> t.level().word()).orElse("unknown"));
  }

  /// The asset alone: two that are of one asset are equal in this. No amount is written out, which
  /// takes most of the time among a hundred thousand.
  static Choice choice(TxRecord record, Known known) {
    return Meaning.of(record.transaction())
            instanceof Meaning.TokenCall(Address token, var c, var v)
        ? new Choice(
            Optional.of(token),
            Optional.ofNullable(known.tokens().get(token))
                .filter(told -> !told.falseName())
                .map(told -> told.asset().symbol())
                .orElse(""))
        : new Choice(Optional.empty(), known.currency().symbol());
  }

  /// An asset to filter by.
  ///
  /// @param contract the token's; empty for the network's currency
  /// @param symbol blank where it is not known
  record Choice(Optional<Address> contract, String symbol) {}
}
