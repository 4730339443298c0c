package io.belay.core.practice;

import static io.belay.core.practice.PracticeFixture.BOB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belay.base.Address;
import io.belay.base.Hex;
import io.belay.core.chain.BaseFeeRule;
import io.belay.core.chain.Chain;
import io.belay.core.chain.DataFee;
import io.belay.core.fee.FeeChoice;
import io.belay.core.money.Wei;
import io.belay.core.rpc.Transport;
import io.belay.core.send.SendPlan;
import io.belay.core.send.TransferIntent;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Fees of plans on the practice chain: by its own rules, and by those of other chains.
@Timeout(60)
class PlanFeesTest {
  private static final Address ORACLE = DataFee.OP.oracle().orElseThrow();

  @TempDir Path dir;
  private PracticeFixture net;
  private PlanFixture plans;

  @BeforeEach
  void open() throws IOException {
    net = PracticeFixture.funded(Files.createDirectories(dir.resolve("chain")));
    net.chain().mine(8);
    plans = with(PlanFixture.rules());
  }

  @AfterEach
  void close() {
    plans.close();
    net.close();
  }

  private PlanFixture with(Chain.Rules rules) {
    return with(rules, net.node());
  }

  private PlanFixture with(Chain.Rules rules, Transport node) {
    return new PlanFixture(dir, rules, node, net.clock, PracticeFixture.KEY);
  }

  private void replace(PlanFixture other) {
    plans.close();
    plans = other;
  }

  private static Wei ether(int n) {
    return Wei.of(PracticeFixture.ETHER.multiply(BigInteger.valueOf(n)));
  }

  /// X09: fee inflation.
  @ParameterizedTest
  @EnumSource(FeeChoice.Pace.class)
  void aFeeOutlierMovesNothing(FeeChoice.Pace pace) throws InterruptedException {
    TransferIntent intent =
        TransferIntent.of(plans.alice, BOB, PlanFixture.ETHER.amount(ether(1)), pace);
    SendPlan honest = plans.plan(intent);
    plans.fault("b", Fault.LYING_FEES);
    SendPlan plan = plans.plan(intent);
    assertThat(plan.fee()).isEqualTo(honest.fee());
  }

  /// X09, where no rule tells the base fee: the middle of the groups.
  @Test
  void withoutARuleTheBaseFeeIsTheMiddleOfTheGroups() throws InterruptedException {
    replace(with(PlanFixture.rules(true, new BaseFeeRule.None(), DataFee.NONE)));
    plans.fault("b", Fault.LYING_FEES);
    assertThat(plans.plan(plans.pay(BOB, ether(1))).fee().nextBaseFee())
        .isEqualTo(Wei.of(net.chain().view().head().nextBaseFee()));
  }

  @Test
  void aFeeThatNobodyCanHaveMeantWantsItsFigure() throws InterruptedException {
    SendPlan plan = plans.plan(plans.priced(BOB, ether(1), "9000", OptionalLong.empty()));
    assertThat(PlanFixture.codes(plan)).contains("high-fee");
    // 21000 × 9000 gwei = 0.189 ether
    assertThat(plan.mustType()).contains("0.19");
    assertThatThrownBy(() -> plans.sends.sign(plan, plans.signer()))
        .extracting("code")
        .isEqualTo("fee-not-confirmed");
    assertThatThrownBy(() -> plan.confirmed("y")).extracting("code").isEqualTo("fee-not-confirmed");
    assertThat(plans.journal.all()).isEmpty();
    plans.sends.sign(plan.confirmed(" 0.19 "), plans.signer());
    assertThat(plans.journal.all()).hasSize(1);
  }

  /// W08: a fee below the base fee.
  @Test
  void aFeeBelowTheBaseFeeIsWarnedOf() throws InterruptedException {
    SendPlan plan = plans.plan(plans.priced(BOB, ether(1), "0.1", OptionalLong.empty()));
    assertThat(PlanFixture.codes(plan)).contains("fee-too-low");
    assertThat(plan.fee().expectedWait().toSeconds()).isGreaterThan(20);
  }

  /// W08: the type that a chain does not take is never made for it.
  @Test
  void aChainWithoutAFeeMarketGetsALegacyTransaction() throws InterruptedException {
    replace(with(PlanFixture.rules(false, new BaseFeeRule.None(), DataFee.NONE)));
    plans.fault("c", Fault.LYING_FEES);
    SendPlan plan = plans.plan(plans.pay(BOB, ether(1)));
    assertThat(plan.transaction().legacy()).isTrue();
    assertThat(plan.fee().maxFeePerGas().value())
        .isLessThan(PracticeFixture.GWEI.multiply(BigInteger.TEN));
    net.result("eth_sendRawTransaction", "'" + plans.signed(plan) + "'");
    net.chain().mine(1);
    assertThat(net.balance(BOB)).isEqualTo(ether(1).value());
  }

  private static String word(BigInteger number) {
    return "\"0x%064x\"".formatted(number);
  }

  /// An oracle from before Isthmus, which does not know what the operator takes.
  private PlanFixture rollup(String answer) {
    return rollup(answer, Optional.empty());
  }

  private PlanFixture rollup(String answer, Optional<String> operator) {
    Transport chain = net.node();
    Twist oracle =
        Gaps.instead(request ->
            Members.method(request).equals("eth_call")
                    && Members.param(request, 0).path("to").asString("").equals(ORACLE.toLowerHex())
                ? Optional.of(oracle(request, answer, operator))
                : Optional.empty());
    return with(
        PlanFixture.rules(true, BaseFeeRule.ETHEREUM, DataFee.OP),
        (body, timeout) -> new Twisted(chain, oracle).exchange(body, timeout));
  }

  private static ObjectNode oracle(ObjectNode request, String data, Optional<String> operator) {
    String call = Members.param(request, 0).path("data").asString("");
    String operatorCall = io.belay.core.decode.AbiWords.selectorOf("getOperatorFee(uint256)");
    if (!call.startsWith(operatorCall)) {
      return Members.result(request, JsonMapper.shared().readTree(data));
    }
    return operator
        .map(text -> {
          // a plain payment's gas limit
          assertThat(call).isEqualTo(operatorCall + "%064x".formatted(21_000));
          return Members.result(request, JsonMapper.shared().readTree(text));
        })
        .orElseGet(() -> Members.error(request, 3, "execution reverted"));
  }

  /// Whatever the operator takes is gone from what is left of everything, to the wei.
  @Test
  void whatTheOperatorTakesIsTakenOffExactly() throws InterruptedException {
    BigInteger data = BigInteger.TEN.pow(14);
    BigInteger operator = BigInteger.valueOf(123_456_789_001L);
    replace(rollup(word(data), Optional.of(word(operator))));
    SendPlan plan =
        plans.plan(
            TransferIntent.ofAll(plans.alice, BOB, PlanFixture.ETHER, FeeChoice.Pace.NORMAL));
    assertThat(plan.fee().operatorFee()).isEqualTo(Wei.of(operator));
    BigInteger left =
        net.balance(plans.alice.address()).subtract(plan.transaction().cost().value());
    BigInteger margin = data.shiftRight(1); // for the bytes alone
    assertThat(left).isEqualTo(data.add(margin).add(operator));
    assertThat(plan.balanceAfter()).contains(Wei.ZERO);
  }

  @Test
  void anOperatorFeeThatNobodyTellsIsNotZero() throws InterruptedException {
    replace(rollup(word(BigInteger.TEN), Optional.of("\"0x\"")));
    TransferIntent all =
        TransferIntent.ofAll(plans.alice, BOB, PlanFixture.ETHER, FeeChoice.Pace.NORMAL);
    assertThatThrownBy(() -> plans.plan(all)).extracting("code").isEqualTo("no-way-to-chain");
  }

  @Test
  void aRollupsDataFeeIsPartOfTheFeeAndOfWhatIsLeftOfEverything() throws InterruptedException {
    BigInteger fee = BigInteger.TEN.pow(14);
    replace(rollup("\"0x%064x\"".formatted(fee)));
    SendPlan plan =
        plans.plan(
            TransferIntent.ofAll(plans.alice, BOB, PlanFixture.ETHER, FeeChoice.Pace.NORMAL));
    assertThat(plan.fee().dataFee()).isEqualTo(Wei.of(fee));
    BigInteger left =
        net.balance(plans.alice.address()).subtract(plan.transaction().cost().value());
    assertThat(left).isEqualTo(fee.multiply(BigInteger.valueOf(3)).shiftRight(1));
    assertThat(plan.balanceAfter()).contains(Wei.ZERO);
  }

  @Test
  void aDataFeeThatNobodyTellsIsSaidToBeUnknown() throws InterruptedException {
    replace(with(PlanFixture.rules(true, BaseFeeRule.ETHEREUM, DataFee.UNKNOWN)));
    assertThat(PlanFixture.codes(plans.plan(plans.pay(BOB, ether(1)))))
        .contains("data-fee-unknown");
  }

  @Test
  void hexOfTheOracleCallIsItsSignatures() {
    assertThat(io.belay.core.decode.AbiWords.selectorOf("getL1Fee(bytes)")).isEqualTo("0x49948e0e");
    assertThat(Hex.decode("0x49948e0e")).hasSize(4);
  }

  @Test
  void withoutTheDataFeeNobodyCanSayWhatIsLeftOfEverything() throws InterruptedException {
    replace(rollup("\"0x\""));
    TransferIntent all =
        TransferIntent.ofAll(plans.alice, BOB, PlanFixture.ETHER, FeeChoice.Pace.NORMAL);
    assertThatThrownBy(() -> plans.plan(all)).extracting("code").isEqualTo("no-way-to-chain");
    assertThat(PlanFixture.codes(plans.plan(plans.pay(BOB, ether(1)))))
        .contains("data-fee-unknown");
  }
}
