package io.belay.app.sign;

import io.belay.app.control.Known;
import io.belay.app.fx.Words;
import io.belay.base.Address;
import io.belay.base.ChainId;
import io.belay.core.chain.Chain;
import io.belay.core.decode.TypedRisks;
import io.belay.core.store.AccountEntry;
import io.belay.core.token.KnownToken;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Whom and what this wallet knows on the network that is looked at.
///
/// @param words texts; amounts are never hidden in them
/// @param chain the network
/// @param known contacts and what tokens said of themselves
/// @param wellKnown the network's well-known tokens by their symbols
/// @param accounts of the open vault, and watched addresses
/// @param isHere whether it is about this network at all
record Names(
    Words words,
    Chain chain,
    Known known,
    Map<String, Address> wellKnown,
    List<AccountEntry> accounts,
    boolean isHere) {
  /// On this network.
  Names(
      Words words,
      Chain chain,
      Known known,
      Map<String, Address> wellKnown,
      List<AccountEntry> accounts) {
    this(words, chain, known, wellKnown, accounts, true);
  }

  /// For what is good on another network, or on any: an address there may be another contract, with
  /// other decimals. People's names stay where no other network is named.
  Names on(Optional<ChainId> named) {
    if (named.filter(chain.id()::equals).isPresent()) {
      return this;
    }
    Map<Address, String> people = named.isEmpty() ? known.names() : Map.of();
    return new Names(
        words, chain, new Known(known.currency(), Map.of(), people), Map.of(), accounts, false);
  }

  /// Who an address is; empty for a stranger.
  Optional<String> of(Address who) {
    return accounts.stream()
        .filter(entry -> entry.ref().address().equals(who))
        .findFirst()
        .map(entry -> words.get(entry.isWatched() ? "payee.watched" : "payee.own", entry.name()))
        .or(() ->
            Optional.ofNullable(known.names().get(who))
                .map(name -> words.get("payee.contact", name)))
        .or(() -> wellKnown(who).map(symbol -> words.get("sign.who.token", symbol)))
        .or(() -> token(who).map(this::told))
        .or(() ->
            who.equals(TypedRisks.PERMIT2)
                ? Optional.of(words.get("sign.who.permit2"))
                : Optional.empty());
  }

  private Optional<String> wellKnown(Address who) {
    return wellKnown.entrySet().stream()
        .filter(entry -> entry.getValue().equals(who))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private String told(KnownToken token) {
    return words.get(
        token.falseName() ? "sign.who.false" : "sign.who.told", token.asset().symbol());
  }

  /// A token, as its contract described it.
  Optional<KnownToken> token(Address contract) {
    return Optional.ofNullable(known.tokens().get(contract));
  }

  /// Whom the person or this wallet knows; a token that bears another's name is a stranger.
  Set<Address> everybody() {
    Set<Address> all = new HashSet<>(known.names().keySet());
    accounts.forEach(entry -> all.add(entry.ref().address()));
    all.addAll(wellKnown.values());
    known
        .tokens()
        .forEach((contract, token) -> {
          if (!token.falseName()) {
            all.add(contract);
          }
        });
    return all;
  }

  /// Decimals of tokens.
  Map<Address, Integer> decimals() {
    Map<Address, Integer> all = new TreeMap<>();
    known.tokens().forEach((contract, token) -> all.put(contract, token.asset().decimals()));
    return all;
  }
}
