package io.belay.core.rpc;

import io.belay.base.ChainId;
import io.belay.base.WalletException;
import io.belay.core.rpc.EndpointProbe.Report;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;

/// Looks for a person's own node at the places where node software usually listens on this
/// computer. No packet leaves it, and no address of theirs is named.
public final class LocalNodes {
  // the ports that geth, reth, Nethermind, Erigon and Besu take unless told otherwise, the one
  // above for those who run two, and those of Nitro and of OP-stack nodes
  private static final List<Integer> PORTS = List.of(8545, 8546, 8547, 9545);
  private static final List<String> SOCKETS =
      List.of(
          ".ethereum/geth.ipc",
          "Library/Ethereum/geth.ipc",
          ".ethereum/sepolia/geth.ipc",
          ".ethereum/hoodi/geth.ipc",
          ".local/share/reth/reth.ipc",
          ".local/share/erigon/erigon.ipc",
          ".nethermind/nethermind.ipc",
          "nethermind/nethermind.ipc",
          ".besu/besu.ipc",
          "besu/besu.ipc");
  // reth's usual one stands outside its data directory, among temporary files
  private static final Path RETH = Path.of(System.getProperty("java.io.tmpdir"), "reth.ipc");

  private final EndpointProbe probe;
  private final Function<EndpointConfig, Transport> ways;

  /// @param ways what carries requests to an endpoint
  public LocalNodes(EndpointProbe probe, Function<EndpointConfig, Transport> ways) {
    this.probe = probe;
    this.ways = ways;
  }

  /// What came of one place.
  ///
  /// @param url the place
  /// @param report what it answered; empty where there is no socket, and so nobody was asked
  public record Answer(URI url, Optional<Report> report) {
    /// Whether a node answers there that serves the chain.
    public boolean isFound() {
      return report.filter(r -> r.trouble().isEmpty()).isPresent();
    }

    /// Whether somebody answers there, of use or not.
    public boolean isThere() {
      return isFound() || report.flatMap(r -> r.trouble()).filter(r -> !isNobody(r)).isPresent();
    }

    private static boolean isNobody(String trouble) {
      return trouble.equals("refused");
    }
  }

  /// The usual places: ports of this computer, then sockets below a home directory.
  public static List<URI> places(Path home) {
    List<URI> places = new ArrayList<>();
    PORTS.forEach(port -> places.add(EndpointUrl.parse("http://127.0.0.1:" + port)));
    SOCKETS.forEach(socket -> socket(home.resolve(socket)).ifPresent(places::add));
    socket(RETH).ifPresent(places::add);
    return List.copyOf(places);
  }

  /// None where the path is too long for a socket to stand there.
  private static Optional<URI> socket(Path path) {
    try {
      return Optional.of(EndpointUrl.parse("ipc:" + path));
    } catch (WalletException e) {
      return Optional.empty();
    }
  }

  /// Asks all places at once.
  ///
  /// @param told hears of each as soon as it has answered, on threads of its own
  public void look(ChainId chain, List<URI> places, Consumer<Answer> told)
      throws InterruptedException {
    ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    try {
      List<Future<Boolean>> asked = new ArrayList<>();
      for (URI place : places) {
        asked.add(threads.submit(() -> told(ask(chain, place), told)));
      }
      for (Future<Boolean> one : asked) {
        one.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("a fault in the search itself", e);
    } finally {
      threads.shutdownNow();
    }
  }

  private static boolean told(Answer answer, Consumer<Answer> told) {
    told.accept(answer);
    return answer.isFound();
  }

  private Answer ask(ChainId chain, URI place) throws InterruptedException {
    if (EndpointUrl.isSocket(place) && !Files.exists(EndpointUrl.socketOf(place))) {
      return new Answer(place, Optional.empty());
    }
    EndpointConfig config = config(chain, place);
    try (Transport way = ways.apply(config)) {
      return new Answer(place, Optional.of(probe.ask(config, way)));
    }
  }

  private static EndpointConfig config(ChainId chain, URI place) {
    EndpointId id = EndpointUrl.freshId(place, Set.of());
    return new EndpointConfig(id, chain, place, "", id.value(), EndpointConfig.Kind.OWN, true);
  }
}
