package io.belay.app.fake;

import io.belay.base.Address;
import io.belay.base.ChainId;
import io.belay.base.WalletException;
import io.belay.core.money.Asset;
import io.belay.core.state.Observed;
import io.belay.core.state.State;
import io.belay.core.token.KnownToken;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// The tokens of a fake session, which answer from memory.
public final class FakeTokens {
  private static final ChainId CHAIN = ChainId.of(2_352_900_001L);

  public static final Asset USDC =
      Asset.token(CHAIN, Address.parse("0xA0b86991c6218b36c1d19D4a2e9Eb0cE3606eB48"), "USDC", 6);

  /// Another that calls itself so too.
  public static final Asset FALSE_USDC =
      Asset.token(CHAIN, Address.parse("0x52908400098527886E0F7030069857D2E4169EE7"), "usdc", 18);

  public final State<Map<Address, KnownToken>> known = new State<>(Map.of());
  public final State<List<KnownToken>> listed = new State<>(List.of());

  /// How tokens are known that are asked what they are.
  public Observed.Level level = Observed.Level.AGREED;

  /// Why no token says what it is, where none does.
  public Optional<String> silent = Optional.empty();

  static SortedMap<String, Address> wellKnown() {
    return new TreeMap<>(Map.of("USDC", USDC.contract().orElseThrow()));
  }

  Asset token(String token) {
    silent.ifPresent(code -> {
      throw new WalletException(code, "asked to fail");
    });
    Asset found =
        List.of(USDC, FALSE_USDC).stream()
            .filter(asset -> asset.contract().orElseThrow().equals(Address.parse(token)))
            .findFirst()
            .orElseThrow(() -> new WalletException("not-a-token", "at this address is none"));
    tell(found, level);
    return found;
  }

  void tell(Asset token, Observed.Level by) {
    known.update(old -> {
      Map<Address, KnownToken> next = new HashMap<>(old);
      next.put(token.contract().orElseThrow(), new KnownToken(token, by, token.equals(FALSE_USDC)));
      return Map.copyOf(next);
    });
  }

  void list(Address contract, boolean on) {
    listed.update(old -> {
      List<KnownToken> next = new ArrayList<>(old);
      next.removeIf(each -> each.asset().contract().orElseThrow().equals(contract));
      if (on) {
        next.add(Optional.ofNullable(known.get().get(contract)).orElseThrow());
      }
      return List.copyOf(next);
    });
  }
}
