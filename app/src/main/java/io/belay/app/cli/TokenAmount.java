package io.belay.app.cli;

import io.belay.base.Address;
import io.belay.base.WalletException;
import io.belay.core.decode.Erc20Call;
import io.belay.core.decode.Meaning;
import io.belay.core.send.TxRecord;
import io.belay.core.token.KnownToken;
import io.belay.core.track.ChainSession;
import io.belay.core.tx.UnsignedTransaction;
import java.math.BigInteger;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/// What a transaction moves of a token, with its point where the token's decimals are known.
///
/// @param contract the token's
/// @param units its smallest units
record TokenAmount(Address contract, BigInteger units) {
  /// Of a transfer; empty for anything else.
  static Optional<TokenAmount> of(UnsignedTransaction tx) {
    return switch (Meaning.of(tx)) {
      case Meaning.TokenCall(Address token, Erc20Call.Transfer(Address to, BigInteger n), var v) ->
          Optional.of(new TokenAmount(token, n));
      case Meaning.TokenCall(Address token, Erc20Call.TransferFrom(var f, var t, var n), var v) ->
          Optional.of(new TokenAmount(token, n));
      case Meaning m -> Optional.empty();
    };
  }

  /// Asks tokens that nothing is known of what they are. Where nobody tells, their amounts stay in
  /// smallest units, which the words say.
  static void ask(List<TxRecord> records, ChainSession session) {
    Set<Address> unknown = new HashSet<>();
    records.forEach(r -> of(r.transaction()).ifPresent(moved -> unknown.add(moved.contract())));
    unknown.removeAll(session.knownTokens().get().keySet());
    for (Address token : unknown) {
      try {
        session.token(token.toString());
      } catch (WalletException e) {
        if (e.code().equals("no-way-to-chain")) {
          return; // the next one would wait as long for as little
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  String words(Map<Address, KnownToken> known) {
    KnownToken token = known.get(contract);
    if (token == null) {
      return units + " smallest units of the token " + contract + " (decimals unknown)";
    }
    String name = token.falseName() ? " that only calls itself " : " ";
    return token.amount(units).decimal()
        + name
        + token.asset().symbol()
        + " (token "
        + contract
        + ", decimals "
        + token.level().word()
        + ")";
  }

  ObjectNode json(Map<Address, KnownToken> known) {
    ObjectNode json =
        Out.object().put("contract", contract.toString()).put("units", units.toString());
    KnownToken token = known.get(contract);
    return token == null
        ? json.put("evidence", "unknown")
        : json.put("symbol", token.asset().symbol())
            .put("decimals", token.asset().decimals())
            .put("amount", token.amount(units).decimal())
            .put("evidence", token.level().word());
  }
}
