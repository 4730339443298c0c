package io.belay.core.practice;

import static io.belay.core.practice.PracticeFixture.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import io.belay.base.Address;
import io.belay.base.Hex;
import io.belay.base.Rlp;
import io.belay.base.TxHash;
import io.belay.core.fee.FeeChoice;
import io.belay.core.money.Wei;
import io.belay.core.send.SendPlan;
import io.belay.core.send.TxRecord;
import io.belay.core.send.TxState;
import io.belay.core.tx.TestKey;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// EIP-7702 on a real EVM: an account lets a contract act for it, signed elsewhere. Whatever comes
/// to it then runs code, and no longer costs 21 000.
@Timeout(240)
class AnvilDelegatedTest {
  private static final Wei MILLI = Wei.of(PracticeFixture.ETHER.divide(BigInteger.valueOf(1000)));
  // counts its calls: PUSH1 0, SLOAD, PUSH1 1, ADD, PUSH1 0, SSTORE, STOP
  private static final String COUNTER = "60005460010160005500";
  private static final long PLAIN_GAS = 21_000;

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

  /// A type-4 transaction of the account itself.
  private void delegate(TestKey key) throws IOException, InterruptedException {
    Address counter = AnvilToken.contract(anvil, COUNTER);
    List<Rlp.Item> fields = new ArrayList<>(TestKey.plain(ChainBox.CHAIN_ID, 0));
    fields.set(4, Rlp.of(100_000));
    fields.set(5, Rlp.of(counter));
    fields.set(6, Rlp.of(0));
    fields.add(Rlp.list(key.authorization(ChainBox.CHAIN_ID, counter, 1)));
    anvil.result("eth_sendRawTransaction", "'" + Hex.encode(key.sign(4, fields)) + "'");
    anvil.result("anvil_mine", "'0x1'");
    String code =
        anvil.result("eth_getCode", "'%s','latest'".formatted(key.address())).stringValue();
    assertThat(code).isEqualTo("0xef0100" + counter.toLowerHex().substring(2));
  }

  private BigInteger ether(Address of) throws IOException, InterruptedException {
    return Hex.toBigInteger(
        anvil.result("eth_getBalance", "'%s','latest'".formatted(of)).stringValue());
  }

  /// How often code ran for an account.
  private BigInteger count(Address of) throws IOException, InterruptedException {
    return Hex.toBigInteger(
        anvil.result("eth_getStorageAt", "'%s','0x0','latest'".formatted(of)).stringValue());
  }

  private long gasUsed(TxRecord record) throws IOException, InterruptedException {
    return Hex.toLong(
        anvil
            .result("eth_getTransactionReceipt", "'" + record.hash() + "'")
            .path("gasUsed")
            .stringValue());
  }

  private TxRecord toTheEnd(TxHash hash) throws IOException, InterruptedException {
    wallet.await(hash, TxState.SEEN);
    wallet.mineToTheEnd();
    TxRecord end = wallet.await(hash, TxState.FINAL);
    assertThat(end.succeeded()).contains(true);
    return end;
  }

  @Test
  void aDelegatedAccountPaysAndCancels() throws IOException, InterruptedException {
    delegate(new TestKey(PracticeFixture.KEY.longValueExact()));

    SendPlan plan = wallet.plan(wallet.pay(BOB, MILLI, FeeChoice.Pace.NORMAL));
    assertThat(PlanFixture.codes(plan)).contains("sender-delegated");
    assertThat(plan.transaction().nonce()).isEqualTo(2);
    toTheEnd(wallet.send(plan));
    assertThat(ether(BOB)).isEqualTo(MILLI.value());

    TxHash first = wallet.send(wallet.plan(wallet.pay(BOB, MILLI, FeeChoice.Pace.SLOW)));
    wallet.await(first, TxState.SEEN);
    TxRecord cancelling = toTheEnd(wallet.send(wallet.session.cancel(first)));
    TxRecord replaced = wallet.await(first, TxState.REPLACED);
    assertThat(replaced.replacedBy()).contains(cancelling.hash());
    assertThat(gasUsed(cancelling)).isGreaterThan(PLAIN_GAS);
    assertThat(ether(BOB)).isEqualTo(MILLI.value());
  }

  @Test
  void aPaymentToADelegatedAccountHasTheGasForItsCode() throws IOException, InterruptedException {
    TestKey key = new TestKey(0xb0b);
    Address friend = key.address();
    String one = Hex.quantity(PracticeFixture.ETHER);
    anvil.result("anvil_setBalance", "'%s','%s'".formatted(friend, one));
    anvil.result("anvil_mine", "'0x1'");
    delegate(key);
    BigInteger before = ether(friend);
    BigInteger ran = count(friend);

    SendPlan plan = wallet.plan(wallet.pay(friend, MILLI, FeeChoice.Pace.NORMAL));
    assertThat(PlanFixture.codes(plan)).contains("recipient-delegated");
    TxRecord paid = toTheEnd(wallet.send(plan));

    assertThat(gasUsed(paid)).isGreaterThan(PLAIN_GAS);
    assertThat(count(friend)).isEqualTo(ran.add(BigInteger.ONE));
    assertThat(ether(friend)).isEqualTo(before.add(MILLI.value()));
  }
}
