package io.belay.core.practice;

import io.belay.base.Address;
import io.belay.base.ChainId;
import io.belay.base.Hex;
import io.belay.base.TxHash;
import io.belay.core.chain.BaseFeeRule;
import io.belay.core.chain.Chain;
import io.belay.core.chain.DataFee;
import io.belay.core.chain.Finality;
import io.belay.core.fee.FeeChoice;
import io.belay.core.money.Asset;
import io.belay.core.money.Wei;
import io.belay.core.rpc.Endpoint;
import io.belay.core.rpc.EndpointConfig;
import io.belay.core.rpc.EndpointId;
import io.belay.core.rpc.JsonRpc;
import io.belay.core.rpc.NodeErrors;
import io.belay.core.rpc.Reader;
import io.belay.core.rpc.StoredChainMemory;
import io.belay.core.rpc.Transport;
import io.belay.core.send.NonceBook;
import io.belay.core.send.Payees;
import io.belay.core.send.SendJournal;
import io.belay.core.send.SendPlan;
import io.belay.core.send.SendService;
import io.belay.core.send.TransferIntent;
import io.belay.core.send.Warning;
import io.belay.core.state.Timing;
import io.belay.core.store.Database;
import io.belay.core.store.Schema;
import io.belay.keystore.AccountRef;
import io.belay.keystore.Signer;
import java.math.BigInteger;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/// Planning and signing for alice over four endpoints of one node, each its own group, each with a
/// fault to switch.
final class PlanFixture implements AutoCloseable {
  static final ChainId ID = ChainId.of(ChainBox.CHAIN_ID);
  static final Asset ETHER = new Asset(ID, "PETH", 18);
  static final Asset DOLLAR = Asset.token(ID, PracticeToken.ADDRESS, "PUSD", 6);

  final Database database;
  final SendJournal journal;
  final Reader reader;
  final SendService sends;
  final AccountRef alice;
  final Set<Address> own = new HashSet<>();
  private final Map<String, Fault> faults = new ConcurrentHashMap<>();
  private final PracticeCurve curve = new PracticeCurve();
  private final BigInteger key;

  PlanFixture(Path dir, Chain.Rules rules, Transport node, InstantSource clock, BigInteger key) {
    this.key = key;
    this.alice = new AccountRef(new UUID(0, 1), curve.address(key));
    this.own.add(alice.address());
    this.database = Schema.open(dir);
    StoredChainMemory memory = new StoredChainMemory(database, ID);
    Endpoint.Tools tools = new Endpoint.Tools(new JsonRpc(), NodeErrors.load(), clock, memory);
    Timing timing = Timing.real(clock);
    List<Endpoint> endpoints = new ArrayList<>();
    for (String name : List.of("a", "b", "c", "d")) {
      Transport faulty =
          new FaultyTransport(
              node, () -> faults.getOrDefault(name, Fault.OK), timing, new Random(1));
      endpoints.add(new Endpoint(config(name), faulty, tools));
    }
    Chain chain = new Chain(ID, "Practice", "practice", ETHER, Duration.ofSeconds(4), rules, true);
    this.reader = new Reader(chain, endpoints, memory, timing);
    this.journal = new SendJournal(database, ID, clock);
    this.sends =
        new SendService(
            reader, new NonceBook(database, ID, clock), journal, new Payees(() -> own, journal));
  }

  private static EndpointConfig config(String name) {
    return new EndpointConfig(
        new EndpointId(name),
        ID,
        URI.create("practice:" + name),
        name,
        name,
        EndpointConfig.Kind.PRACTICE,
        true);
  }

  /// Ethereum's rules.
  static Chain.Rules rules() {
    return new Chain.Rules(Chain.HeaderKind.ETHEREUM, true, Duration.ofMillis(500));
  }

  /// Other rules.
  static Chain.Rules rules(boolean market, BaseFeeRule baseFee, DataFee dataFee) {
    return new Chain.Rules(
        Chain.HeaderKind.ETHEREUM,
        market,
        Duration.ofMillis(500),
        baseFee,
        new Finality.Tags(),
        dataFee);
  }

  void fault(String endpoint, Fault fault) {
    faults.put(endpoint, fault);
  }

  void all(Fault fault) {
    List.of("a", "b", "c", "d").forEach(name -> fault(name, fault));
  }

  TransferIntent pay(Address to, Wei wei) {
    return TransferIntent.of(alice, to, ETHER.amount(wei), FeeChoice.Pace.NORMAL);
  }

  TransferIntent token(Asset token, Address to, long units) {
    return TransferIntent.of(alice, to, token.amount(Wei.of(units)), FeeChoice.Pace.NORMAL);
  }

  TransferIntent call(Address to, String data, OptionalLong gas) {
    return new TransferIntent(
        UUID.randomUUID().toString(),
        alice,
        to,
        ETHER.amount(Wei.ZERO),
        FeeChoice.Pace.NORMAL,
        gas,
        OptionalLong.empty(),
        data);
  }

  TransferIntent priced(Address to, Wei wei, String maxGwei, OptionalLong gas) {
    return new TransferIntent(
        UUID.randomUUID().toString(),
        alice,
        to,
        ETHER.amount(wei),
        new FeeChoice.Custom(Wei.ofGwei(maxGwei), Wei.of(1)),
        gas,
        OptionalLong.empty(),
        "0x");
  }

  SendPlan plan(TransferIntent intent) throws InterruptedException {
    return sends.plan(intent);
  }

  static List<String> codes(SendPlan plan) {
    return plan.warnings().stream().map(Warning::code).toList();
  }

  Signer signer() {
    return (account, payload) -> curve.sign(key, payload.digest());
  }

  /// Signs the plan and journals it; the raw bytes as hex.
  String signed(SendPlan plan) {
    TxHash hash = sends.sign(plan, signer());
    return Hex.encode(journal.signed(hash).orElseThrow().raw());
  }

  @Override
  public void close() {
    database.close();
  }
}
