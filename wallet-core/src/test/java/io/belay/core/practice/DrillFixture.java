package io.belay.core.practice;

import io.belay.base.Address;
import io.belay.base.ChainId;
import io.belay.base.Signature;
import io.belay.core.chain.BaseFeeRule;
import io.belay.core.chain.ChainRegistry;
import io.belay.core.fee.FeeChoice;
import io.belay.core.fee.FeeOracle;
import io.belay.core.fee.FeeQuote;
import io.belay.core.money.Wei;
import io.belay.core.rpc.Endpoint;
import io.belay.core.rpc.EndpointConfig;
import io.belay.core.rpc.EndpointConfig.Kind;
import io.belay.core.rpc.EndpointId;
import io.belay.core.rpc.FeeHistory;
import io.belay.core.rpc.Reply;
import io.belay.core.rpc.SeenBlock;
import io.belay.core.rpc.Transport;
import io.belay.core.rpc.TransportException;
import io.belay.core.send.Broadcaster;
import io.belay.core.tx.SignedTransaction;
import io.belay.keystore.SigningPayload;
import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/// A drill over simulated endpoints in virtual time, whose real ways remember what passed.
final class DrillFixture {
  private static final long FIRST = 220;
  private static final Duration BLOCK = Duration.ofSeconds(SimChain.BLOCK_SECONDS);

  final VirtualTime time =
      new VirtualTime(SimChain.GENESIS.plusSeconds(FIRST * SimChain.BLOCK_SECONDS + 1));
  final List<String> passed = new ArrayList<>();
  final List<String> told = new ArrayList<>();
  private final SimWorld world = new SimWorld(time, SimChains.TRUE, SimChains.OTHER, FIRST);
  private final List<EndpointConfig> configs = new ArrayList<>();
  private final Map<EndpointId, Transport> ways = new HashMap<>();
  int closed;

  /// Adds an endpoint, a group of its own.
  DrillFixture with(String id, Kind kind, SimFault... faults) {
    EndpointId name = new EndpointId(id);
    configs.add(
        new EndpointConfig(
            name, ChainId.of(ChainBox.CHAIN_ID), URI.create("practice:" + id), id, id, kind, true));
    int latency = 20 + 15 * ways.size();
    SimEndpoint endpoint =
        new SimEndpoint(world, List.of(faults), latency, new SplittableRandom(ways.size()));
    ways.put(name, new Recording(endpoint));
    return this;
  }

  private final class Recording implements Transport {
    private final Transport inner;

    Recording(Transport inner) {
      this.inner = inner;
    }

    @Override
    public Reply exchange(byte[] body, Duration timeout)
        throws TransportException, InterruptedException {
      passed.add(new String(body, StandardCharsets.UTF_8));
      return inner.exchange(body, timeout);
    }

    @Override
    public void close() {
      closed++;
    }
  }

  DrillReport run(Optional<Fault> only) {
    List<DrillReport> reports = new ArrayList<>();
    time.run(() -> {
      try {
        reports.add(drill().run(only, (scene, n, all) -> told.add(scene.kind().word() + " " + n)));
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    });
    return reports.getFirst();
  }

  private Drill drill() {
    DrillNet net =
        new DrillNet(ChainRegistry.practice(BLOCK), configs, config -> ways.get(config.id()));
    return new Drill(net, new Nobody(), new Duties(), time, new SplittableRandom(3));
  }

  /// An account that the simulated chain has never heard of.
  private static final class Nobody implements ThrowAwaySigner {
    private static final BigInteger KEY = BigInteger.valueOf(0x7e57_0000_beefL);

    @Override
    public Address address() {
      return new PracticeCurve().address(KEY);
    }

    @Override
    public Signature sign(SigningPayload.Transaction payload) {
      return new PracticeCurve().sign(KEY, payload.digest());
    }
  }

  private final class Duties implements DrillDuties {
    @Override
    public Optional<Wei> nextBaseFee(SeenBlock head, BaseFeeRule rule) {
      return FeeOracle.nextBaseFee(head, rule);
    }

    @Override
    public Offer offer(Wei base, Optional<FeeHistory> tips, Duration blockTime) {
      FeeQuote quote = FeeOracle.quote(FeeChoice.Pace.NORMAL, base, tips, blockTime);
      return new Offer(quote.maxFeePerGas(), quote.maxPriorityFeePerGas());
    }

    @Override
    public void carry(List<Endpoint> endpoints, SignedTransaction signed)
        throws InterruptedException {
      new Broadcaster(endpoints, (hash, row) -> {}, time, () -> {}).broadcast(signed);
    }
  }
}
