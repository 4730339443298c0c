package io.belay.core.practice;

import static io.belay.core.practice.PracticeFixture.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import io.belay.base.Address;
import io.belay.base.Hex;
import io.belay.base.TxHash;
import io.belay.core.decode.Erc20Call;
import io.belay.core.fee.FeeChoice;
import io.belay.core.money.Asset;
import io.belay.core.money.Wei;
import io.belay.core.send.Purpose;
import io.belay.core.send.SendPlan;
import io.belay.core.send.TransferIntent;
import io.belay.core.send.TxRecord;
import io.belay.core.send.TxState;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// From the plan to the final block against a real EVM with real contracts.
@Timeout(240)
class AnvilSendTest {
  private static final BigInteger DOLLARS = BigInteger.valueOf(100_000_000);
  private static final Wei MILLI = Wei.of(PracticeFixture.ETHER.divide(BigInteger.valueOf(1000)));

  @TempDir Path directory;
  private Anvil anvil;
  private AnvilSession wallet;

  @BeforeEach
  void start() throws IOException, InterruptedException {
    anvil = Anvil.start(PracticeGas.LIMIT);
    AnvilSession.fund(anvil);
    wallet = new AnvilSession(directory, anvil);
  }

  @AfterEach
  void stop() {
    wallet.close();
    anvil.close();
  }

  private AnvilToken token() throws IOException, InterruptedException {
    AnvilToken token = AnvilToken.deploy(anvil);
    token.give(wallet.alice.address(), DOLLARS);
    anvil.result("anvil_mine", "'0x1'");
    return token;
  }

  private TransferIntent call(AnvilToken token, BigInteger units, long gas) {
    return new TransferIntent(
        UUID.randomUUID().toString(),
        wallet.alice,
        token.address(),
        PlanFixture.ETHER.amount(Wei.ZERO),
        FeeChoice.Pace.NORMAL,
        OptionalLong.of(gas),
        OptionalLong.empty(),
        new Erc20Call.Transfer(BOB, units).data());
  }

  private JsonNode receipt(TxHash hash) throws IOException, InterruptedException {
    return anvil.result("eth_getTransactionReceipt", "'" + hash + "'");
  }

  private BigInteger ether(Address of) throws IOException, InterruptedException {
    return Hex.toBigInteger(
        anvil.result("eth_getBalance", "'%s','latest'".formatted(of)).stringValue());
  }

  private TxRecord toTheEnd(TxHash hash) throws IOException, InterruptedException {
    wallet.await(hash, TxState.SEEN);
    wallet.mineToTheEnd();
    return wallet.await(hash, TxState.FINAL);
  }

  private void assertReverted(TxRecord record, SendPlan plan, String reason)
      throws InterruptedException {
    assertThat(plan.simulation().reverts().orElseThrow().line()).contains(reason);
    assertThat(record.succeeded()).contains(false);
    assertThat(record.nextSend()).isEmpty();
    assertThat(wallet.session.refusal(record.hash()).orElseThrow().line()).contains(reason);
  }

  @Test
  void tokensMoveAndItIsFinal() throws IOException, InterruptedException {
    AnvilToken token = token();
    wallet.session.refresh();
    Asset dollar = wallet.session.token(token.address().toString());
    TransferIntent intent =
        TransferIntent.of(
            wallet.alice, BOB, dollar.amount(Wei.of(12_500_000)), FeeChoice.Pace.NORMAL);

    TxRecord record = toTheEnd(wallet.send(wallet.plan(intent)));

    assertThat(record.succeeded()).contains(true);
    assertThat(record.attempts()).hasSize(4).allMatch(row -> row.holds() && row.seen());
    assertThat(token.of(BOB)).isEqualTo(12_500_000);
    assertThat(token.of(wallet.alice.address())).isEqualTo(DOLLARS.intValue() - 12_500_000);
  }

  @Test
  void aRevertIsToldBeforeAndStaysARevertWhenFinal() throws IOException, InterruptedException {
    AnvilToken token = token();
    SendPlan plan = wallet.plan(call(token, DOLLARS.add(BigInteger.ONE), 90_000));

    TxRecord record = toTheEnd(wallet.send(plan));

    assertReverted(record, plan, "ERC20: transfer amount exceeds balance");
    assertThat(token.of(BOB)).isZero();
  }

  @Test
  void outOfGasSpendsAllOfItAndIsFinal() throws IOException, InterruptedException {
    AnvilToken token = token();
    SendPlan plan = wallet.plan(call(token, BigInteger.ONE, 30_000));

    TxRecord record = toTheEnd(wallet.send(plan));

    assertReverted(record, plan, "execution failed");
    assertThat(Hex.toLong(receipt(record.hash()).path("gasUsed").stringValue())).isEqualTo(30_000);
    assertThat(token.of(BOB)).isZero();
  }

  @Test
  void theFasterOneIsMinedAndTheFirstSaysSo() throws IOException, InterruptedException {
    TxHash first = wallet.send(wallet.plan(wallet.pay(BOB, MILLI, FeeChoice.Pace.SLOW)));
    wallet.await(first, TxState.SEEN);

    TxHash second = wallet.send(wallet.session.speedUp(first));
    TxRecord faster = toTheEnd(second);

    assertReplaced(first, second);
    assertThat(faster.facts().purpose()).isEqualTo(Purpose.SPEED_UP);
    assertThat(ether(BOB)).isEqualTo(MILLI.value());
  }

  @Test
  void aCancelledPaymentIsNeverMade() throws IOException, InterruptedException {
    TxHash first = wallet.send(wallet.plan(wallet.pay(BOB, MILLI, FeeChoice.Pace.SLOW)));
    wallet.await(first, TxState.SEEN);

    TxHash second = wallet.send(wallet.session.cancel(first));
    TxRecord cancelling = toTheEnd(second);

    assertReplaced(first, second);
    assertThat(cancelling.facts().purpose()).isEqualTo(Purpose.CANCEL);
    assertThat(cancelling.succeeded()).contains(true);
    assertThat(ether(BOB)).isZero();
  }

  private void assertReplaced(TxHash first, TxHash second)
      throws IOException, InterruptedException {
    TxRecord replaced = wallet.await(first, TxState.REPLACED);
    assertThat(replaced.replacedBy()).contains(second);
    assertThat(replaced.nextSend()).isEmpty();
    assertThat(receipt(first).isNull()).isTrue();
    assertThat(wallet.record(second).nonce()).isEqualTo(replaced.nonce());
  }
}
