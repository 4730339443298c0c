package io.belay.app.send;

import io.belay.base.Address;
import io.belay.core.decode.Erc20Call;
import io.belay.core.decode.Meaning;
import io.belay.core.money.Asset;
import io.belay.core.money.Wei;
import io.belay.core.send.TxRecord;
import io.belay.core.token.KnownToken;
import io.belay.core.tx.UnsignedTransaction;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// A form as it was typed, with the id of its intent: written down before it can be signed, so that
/// the same form after a crash is the same payment.
///
/// @param id of the intent
/// @param from the paying account's address; blank where none was chosen
/// @param to the recipient as typed
/// @param token the token's contract as typed; blank for the network's currency
/// @param amount as typed
/// @param all whether everything there is was meant
/// @param pace `slow`, `normal`, `fast`; blank for own figures
/// @param maxGwei own maximum fee as typed
/// @param tipGwei own priority fee as typed
/// @param nonce own nonce as typed
/// @param gas own gas limit as typed
/// @param data call data as typed
/// @param privately whether private relays alone get it
public record SavedForm(
    String id,
    String from,
    String to,
    String token,
    String amount,
    boolean all,
    String pace,
    String maxGwei,
    String tipGwei,
    String nonce,
    String gas,
    String data,
    boolean privately) {

  /// A new payment with what a refused one was to do, at its nonce: whatever becomes of either,
  /// only one of the two can get into a block. Its fee and gas are chosen anew.
  ///
  /// @param tokens known tokens: without a token's decimals its amount is left blank
  static SavedForm again(TxRecord refused, Asset currency, Map<Address, KnownToken> tokens) {
    UnsignedTransaction tx = refused.transaction();
    String plain = currency.amount(tx.value()).decimal();
    return switch (Meaning.of(tx)) {
      case Meaning.Payment(Address to, Wei value) -> of(refused, to, "", plain, "");
      case Meaning.TokenCall(Address token, Erc20Call.Transfer(Address to, var units), Wei value)
          when value.value().signum() == 0 -> {
        Optional<KnownToken> known = Optional.ofNullable(tokens.get(token));
        String amount = known.map(t -> t.amount(units).decimal()).orElse("");
        yield of(refused, to, token.toString(), amount, "");
      }
      case Meaning.TokenCall _, Meaning.OtherCall _ -> of(refused, tx.to(), "", plain, tx.data());
    };
  }

  private static SavedForm of(
      TxRecord refused, Address to, String token, String amount, String data) {
    return new SavedForm(
        UUID.randomUUID().toString(),
        refused.from().toString(),
        to.toString(),
        token,
        amount,
        false,
        "normal",
        "",
        "",
        String.valueOf(refused.nonce()),
        "",
        data,
        false);
  }
}
