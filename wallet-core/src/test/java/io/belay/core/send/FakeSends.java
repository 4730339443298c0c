package io.belay.core.send;

import io.belay.base.Address;
import io.belay.base.Bytes32;
import io.belay.base.ChainId;
import io.belay.base.Signature;
import io.belay.core.fee.FeeChoice;
import io.belay.core.fee.FeeQuote;
import io.belay.core.money.Asset;
import io.belay.core.money.Wei;
import io.belay.core.rpc.FakeNetwork;
import io.belay.core.state.Evidence;
import io.belay.core.state.Observed;
import io.belay.core.tx.SignedTransaction;
import io.belay.core.tx.UnsignedTransaction;
import io.belay.keystore.AccountRef;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;

/// Plans and signed transactions of one account on the fake network, with its book and journal.
public final class FakeSends implements AutoCloseable {
  /// The sender.
  public static final Address ALICE = Address.parse("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed");

  private static final Address BOB = Address.parse("0x00000000000000000000000000000000000000b0");

  /// The network sent to.
  public final FakeNetwork network;

  /// The journal.
  public final SendJournal journal;

  final NonceBook nonces;

  /// Over a data directory.
  public FakeSends(Path directory) {
    network = new FakeNetwork(directory);
    nonces = new NonceBook(network.database, FakeNetwork.ID, network.clock);
    journal = new SendJournal(network.database, FakeNetwork.ID, network.clock);
  }

  /// A broadcaster to all endpoints of the network.
  public Broadcaster broadcaster() {
    return new Broadcaster(network.endpoints(), journal::attempted, network.timing, () -> {});
  }

  /// The lowest free nonce of an account that has sent nothing.
  NonceLease lease() {
    return nonces.lease(ALICE, 0, OptionalLong.empty());
  }

  /// A plan with the lowest free nonce.
  SendPlan plan(String intent) {
    return plan(intent, lease());
  }

  /// A plan with this lease.
  static SendPlan plan(String intent, NonceLease lease) {
    Wei one = Wei.of(1);
    Evidence evidence = new Evidence(1, Bytes32.ZERO, List.of("a"), java.time.Instant.EPOCH);
    ChainId chain = lease.chainId();
    return new SendPlan(
        new TransferIntent(
            intent,
            new AccountRef(new UUID(0, 1), lease.account()),
            BOB,
            new Asset(chain, "FETH", 18).amount(one),
            FeeChoice.Pace.NORMAL,
            OptionalLong.empty(),
            OptionalLong.empty(),
            "0x"),
        new UnsignedTransaction(chain, lease.nonce(), one, one, 21_000, BOB, one, "0x"),
        new FeeQuote(one, one, one, Duration.ofSeconds(12)),
        lease,
        new Observed.Agreed<>(Wei.of(1_000_000), evidence),
        new Observed.Agreed<>(0L, evidence),
        List.of());
  }

  /// Some signature; nobody here recovers it.
  static SignedTransaction signed(SendPlan plan) {
    return plan.transaction().signed(new Signature(BigInteger.ONE, BigInteger.TWO, 0));
  }

  /// Plans, signs and journals.
  public SignedTransaction recorded(String intent) {
    SendPlan plan = plan(intent);
    SignedTransaction signed = signed(plan);
    journal.record(plan, signed);
    return signed;
  }

  @Override
  public void close() {
    network.close();
  }
}
