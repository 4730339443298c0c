package io.belay.core.practice;

import static io.belay.core.practice.PracticeFixture.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import io.belay.base.Address;
import io.belay.base.Hex;
import io.belay.base.Rlp;
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
import io.belay.core.tx.TestKey;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
  // counts its calls: PUSH1 0, SLOAD, PUSH1 1, ADD, PUSH1 0, SSTORE, STOP
  private static final String COUNTER = "60005460010160005500";

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

  private static void assertReverted(TxRecord record, SendPlan plan, String reason) {
    assertThat(plan.simulation().reverts().orElseThrow().line()).contains(reason);
    assertThat(record.succeeded()).contains(false);
    assertThat(record.nextSend()).isEmpty();
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

  /// EIP-7702: signed elsewhere, the account lets a contract act for it. A payment of nothing to
  /// itself then runs code, and no longer costs 21 000.
  @Test
  void aDelegatedAccountPaysAndCancels() throws IOException, InterruptedException {
    Address counter = AnvilToken.contract(anvil, COUNTER);
    delegate(counter);

    SendPlan plan = wallet.plan(wallet.pay(BOB, MILLI, FeeChoice.Pace.NORMAL));
    assertThat(PlanFixture.codes(plan)).contains("sender-delegated");
    assertThat(plan.transaction().nonce()).isEqualTo(2);
    TxRecord paid = toTheEnd(wallet.send(plan));
    assertThat(paid.succeeded()).contains(true);
    assertThat(ether(BOB)).isEqualTo(MILLI.value());

    TxHash second = wallet.send(wallet.plan(wallet.pay(BOB, MILLI, FeeChoice.Pace.SLOW)));
    wallet.await(second, TxState.SEEN);
    TxRecord cancelling = toTheEnd(wallet.send(wallet.session.cancel(second)));
    assertReplaced(second, cancelling.hash());
    assertThat(cancelling.succeeded()).contains(true);
    assertThat(Hex.toLong(receipt(cancelling.hash()).path("gasUsed").stringValue()))
        .isGreaterThan(21_000);
    assertThat(ether(BOB)).isEqualTo(MILLI.value());
  }

  private void delegate(Address to) throws IOException, InterruptedException {
    TestKey key = new TestKey(PracticeFixture.KEY.longValueExact());
    List<Rlp.Item> fields = new ArrayList<>(TestKey.plain(ChainBox.CHAIN_ID, 0));
    fields.set(4, Rlp.of(100_000));
    fields.set(5, Rlp.of(to));
    fields.set(6, Rlp.of(0));
    fields.add(Rlp.list(key.authorization(ChainBox.CHAIN_ID, to, 1)));
    anvil.result("eth_sendRawTransaction", "'" + Hex.encode(key.sign(4, fields)) + "'");
    anvil.result("anvil_mine", "'0x1'");
    String code =
        anvil
            .result("eth_getCode", "'%s','latest'".formatted(wallet.alice.address()))
            .stringValue();
    assertThat(code).isEqualTo("0xef0100" + to.toLowerHex().substring(2));
  }
}
