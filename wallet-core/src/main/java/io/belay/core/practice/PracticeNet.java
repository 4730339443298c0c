package io.belay.core.practice;

import io.belay.base.Address;
import io.belay.base.Bytes32;
import io.belay.base.Hex;
import io.belay.base.TxHash;
import io.belay.base.WalletException;
import io.belay.core.chain.BlockRef;
import io.belay.core.money.Wei;
import io.belay.core.rpc.JsonRpc;
import io.belay.core.rpc.Reply;
import io.belay.core.rpc.Transport;
import io.belay.core.rpc.TransportException;
import io.belay.core.state.Timing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/// The practice network as one process sees it. Any number of processes may open the same
/// directory: one owns the chain, the others reach it over a Unix socket, and when the owner ends
/// or is killed the next call of another one takes over.
///
/// Controls throw [WalletException] `practice-unreachable` where no owner answers and `cancelled`
/// where the thread was interrupted.
public final class PracticeNet implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final PracticeLink link;
  private final Seat seat;
  private final FaultBook faults;
  private final InstantSource clock;
  private final Map<String, Transport> transports = new LinkedHashMap<>();

  private PracticeNet(Seat seat, FaultBook faults, int endpoints, InstantSource clock) {
    this.seat = seat;
    this.link = new PracticeLink(seat);
    this.faults = faults;
    this.clock = clock;
    SecureRandom random = new SecureRandom();
    for (int i = 1; i <= endpoints; i++) {
      String id = "practice-" + i;
      transports.put(
          id,
          new FaultyTransport(this::exchange, () -> faults.fault(id), Timing.real(clock), random));
    }
  }

  /// Opens or joins the network in a directory, which is made if need be.
  ///
  /// @param endpoints how many, the same in every process
  /// @param opener opens the chain in the directory; called when this process becomes its owner
  public static PracticeNet open(
      Path dir, int endpoints, Function<Path, ChainBox> opener, InstantSource clock) {
    FaultBook faults = new FaultBook(dir);
    Seat seat = new Seat(dir, () -> new Desk(opener.apply(dir), faults), SocketPlace.ofSystem());
    PracticeNet net = new PracticeNet(seat, faults, endpoints, clock);
    try {
      Files.createDirectories(dir);
      net.head();
      return net;
    } catch (IOException e) {
      net.close();
      throw new WalletException("practice-disk", "the practice directory cannot be made", e);
    } catch (WalletException e) {
      net.close();
      throw e;
    }
  }

  /// The doors, with what is wrong at each now.
  public List<PracticeEndpoint> endpoints() {
    List<PracticeEndpoint> out = new ArrayList<>();
    for (String id : transports.keySet()) {
      String operator = "Practice " + (out.size() + 1);
      out.add(new PracticeEndpoint(id, operator, faults.fault(id)));
    }
    return out;
  }

  /// The way through an endpoint, with its fault. Closing it is not needed.
  ///
  /// @throws WalletException `unknown-endpoint`
  public Transport transport(String endpointId) {
    Transport transport = transports.get(endpointId);
    if (transport == null) {
      throw new WalletException("unknown-endpoint", "there is no such practice endpoint");
    }
    return transport;
  }

  /// A way without faults, to see the truth.
  public Transport clean() {
    return this::exchange;
  }

  private Reply exchange(byte[] body, Duration timeout)
      throws TransportException, InterruptedException {
    Frame answer = link.ask(new Frame(Frame.RPC, body), timeout);
    return answer.kind() == Frame.RPC
        ? Reply.ok(answer.payload())
        : Spoiled.status(500, "the practice chain failed");
  }

  /// Sends practice money from the faucet.
  ///
  /// @param amount wei; the faucet's own idea of it when empty
  public TxHash faucet(Address to, Optional<Wei> amount) {
    String wei = amount.map(a -> Hex.quantity(a.value())).orElse("");
    return TxHash.parse(order(new Order("faucet", to.toString(), wei)).path("hash").asString(""));
  }

  /// Gives an endpoint a fault, in every process.
  ///
  /// @throws WalletException `unknown-endpoint`
  public void setFault(String id, Fault fault) {
    transport(id);
    order(new Order("fault", id, fault.id()));
  }

  /// The fault in force at this moment.
  Fault faultNow(String id) {
    return faults.fault(id).at(clock.instant());
  }

  /// Mines this many blocks now.
  public void mine(int blocks) {
    order(Order.of("mine", blocks));
  }

  /// Replaces the last blocks by others.
  ///
  /// @throws WalletException `reorg-too-deep` for a finalized block
  public void reorg(int blocks) {
    order(Order.of("reorg", blocks));
  }

  /// Starts the chain over; faults stay.
  public void reset() {
    order(Order.of("reset"));
  }

  /// The true newest block.
  public BlockRef head() {
    JsonNode head = order(Order.of("head"));
    return new BlockRef(
        head.path("number").asLong(), Bytes32.parse(head.path("hash").asString("")));
  }

  /// Whether this process has the chain now.
  public boolean isOwner() {
    return seat.owner().isPresent();
  }

  private JsonNode order(Order order) {
    try {
      Frame answer = link.ask(order.frame(), PATIENCE);
      JsonNode json = new JsonRpc().parse(answer.payload());
      if (answer.kind() == Frame.REFUSAL) {
        throw new WalletException(json.path("code").asString(""), json.path("text").asString(""));
      }
      return json;
    } catch (TransportException e) {
      throw new WalletException("practice-unreachable", "the practice chain is not there", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new WalletException("cancelled", "cancelled", e);
    }
  }

  /// Leaves; if this process owned the chain, another may have it.
  @Override
  public void close() {
    try {
      link.close();
    } catch (IOException e) {
      throw new WalletException("practice-disk", "the practice lock was not released", e);
    }
  }
}
