package io.belay.app.send;

import io.belay.app.fx.Phrases;
import io.belay.app.fx.Ui;
import io.belay.base.Address;
import io.belay.core.decode.Erc20Call;
import io.belay.core.decode.Meaning;
import io.belay.core.money.Wei;
import java.math.BigInteger;
import java.util.Optional;

/// What a transaction's data does, in words, with whole addresses. Pure.
record CallWords(Ui ui) {
  /// One sentence; empty for a payment, which has no data.
  Optional<String> of(Meaning meaning) {
    return switch (meaning) {
      case Meaning.Payment _ -> Optional.empty();
      case Meaning.TokenCall(Address token, Erc20Call call, Wei value) ->
          Optional.of(of(token, call));
      case Meaning.OtherCall(Address to, String selector, int bytes, Wei value) ->
          Optional.of(ui.text("call.other", Phrases.count(bytes), selector));
    };
  }

  private String of(Address token, Erc20Call call) {
    return switch (call) {
      case Erc20Call.Transfer(Address to, BigInteger units) ->
          ui.text("call.transfer", units, token, to);
      case Erc20Call.Approve(Address spender, BigInteger units) when units.signum() == 0 ->
          ui.text("call.approve.none", spender, token);
      case Erc20Call.Approve a when a.isUnlimited() ->
          ui.text("call.approve.all", a.spender(), token);
      case Erc20Call.Approve(Address spender, BigInteger units) ->
          ui.text("call.approve", spender, units, token);
      case Erc20Call.TransferFrom(Address from, Address to, BigInteger units) ->
          ui.text("call.from", units, token, from, to);
    };
  }
}
