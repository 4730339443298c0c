package io.belay.core.decode;

import io.belay.base.Address;
import io.belay.core.money.Wei;
import io.belay.core.tx.UnsignedTransaction;
import java.math.BigInteger;
import java.util.Optional;

/// What a transaction does, from its own bytes.
public sealed interface Meaning {
  /// Pays the chain's currency.
  record Payment(Address to, Wei value) implements Meaning {}

  /// Calls a token. Whether the address is one, and what it makes of the call, is for the chain to
  /// say.
  ///
  /// @param value wei that go along
  record TokenCall(Address token, Erc20Call call, Wei value) implements Meaning {}

  /// Calls something else.
  ///
  /// @param selector the first four bytes of the data, or all of it where there are fewer
  /// @param bytes how many there are
  record OtherCall(Address to, String selector, int bytes, Wei value) implements Meaning {}

  /// Reads a transaction.
  static Meaning of(UnsignedTransaction tx) {
    return of(tx.to(), tx.value(), tx.data());
  }

  /// What a call does.
  ///
  /// @param data `0x…`
  static Meaning of(Address to, Wei value, String data) {
    if (data.equals("0x")) {
      return new Payment(to, value);
    }
    Optional<Erc20Call> token = Erc20Call.parse(data);
    if (token.isPresent()) {
      return new TokenCall(to, token.get(), value);
    }
    int bytes = (data.length() - 2) / 2;
    return new OtherCall(to, data.substring(0, 2 + 2 * Math.min(4, bytes)), bytes, value);
  }

  /// Who is paid in the end: behind a token's transfer its recipient, else who is called.
  default Address payee() {
    return switch (this) {
      case Payment(Address to, Wei value) -> to;
      case TokenCall(Address token, Erc20Call.Transfer(Address to, BigInteger u), Wei v) -> to;
      case TokenCall(Address token, Erc20Call.TransferFrom(var f, Address to, var u), Wei v) -> to;
      case TokenCall(Address token, Erc20Call.Approve(Address spender, var u), Wei v) -> spender;
      case OtherCall(Address to, String s, int b, Wei v) -> to;
    };
  }

  /// What the data does, in one line; empty for a payment, which has none. Amounts of tokens are in
  /// smallest units: the bytes do not say where the point stands.
  default Optional<String> line() {
    return switch (this) {
      case Payment p -> Optional.empty();
      case TokenCall(Address token, Erc20Call call, Wei v) -> Optional.of(words(token, call));
      case OtherCall(Address to, String selector, int bytes, Wei v) ->
          Optional.of("calls " + to + " with " + bytes + " bytes of data, " + selector + "…");
    };
  }

  private static String words(Address token, Erc20Call call) {
    return switch (call) {
      case Erc20Call.Transfer(Address to, BigInteger units) ->
          "transfers " + units + " smallest units of the token " + token + " to " + to;
      case Erc20Call.Approve a when a.units().signum() == 0 ->
          "takes back the approval of " + a.spender() + " for the token " + token;
      case Erc20Call.Approve a when a.isUnlimited() ->
          "lets " + a.spender() + " take ALL of the token " + token + ", now and later";
      case Erc20Call.Approve(Address spender, BigInteger units) ->
          "lets " + spender + " take up to " + units + " smallest units of the token " + token;
      case Erc20Call.TransferFrom(Address from, Address to, BigInteger units) ->
          "moves "
              + units
              + " smallest units of the token "
              + token
              + " from "
              + from
              + " to "
              + to;
    };
  }
}
