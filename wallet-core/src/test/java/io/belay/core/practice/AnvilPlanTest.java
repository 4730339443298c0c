package io.belay.core.practice;

import static io.belay.core.practice.PracticeFixture.BOB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belay.base.Address;
import io.belay.base.Hex;
import io.belay.core.chain.BaseFeeRule;
import io.belay.core.chain.Chain;
import io.belay.core.chain.DataFee;
import io.belay.core.decode.Erc20Call;
import io.belay.core.fee.FeeChoice;
import io.belay.core.money.Asset;
import io.belay.core.money.Wei;
import io.belay.core.rpc.HttpTransport;
import io.belay.core.send.BalanceChange;
import io.belay.core.send.SendPlan;
import io.belay.core.send.Simulation;
import io.belay.core.send.TransferIntent;
import io.belay.core.state.MonotonicClock;
import io.belay.core.state.Observed;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// Plans against a real EVM with a real token: what was planned and simulated is what comes of it.
@Timeout(240)
class AnvilPlanTest {
  private static final BigInteger DOLLARS = BigInteger.valueOf(100_000_000);

  @TempDir Path dir;
  private Anvil anvil;
  private PlanFixture plans;
  private AnvilToken deployed;
  private Asset token;

  @BeforeEach
  void deploy() throws IOException, InterruptedException {
    anvil = Anvil.start(PracticeGas.LIMIT);
    plans = with(PlanFixture.rules());
    String ten = Hex.quantity(PracticeFixture.ETHER.multiply(BigInteger.TEN));
    anvil.ask("anvil_setBalance", "'%s','%s'".formatted(plans.alice.address(), ten));
    anvil.ask("evm_mine", "");
    deployed = AnvilToken.deploy(anvil);
    deployed.give(plans.alice.address(), DOLLARS);
    mine();
    token = plans.sends.token(deployed.address().toString()).asset();
  }

  @AfterEach
  void stop() {
    plans.close();
    anvil.close();
  }

  private PlanFixture with(Chain.Rules rules) {
    return new PlanFixture(
        dir,
        rules,
        new HttpTransport(HttpTransport.sharedClient(), anvil.url()),
        new MonotonicClock(),
        PracticeFixture.KEY);
  }

  private JsonNode result(String method, String params) throws IOException, InterruptedException {
    return anvil.result(method, params);
  }

  private void mine() throws IOException, InterruptedException {
    anvil.ask("evm_mine", "");
    plans.reader.refresh();
  }

  private JsonNode mined(SendPlan plan) throws IOException, InterruptedException {
    String hash = result("eth_sendRawTransaction", "'" + plans.signed(plan) + "'").stringValue();
    mine();
    return result("eth_getTransactionReceipt", "'" + hash + "'");
  }

  private BigInteger ether(Address of) throws IOException, InterruptedException {
    return Hex.toBigInteger(result("eth_getBalance", "'%s','latest'".formatted(of)).stringValue());
  }

  private TransferIntent excess(OptionalLong gas) {
    return plans.call(
        token.contract().orElseThrow(),
        new Erc20Call.Transfer(BOB, DOLLARS.add(BigInteger.ONE)).data(),
        gas);
  }

  @Test
  void tokensArriveAsTheyWereSimulated() throws IOException, InterruptedException {
    SendPlan plan = plans.plan(plans.token(token, BOB, 12_500_000));

    assertThat(token.decimals()).isEqualTo(6);
    // the slot of a token that nobody knows is found by its balance
    assertThat(plan.assetBalance().level()).isEqualTo(Observed.Level.PROVEN);
    assertThat(plan.assetBalance().maybe()).contains(Wei.of(DOLLARS));
    assertThat(plan.simulation().outcome().level()).isEqualTo(Observed.Level.AGREED);
    assertThat(plan.simulation().outcome().maybe()).contains(new Simulation.Outcome.Succeeds());
    List<BalanceChange> changes = plan.simulation().changes().maybe().orElseThrow();
    assertThat(changes)
        .contains(new BalanceChange(BOB, token.contract(), BigInteger.valueOf(12_500_000)));

    JsonNode receipt = mined(plan);
    assertThat(receipt.path("status").stringValue()).isEqualTo("0x1");
    assertThat(Hex.toLong(receipt.path("gasUsed").stringValue()))
        .isLessThanOrEqualTo(plan.transaction().gasLimit());
    assertThat(deployed.of(BOB)).isEqualTo(12_500_000);
    assertThat(deployed.of(plans.alice.address())).isEqualTo(DOLLARS.intValue() - 12_500_000);
  }

  @Test
  void allTokensLeaveNone() throws IOException, InterruptedException {
    mined(plans.plan(TransferIntent.ofAll(plans.alice, BOB, token, FeeChoice.Pace.FAST)));
    assertThat(deployed.of(plans.alice.address())).isZero();
    assertThat(deployed.of(BOB)).isEqualTo(DOLLARS);
  }

  @Test
  void aRevertIsToldWithItsReasonBeforeAnythingIsSigned() {
    assertThatThrownBy(() -> plans.plan(excess(OptionalLong.empty())))
        .hasMessageContaining("ERC20: transfer amount exceeds balance")
        .extracting("code")
        .isEqualTo("would-revert");
  }

  @Test
  void aRevertThatIsWantedAllTheSameReverts() throws IOException, InterruptedException {
    SendPlan plan = plans.plan(excess(OptionalLong.of(90_000)));
    assertThat(plan.simulation().reverts().orElseThrow().line())
        .isEqualTo("“ERC20: transfer amount exceeds balance”");
    assertThat(PlanFixture.codes(plan)).contains("would-revert");
    assertThat(mined(plan).path("status").stringValue()).isEqualTo("0x0");
  }

  @Test
  void tooLittleGasIsSeenBefore() throws IOException, InterruptedException {
    SendPlan plan =
        plans.plan(
            plans.call(
                token.contract().orElseThrow(),
                new Erc20Call.Transfer(BOB, BigInteger.ONE).data(),
                OptionalLong.of(30_000)));
    assertThat(PlanFixture.codes(plan)).contains("would-revert");
    JsonNode receipt = mined(plan);
    assertThat(receipt.path("status").stringValue()).isEqualTo("0x0");
    assertThat(receipt.path("gasUsed").stringValue()).isEqualTo("0x7530");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void sendingEverythingLeavesExactlyNothing(boolean market)
      throws IOException, InterruptedException {
    plans.close();
    plans =
        with(
            PlanFixture.rules(
                market, market ? BaseFeeRule.ETHEREUM : new BaseFeeRule.None(), DataFee.NONE));
    BigInteger before = ether(BOB);
    SendPlan plan =
        plans.plan(
            TransferIntent.ofAll(plans.alice, BOB, PlanFixture.ETHER, FeeChoice.Pace.NORMAL));
    assertThat(plan.transaction().legacy()).isEqualTo(!market);
    JsonNode receipt = mined(plan);
    assertThat(receipt.path("status").stringValue()).isEqualTo("0x1");
    assertThat(receipt.path("type").stringValue()).isEqualTo(market ? "0x2" : "0x0");
    assertThat(ether(plans.alice.address())).isZero();
    assertThat(ether(BOB)).isGreaterThan(before);
  }

  @Test
  void aPaymentIsSimulatedWithItsEther() throws IOException, InterruptedException {
    Wei one = Wei.of(PracticeFixture.ETHER);
    SendPlan plan = plans.plan(plans.pay(BOB, one));
    assertThat(plan.simulation().changes().maybe().orElseThrow())
        .containsExactlyInAnyOrder(
            new BalanceChange(plans.alice.address(), Optional.empty(), one.value().negate()),
            new BalanceChange(BOB, Optional.empty(), one.value()));
    mined(plan);
    assertThat(ether(BOB)).isEqualTo(one.value());
  }

  /// EIP-7702, for the sender and for the recipient.
  @Test
  void accountsThatLetCodeActAreWarnedOf() throws IOException, InterruptedException {
    String delegation = "0xef0100" + token.contract().orElseThrow().toLowerHex().substring(2);
    for (Address each : List.of(plans.alice.address(), BOB)) {
      anvil.ask("anvil_setCode", "'%s','%s'".formatted(each, delegation));
    }
    mine();
    SendPlan plan = plans.plan(plans.token(token, BOB, 1));
    assertThat(PlanFixture.codes(plan)).contains("sender-delegated", "recipient-delegated");
    assertThat(plan.warnings().toString()).contains(token.contract().orElseThrow().toString());
    assertThat(mined(plan).path("status").stringValue()).isEqualTo("0x1");
  }

  @Test
  void aTokensContractAsRecipientIsWarnedOf() throws InterruptedException {
    SendPlan plan = plans.plan(plans.token(token, token.contract().orElseThrow(), 1));
    assertThat(PlanFixture.codes(plan)).contains("token-contract");
  }
}
