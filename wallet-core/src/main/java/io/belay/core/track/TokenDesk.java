package io.belay.core.track;

import io.belay.base.Address;
import io.belay.base.ChainId;
import io.belay.base.WalletException;
import io.belay.core.money.Asset;
import io.belay.core.send.SendService;
import io.belay.core.state.Observed;
import io.belay.core.state.State;
import io.belay.core.store.TokenBook;
import io.belay.core.store.TokenRow;
import io.belay.core.token.KnownToken;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/// Asks tokens what they are, and remembers it, so that amounts of what was sent once can be told
/// with their point when nobody answers any more.
final class TokenDesk {
  private final Supplier<SendService> sends;
  private final TokenBook book;
  private final ChainId chainId;
  private final State<Map<Address, KnownToken>> known;

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
  }
}
