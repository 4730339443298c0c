package io.belay.app.fake;

import io.belay.app.networks.NetworkDesk;
import io.belay.app.shell.Net;
import io.belay.app.shell.Nets;
import io.belay.base.ChainId;
import io.belay.base.WalletException;
import io.belay.core.chain.Chain;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Networks that are open from the start.
public final class FakeNets implements Nets {
  private final Map<ChainId, Net> nets = new LinkedHashMap<>();
  private Net current;

  /// Networks that are used and were not looked at.
  public final List<Chain> unopened = new ArrayList<>();

  /// Done by whoever opens the first network: it may wait, or throw.
  public Runnable opening = () -> {};

  /// What is decided about the networks.
  public final FakeNetworkDesk desk = new FakeNetworkDesk();

  public FakeNets(Net first, Net... others) {
    current = first;
    nets.put(first.session().chain().id(), first);
    for (Net other : others) {
      nets.put(other.session().chain().id(), other);
    }
  }

  @Override
  public boolean isPractice() {
    return current.session().chain().practice();
  }

  @Override
  public Net current() {
    opening.run();
    return current;
  }

  @Override
  public List<Chain> used() {
    return Stream.concat(
            nets.values().stream().map(net -> net.session().chain()), unopened.stream())
        .toList();
  }

  @Override
  public List<Net> opened() {
    return List.copyOf(nets.values());
  }

  @Override
  public NetworkDesk desk() {
    return desk;
  }

  @Override
  public Net open(ChainId chain) {
    Net net = nets.get(chain);
    if (net == null) {
      throw new WalletException("unknown-network", "there is no such network");
    }
    current = net;
    desk.current = chain;
    return net;
  }
}
