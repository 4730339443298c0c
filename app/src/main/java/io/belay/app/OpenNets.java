package io.belay.app;

import io.belay.app.cli.DataDirectory;
import io.belay.app.cli.OpenNetwork;
import io.belay.app.networks.NetworkDesk;
import io.belay.app.send.KeptDrafts;
import io.belay.app.shell.Net;
import io.belay.app.shell.Nets;
import io.belay.base.ChainId;
import io.belay.base.WalletException;
import io.belay.core.chain.Chain;
import io.belay.core.chain.KnownNetwork;
import io.belay.core.store.UsedNetworks;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/// The networks of a data directory in the window. None but the practice network is opened before a
/// person looks at it, so that nothing leaves this computer until then.
final class OpenNets implements Nets, AutoCloseable {
  private static final String LAST = "window.network";

  private final DataDirectory data;
  private final Optional<String> last;
  private final Map<ChainId, Opened> opened = new LinkedHashMap<>();
  // read by the window's thread, which must not wait while another network opens
  private volatile Optional<Net> current = Optional.empty();
  private boolean closed;

  private record Opened(OpenNetwork network, Net net) {}

  /// Opens none yet: a window can be drawn before.
  ///
  /// @param last whether it begins with the network that was looked at last
  OpenNets(DataDirectory data, boolean last) {
    this.data = data;
    Optional<String> before = last ? data.settings().get(LAST) : Optional.empty();
    // as text: a damaged setting is no network that is used
    this.last = before.filter(new UsedNetworks(data.settings())::isUsed);
  }

  private static List<KnownNetwork> used(DataDirectory data) {
    UsedNetworks used = new UsedNetworks(data.settings());
    return data.networks().networks().stream()
        .filter(n -> n.chain().practice() || used.contains(n.chain().id()))
        .toList();
  }

  @Override
  public boolean isPractice() {
    return current.map(net -> net.session().chain().practice()).orElse(last.isEmpty());
  }

  @Override
  public Net current() {
    return current.orElseGet(this::begin);
  }

  private synchronized Net begin() {
    if (current.isPresent()) {
      return current.get(); // somebody else began meanwhile
    }
    stay();
    List<KnownNetwork> all = data.networks().networks();
    Net net =
        opened(
            last.flatMap(id ->
                    all.stream().filter(n -> n.chain().id().toString().equals(id)).findFirst())
                .orElseGet(all::getFirst));
    current = Optional.of(net);
    return net;
  }

  /// After the end nothing is opened that nobody would close.
  private void stay() {
    if (closed) {
      throw new CancellationException("the window is closed");
    }
  }

  @Override
  public List<Chain> used() {
    return used(data).stream().map(KnownNetwork::chain).toList();
  }

  @Override
  public synchronized Net open(ChainId chain) {
    stay();
    KnownNetwork network = data.networks().find(chain.toString());
    if (!network.chain().practice() && !new UsedNetworks(data.settings()).contains(chain)) {
      throw new WalletException("network-not-used", "this network is not turned on");
    }
    Net net = opened(network);
    data.settings().set(LAST, chain.toString());
    current = Optional.of(net);
    return net;
  }

  @Override
  public synchronized List<Net> opened() {
    return opened.values().stream().map(Opened::net).toList();
  }

  @Override
  public NetworkDesk desk() {
    return new NetsDesk(data, this);
  }

  private Net opened(KnownNetwork network) {
    Opened before = opened.get(network.chain().id());
    if (before != null) {
      return before.net();
    }
    OpenNetwork open = data.open(network);
    Net net =
        new Net(
            open.session(),
            open.drills(),
            network.chain().practice()
                ? Optional.of(new PracticeSwitches(data.practice()))
                : Optional.empty(),
            new KnownWays(data, network),
            new KeptDrafts(data.settings(), network.chain().id()));
    opened.put(network.chain().id(), new Opened(open, net));
    open.session().start();
    return net;
  }

  /// Goes on with the endpoints as they are decided on now, where the network is open.
  synchronized void changed(ChainId chain) {
    Opened open = opened.get(chain);
    if (open != null) {
      open.network().session().use(data.endpoints(data.networks().find(chain.toString())));
    }
  }

  /// Ceases to ask a network's endpoints anything, where it is open.
  ///
  /// @param first done before, and while nobody can open or look at it
  /// @throws WalletException `network-looked-at` where it is the current one
  synchronized void close(ChainId chain, Runnable first) {
    if (current().session().chain().id().equals(chain)) {
      throw new WalletException("network-looked-at", "another network has to be looked at first");
    }
    first.run();
    Opened open = opened.remove(chain);
    if (open != null) {
      open.network().session().close();
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    opened.values().forEach(open -> open.network().session().close());
    opened.clear();
  }
}
