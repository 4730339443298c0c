package io.belay.core.track;

import io.belay.base.Address;
import io.belay.base.ChainId;
import io.belay.base.WalletException;
import io.belay.core.money.Asset;
import io.belay.core.money.Wei;
import io.belay.core.send.SendService;
import io.belay.core.state.Evidence;
import io.belay.core.state.Observed;
import io.belay.core.state.State;
import io.belay.core.store.TokenBook;
import io.belay.core.store.TokenRow;
import io.belay.core.token.KnownToken;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/// Asks tokens what they are, and remembers it, so that amounts of what was sent once can be told
/// with their point when nobody answers any more.
final class TokenDesk {
  private final Supplier<SendService> sends;
  private final TokenBook book;
  private final ChainId chainId;
  private final State<Map<Address, KnownToken>> known;
  private final State<List<KnownToken>> listed;
  private final Map<Holder, Observed<Wei>> last = new ConcurrentHashMap<>();

  private record Holder(Asset asset, Address address) {}

  /// @param sends over the endpoints that are in use
  TokenDesk(Supplier<SendService> sends, TokenBook book, ChainId chainId) {
    this.sends = sends;
    this.book = book;
    this.chainId = chainId;
    Map<Address, KnownToken> read = new HashMap<>();
    book.all()
        .forEach(row -> {
          KnownToken token = told(row);
          read.put(token.asset().contract().orElseThrow(), token);
        });
    this.known = new State<>(Map.copyOf(read));
    this.listed = new State<>(onList());
  }

  // read and told in one go: the later of two changes is told last
  private synchronized void relist() {
    listed.set(onList());
  }

  private List<KnownToken> onList() {
    Map<Address, KnownToken> told = known.get();
    return book.listed().stream()
        .map(Address::parse)
        .flatMap(contract -> Optional.ofNullable(told.get(contract)).stream())
        .toList();
  }

  /// What a holder has, as it was just asked; where nobody answered, what was known last, as stale.
  /// A token that answers, and says no number, has none: what it said before is then worth nothing.
  Observed<Wei> orLast(Asset asset, Address address, Observed<Wei> now) {
    Holder holder = new Holder(asset, address);
    if (asset.isToken()
        && now instanceof Observed.Unknown<Wei>(String reason)
        && reason.equals("no-answer")) {
      Optional<Observed<Wei>> before = Optional.ofNullable(last.get(holder));
      return before
          .flatMap(was -> was.proof().flatMap(e -> was.maybe().map(wei -> stale(wei, e))))
          .orElse(now);
    }
    // one operator's bare word is not worth remembering
    if (asset.isToken()
        && (now instanceof Observed.Proven<Wei> || now instanceof Observed.Agreed<Wei>)) {
      last.put(holder, now);
    }
    return now;
  }

  private static Observed<Wei> stale(Wei units, Evidence by) {
    return new Observed.Stale<>(units, by);
  }

  private KnownToken told(TokenRow row) {
    return sends
        .get()
        .known(
            Asset.token(chainId, Address.parse(row.contract()), row.symbol(), row.decimals()),
            Observed.Level.valueOf(row.evidence().toUpperCase(Locale.ROOT)));
  }

  State<Map<Address, KnownToken>> known() {
    return known;
  }

  /// Those that a person wants to see.
  State<List<KnownToken>> listed() {
    return listed;
  }

  /// @throws WalletException `not-a-token` for one that was never asked what it is
  void list(Address contract, boolean on) {
    if (on && !known.get().containsKey(contract)) {
      throw new WalletException("not-a-token", "it was not asked yet what this token is");
    }
    book.list(contract.toString(), on);
    relist();
  }

  /// @throws WalletException as [SendService#token]; `disputed` too where one operator alone says
  ///   otherwise than several did
  KnownToken learn(String text) throws InterruptedException {
    KnownToken token = sends.get().token(text);
    Address contract = token.asset().contract().orElseThrow();
    KnownToken before = known.get().get(contract);
    if (before == null || token.level().compareTo(before.level()) <= 0) {
      remember(contract, token);
    } else if (token.asset().decimals() != before.asset().decimals()) {
      throw new WalletException("disputed", "providers contradict each other about this token");
    }
    return token;
  }

  private void remember(Address contract, KnownToken token) {
    book.put(
        new TokenRow(
            contract.toString(),
            token.asset().symbol(),
            token.asset().decimals(),
            token.level().word()));
    known.update(old -> {
      Map<Address, KnownToken> next = new HashMap<>(old);
      next.put(contract, token);
      return Map.copyOf(next);
    });
    relist();
  }
}
