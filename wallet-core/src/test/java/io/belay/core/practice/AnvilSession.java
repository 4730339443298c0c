package io.belay.core.practice;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.base.Address;
import io.belay.base.Hex;
import io.belay.base.TxHash;
import io.belay.core.chain.Chain;
import io.belay.core.fee.FeeChoice;
import io.belay.core.money.Wei;
import io.belay.core.rpc.Endpoint;
import io.belay.core.rpc.EndpointConfig;
import io.belay.core.rpc.EndpointId;
import io.belay.core.rpc.HttpTransport;
import io.belay.core.rpc.JsonRpc;
import io.belay.core.rpc.NodeErrors;
import io.belay.core.rpc.StoredChainMemory;
import io.belay.core.send.Replacement;
import io.belay.core.send.SendPlan;
import io.belay.core.send.TransferIntent;
import io.belay.core.send.TxRecord;
import io.belay.core.send.TxState;
import io.belay.core.state.MonotonicClock;
import io.belay.core.store.Database;
import io.belay.core.store.Schema;
import io.belay.core.track.LiveSession;
import io.belay.keystore.AccountRef;
import io.belay.keystore.Signer;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import okhttp3.OkHttpClient;

/// Alice's wallet as one process has it: planning, journal, broadcaster and tracker on a data
/// directory, over four endpoints of one anvil.
final class AnvilSession implements AutoCloseable {
  // more than the 64 blocks after which anvil calls one final
  private static final int FINALITY = 70;
  private static final int MOST_STEPS = 20;

  final LiveSession session;
  final AccountRef alice;
  private final Anvil anvil;
  private final Database database;
  private final PracticeCurve curve = new PracticeCurve();

  AnvilSession(Path directory, Anvil anvil) {
    this.anvil = anvil;
    this.alice = new AccountRef(new UUID(0, 1), curve.address(PracticeFixture.KEY));
    this.database = Schema.open(directory);
    InstantSource clock = new MonotonicClock();
    Endpoint.Tools tools =
        new Endpoint.Tools(
            new JsonRpc(),
            NodeErrors.load(),
            clock,
            new StoredChainMemory(database, PlanFixture.ID));
    OkHttpClient client = HttpTransport.sharedClient();
    List<Endpoint> endpoints =
        List.of("a", "b", "c", "d").stream()
            .map(name -> new Endpoint(config(name), new HttpTransport(client, anvil.url()), tools))
            .toList();
    Chain chain =
        new Chain(
            PlanFixture.ID,
            "Practice",
            "practice",
            PlanFixture.ETHER,
            Duration.ofSeconds(4),
            PlanFixture.rules(),
            true);
    this.session = new LiveSession(chain, endpoints, database, directory, clock);
  }

  private EndpointConfig config(String name) {
    return new EndpointConfig(
        new EndpointId(name),
        PlanFixture.ID,
        anvil.url(),
        name,
        name,
        EndpointConfig.Kind.PRACTICE,
        true);
  }

  /// Gives alice ten ether, in final blocks: anvil's proofs at the first one are wrong.
  static void fund(Anvil anvil) throws IOException, InterruptedException {
    Address alice = new PracticeCurve().address(PracticeFixture.KEY);
    String ten = Hex.quantity(PracticeFixture.ETHER.multiply(BigInteger.TEN));
    anvil.result("anvil_setBalance", "'%s','%s'".formatted(alice, ten));
    anvil.result("anvil_mine", "'" + Hex.quantity(FINALITY) + "'");
  }

  TransferIntent pay(Address to, Wei wei, FeeChoice fee) {
    return TransferIntent.of(alice, to, PlanFixture.ETHER.amount(wei), fee);
  }

  SendPlan plan(TransferIntent intent) throws InterruptedException {
    session.refresh();
    return session.plan(intent);
  }

  Signer signer() {
    return (account, payload) -> curve.sign(PracticeFixture.KEY, payload.digest());
  }

  /// Signs, and carries it to the endpoints.
  TxHash send(SendPlan plan) throws InterruptedException {
    TxHash hash = session.send(plan, signer());
    session.step();
    return hash;
  }

  TxHash send(Replacement replacement) throws InterruptedException {
    TxHash hash = session.send(replacement, alice, signer());
    session.step();
    return hash;
  }

  TxRecord record(TxHash hash) {
    return session.activity().get().stream()
        .filter(r -> r.hash().equals(hash))
        .findFirst()
        .orElseThrow();
  }

  /// Goes on until a transaction is so far, and no further.
  TxRecord await(TxHash hash, TxState state) throws InterruptedException {
    for (int i = 0; i < MOST_STEPS && record(hash).state() != state; i++) {
      step();
    }
    assertThat(record(hash).state()).as(record(hash).toString()).isEqualTo(state);
    return record(hash);
  }

  void step() throws InterruptedException {
    session.refresh();
    session.step();
  }

  /// Mines what is in the pool, and all it takes to make it final.
  void mineToTheEnd() throws IOException, InterruptedException {
    anvil.result("evm_mine", "");
    step();
    anvil.result("anvil_mine", "'" + Hex.quantity(FINALITY) + "'");
  }

  @Override
  public void close() {
    session.close();
    database.close();
  }
}
