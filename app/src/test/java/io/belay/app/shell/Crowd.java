package io.belay.app.shell;

import io.belay.app.fake.FakeNets;
import io.belay.app.fake.FakeSession;
import io.belay.app.fake.FakeSwitches;
import io.belay.app.fake.FakeTx;
import io.belay.app.fake.FakeVault;
import io.belay.base.Address;
import io.belay.core.chain.Chain;
import io.belay.core.chain.ChainRegistry;
import io.belay.core.money.Wei;
import io.belay.core.send.TxState;
import io.belay.core.state.Observed;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// A window with more in it than anybody has: 200 accounts on 20 networks, all of them looked at,
/// and 100,000 transactions.
final class Crowd {
  static final int ACCOUNTS = 200;
  static final int NETWORKS = 20;
  static final int ROWS = 100_000;

  private final WindowFixture window = new WindowFixture();

  Crowd() {
    for (int i = 2; i < ACCOUNTS; i++) {
      window.door.more.add(FakeVault.entry("Account " + i, address(i)));
    }
    List<Chain> chains =
        ChainRegistry.load(Duration.ofSeconds(4)).networks().stream()
            .map(known -> known.chain())
            .filter(chain -> !chain.practice())
            .limit(NETWORKS - 1L)
            .toList();
    window.nets =
        new FakeNets(
            WindowFixture.net(window.session, Optional.of(new FakeSwitches())),
            chains.stream().map(Crowd::other).toArray(Net[]::new));
    fill(window.session);
    window.session.activity.set(
        IntStream.range(0, ROWS).mapToObj(i -> FakeTx.of(ROWS - i, state(i))).toList());
  }

  WindowFixture window() {
    return window;
  }

  private static TxState state(int row) {
    return row < 3 ? TxState.SEEN : TxState.FINAL;
  }

  private static Address address(int number) {
    return Address.parse("0x%040x".formatted(BigInteger.valueOf(0xace0_0000L + number)));
  }

  private static Net other(Chain chain) {
    FakeSession session = new FakeSession();
    session.chain = chain;
    fill(session);
    return WindowFixture.net(session, Optional.empty());
  }

  private static void fill(FakeSession session) {
    List<Address> all = new ArrayList<>(List.of(FakeVault.SAVINGS, FakeVault.DAILY));
    IntStream.range(2, ACCOUNTS).mapToObj(Crowd::address).forEach(all::add);
    for (Address account : all) {
      session.balances.put(
          account,
          new Observed.Proven<>(
              Wei.of(BigInteger.valueOf(account.hashCode()).abs().shiftLeft(30)),
              FakeSession.evidence("alpine", "birch")));
    }
  }
}
