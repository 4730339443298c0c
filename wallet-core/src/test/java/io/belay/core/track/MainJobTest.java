package io.belay.core.track;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belay.base.Address;
import io.belay.base.TxHash;
import io.belay.base.WalletException;
import io.belay.core.fee.FeeChoice;
import io.belay.core.money.Wei;
import io.belay.core.practice.Fault;
import io.belay.core.rpc.Connectivity;
import io.belay.core.rpc.EndpointConfig;
import io.belay.core.rpc.EndpointStatus;
import io.belay.core.send.SendPlan;
import io.belay.core.send.TransferIntent;
import io.belay.core.send.TxRecord;
import io.belay.core.send.TxState;
import io.belay.core.state.Observed;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class MainJobTest {
  private static final Address FRIEND = Address.parse("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed");
  private static final Wei TEN = Wei.of(new java.math.BigInteger("10000000000000000000"));

  @TempDir Path directory;
  private PracticeWallet wallet;

  @BeforeEach
  void fund() throws IOException, InterruptedException {
    wallet = new PracticeWallet(directory);
    wallet.net.faucet(wallet.account().address(), Optional.of(TEN));
    wallet.net.mine(1);
  }

  @AfterEach
  void close() {
    wallet.close();
  }

  private TransferIntent tenth(LiveSession session) {
    return TransferIntent.of(
        wallet.account(),
        FRIEND,
        session.chain().currency().amount(Wei.of(100_000_000_000_000_000L)),
        FeeChoice.Pace.NORMAL);
  }

  private static TxRecord await(LiveSession session, TxHash hash, TxState state, Duration limit)
      throws InterruptedException {
    Instant until = Instant.now().plus(limit);
    TxRecord record;
    do {
      session.step();
      record =
          session.activity().get().stream().filter(r -> r.hash().equals(hash)).findFirst().get();
      Thread.sleep(100);
    } while (!record.state().reaches(state) && Instant.now().isBefore(until));
    return record;
  }

  @Test
  void sendsToFinalWhileOneEndpointIsDeadAndOneHangs() throws InterruptedException {
    wallet.net.setFault("practice-1", Fault.REFUSE);
    wallet.net.setFault("practice-2", Fault.HANG);
    LiveSession session = wallet.session();

    Instant start = Instant.now();
    Observed<Wei> balance = session.balance(wallet.account().address());
    Duration took = Duration.between(start, Instant.now());

    assertThat(balance.level()).isEqualTo(Observed.Level.PROVEN);
    assertThat(balance.maybe()).contains(TEN);
    assertThat(took).isLessThan(Duration.ofSeconds(2));

    TxHash hash = session.send(session.plan(tenth(session)), wallet.vault);
    TxRecord record = await(session, hash, TxState.FINAL, Duration.ofSeconds(30));

    // three blocks and the finality distance of four, one second each, and the hanging endpoint
    assertThat(record.state()).isEqualTo(TxState.FINAL);
    assertThat(record.succeeded()).contains(true);
    assertThat(record.attempts()).hasSize(4);
    assertThat(session.balance(FRIEND).maybe()).contains(Wei.of(100_000_000_000_000_000L));
  }

  @Test
  void oneEndpointLeftStillReadsAndSendsAndSaysSingle() throws InterruptedException {
    wallet.net.setFault("practice-1", Fault.REFUSE);
    wallet.net.setFault("practice-2", Fault.HANG);
    wallet.net.setFault("practice-3", Fault.of("http500"));
    LiveSession session = wallet.session();

    assertThat(session.balance(wallet.account().address()).level())
        .isEqualTo(Observed.Level.SINGLE);
    assertThat(session.connectivity().get().mode()).isEqualTo(Connectivity.Mode.DEGRADED);

    TxHash hash = session.send(session.plan(tenth(session)), wallet.vault);
    TxRecord record = await(session, hash, TxState.FINAL, Duration.ofSeconds(40));
    assertThat(record.state()).isEqualTo(TxState.FINAL);
    assertThat(record.evidence()).isEqualTo(Observed.Level.SINGLE);
  }

  @Test
  void eachAnswerIsToldWhileAnotherEndpointStillHangs() throws InterruptedException {
    wallet.net.setFault("practice-2", Fault.HANG);
    LiveSession session = wallet.session();
    session.send(session.plan(tenth(session)), wallet.vault);
    List<Integer> told = new ArrayList<>();
    session
        .activity()
        .subscribe(
            records -> records.stream().findFirst().ifPresent(r -> told.add(r.attempts().size())));

    session.step();

    // the hanging one is given up after seconds; the others are not kept back until then
    assertThat(told).startsWith(0).contains(3).doesNotContain(4).isSorted();
    while (told.getLast() < 4) {
      session.step();
    }
    assertThat(session.activity().get().getFirst().attempts()).hasSize(4);
  }

  @Test
  void anOwnNodeAloneIsEnoughForEveryJob() throws InterruptedException {
    for (int i = 2; i <= 4; i++) {
      wallet.net.setFault("practice-" + i, i == 2 ? Fault.DNS : Fault.REFUSE);
    }
    LiveSession session = wallet.session(EndpointConfig.Kind.OWN);

    Observed<Wei> balance = session.balance(wallet.account().address());
    assertThat(balance.level()).isEqualTo(Observed.Level.PROVEN);
    assertThat(balance.maybe()).contains(TEN);
    assertThat(session.nonce(wallet.account().address()).level()).isEqualTo(Observed.Level.PROVEN);
    assertThat(session.isUsed(wallet.account().address())).isTrue();
    SendPlan plan = session.plan(tenth(session));
    assertThat(plan.warnings()).extracting("code").doesNotContain("single-view", "stale-view");
    TxHash hash = session.send(plan, wallet.vault);
    session.step();
    wallet.net.mine(12);
    assertThat(await(session, hash, TxState.FINAL, Duration.ofSeconds(30)).state())
        .isEqualTo(TxState.FINAL);
    assertThat(session.connectivity().get().groupsUp()).isEqualTo(1);
    session.close();
  }

  @Test
  void aLiarIsBlamedAndTheBalanceStaysTrue() throws InterruptedException {
    wallet.net.setFault("practice-1", Fault.LYING);
    LiveSession session = wallet.session();

    Observed<Wei> balance = session.balance(wallet.account().address());
    session.refresh();

    assertThat(balance.level()).isEqualTo(Observed.Level.PROVEN);
    assertThat(balance.maybe()).contains(TEN);
    EndpointStatus liar = session.connectivity().get().endpoints().getFirst();
    assertThat(liar.state()).isEqualTo(EndpointStatus.State.SET_ASIDE);
    assertThat(liar.blamed()).extracting("code").contains("bad-proof");
  }

  @Test
  void cutAfterPlanningKeepsTheSignedBytesAndSendsThemOnceAfterHealing()
      throws InterruptedException {
    LiveSession session = wallet.session();
    SendPlan plan = session.plan(tenth(session));
    wallet.all(Fault.REFUSE);
    TxHash hash = session.send(plan, wallet.vault);
    session.step();
    assertThat(session.activity().get().getFirst().state()).isEqualTo(TxState.SIGNED);

    wallet.all(Fault.OK);
    LiveSession next = wallet.session(); // as a new process would
    TxRecord record = await(next, hash, TxState.INCLUDED, Duration.ofSeconds(30));

    assertThat(record.state().isIncluded()).isTrue();
    next.refresh(); // the receipt may be newer than the view the balance is read at
    assertThat(next.balance(FRIEND).maybe()).contains(Wei.of(100_000_000_000_000_000L));
  }

  @Test
  void cutBeforePlanningSignsNothing() {
    wallet.all(Fault.REFUSE);
    LiveSession session = wallet.session();

    assertThatThrownBy(() -> session.plan(tenth(session)))
        .isInstanceOf(WalletException.class)
        .extracting("code")
        .isEqualTo("no-way-to-chain");
    assertThat(session.activity().get()).isEmpty();
  }

  @Test
  void oneIntentNeverMakesTwoTransactions() throws InterruptedException {
    LiveSession session = wallet.session();
    TransferIntent intent = tenth(session);

    TxHash first = session.send(session.plan(intent), wallet.vault);
    TxHash again = session.send(session.plan(intent), wallet.vault);

    assertThat(again).isEqualTo(first);
    assertThat(session.activity().get()).hasSize(1);
  }

  @Test
  void twoPlansNeverShareANonceAndAReleasedOneIsUsedAgain() throws InterruptedException {
    LiveSession session = wallet.session();
    SendPlan first = session.plan(tenth(session));
    SendPlan second = session.plan(tenth(session));
    assertThat(second.lease().nonce()).isEqualTo(first.lease().nonce() + 1);

    session.release(first);
    assertThat(session.plan(tenth(session)).lease().nonce()).isEqualTo(first.lease().nonce());
  }
}
