package io.belay.core.practice;

import static io.belay.core.practice.PracticeFixture.BOB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belay.base.Address;
import io.belay.base.Hex;
import io.belay.base.WalletException;
import io.belay.core.chain.BaseFeeRule;
import io.belay.core.chain.Chain;
import io.belay.core.chain.DataFee;
import io.belay.core.decode.Erc20Call;
import io.belay.core.fee.FeeChoice;
import io.belay.core.money.Asset;
import io.belay.core.money.Wei;
import io.belay.core.rpc.Reply;
import io.belay.core.rpc.Transport;
import io.belay.core.send.BalanceChange;
import io.belay.core.send.SendPlan;
import io.belay.core.send.Simulation;
import io.belay.core.send.TransferIntent;
import io.belay.core.state.Observed;
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

/// Plans on the practice chain: what is read, reckoned, simulated and warned of.
@Timeout(60)
class PlannerTest {
  private static final Address ORACLE = DataFee.OP.oracle().orElseThrow();

  @TempDir Path dir;
  private PracticeFixture net;
  private PlanFixture plans;

  @BeforeEach
  void open() throws java.io.IOException {
    net = PracticeFixture.funded(Files.createDirectories(dir.resolve("chain")));
    net.chain().faucetToken(net.alice, BigInteger.valueOf(100_000_000));
    net.chain().mine(8);
    plans = with(PlanFixture.rules());
  }

  @AfterEach
  void close() {
    plans.close();
    net.close();
  }

  private PlanFixture with(Chain.Rules rules) {
    return with(rules, (body, timeout) -> Reply.ok(net.chain().handle(body)));
  }

  private PlanFixture with(Chain.Rules rules, Transport node) {
    if (plans != null) {
      plans.close();
    }
    return new PlanFixture(dir, rules, node, net.clock, PracticeFixture.KEY);
  }

  private static String code(TransferIntent intent, PlanFixture plans) {
    try {
      plans.plan(intent);
      return "planned";
    } catch (WalletException e) {
      return e.code();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private void mined(SendPlan plan) throws InterruptedException {
    net.result("eth_sendRawTransaction", "'" + plans.signed(plan) + "'");
    net.chain().mine(1);
    plans.reader.refresh();
  }

  private BigInteger dollars(Address of) {
    return net.chain().view().head().state().storage(
        PracticeToken.ADDRESS, PracticeToken.balanceSlot(of));
  }

  private static Wei ether(int n) {
    return Wei.of(PracticeFixture.ETHER.multiply(BigInteger.valueOf(n)));
  }

  @Test
  void aPaymentIsSimulatedAndItsBalancesChange() throws InterruptedException {
    SendPlan plan = plans.plan(plans.pay(BOB, ether(1)));

    assertThat(plan.simulation().outcome().level()).isEqualTo(Observed.Level.AGREED);
    assertThat(plan.simulation().outcome().maybe()).contains(new Simulation.Outcome.Succeeds());
    assertThat(plan.simulation().changes().maybe().orElseThrow())
        .containsExactly(
            new BalanceChange(
                plans.alice.address(), Optional.empty(), ether(1).value().negate()),
            new BalanceChange(BOB, Optional.empty(), ether(1).value()));
    assertThat(plan.transaction().gasLimit()).isEqualTo(21_000);
    assertThat(plan.balance().level()).isEqualTo(Observed.Level.PROVEN);
    assertThat(plan.mustType()).isEmpty();
    assertThat(PlanFixture.codes(plan)).containsExactly("first-time-recipient");
  }

  @Test
  void tokensAreSentInTheirOwnUnitsAndTheirBalanceIsProven() throws InterruptedException {
    Asset dollar = plans.sends.token("pusd");
    assertThat(dollar).isEqualTo(PlanFixture.DOLLAR);
    SendPlan plan = plans.plan(plans.token(dollar, BOB, 12_500_000));

    assertThat(plan.sent().toString()).isEqualTo("12.5 PUSD");
    assertThat(plan.transaction().to()).isEqualTo(PracticeToken.ADDRESS);
    assertThat(plan.transaction().value()).isEqualTo(Wei.ZERO);
    assertThat(plan.assetBalance().level()).isEqualTo(Observed.Level.PROVEN);
    assertThat(plan.assetBalance().maybe()).contains(Wei.of(100_000_000));
    assertThat(plan.simulation().changes().maybe().orElseThrow())
        .containsExactly(
            new BalanceChange(
                plans.alice.address(),
                Optional.of(PracticeToken.ADDRESS),
                BigInteger.valueOf(-12_500_000)),
            new BalanceChange(
                BOB, Optional.of(PracticeToken.ADDRESS), BigInteger.valueOf(12_500_000)));
    // warned of who is paid, not of the contract that is called
    assertThat(PlanFixture.codes(plan)).containsExactly("first-time-recipient");

    mined(plan);
    assertThat(dollars(BOB)).isEqualTo(12_500_000);
    assertThat(PlanFixture.codes(plans.plan(plans.token(dollar, BOB, 1)))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(FeeChoice.Pace.class)
  void sendingEverythingLeavesExactlyNothing(FeeChoice.Pace pace) throws InterruptedException {
    mined(plans.plan(TransferIntent.ofAll(plans.alice, BOB, PlanFixture.ETHER, pace)));
    assertThat(net.balance(plans.alice.address())).isZero();
    assertThat(net.balance(BOB)).isPositive();
  }

  @Test
  void sendingAllTokensLeavesNoneAndSendsNoEther() throws InterruptedException {
    mined(
        plans.plan(
            TransferIntent.ofAll(
                plans.alice, BOB, PlanFixture.DOLLAR, FeeChoice.Pace.NORMAL)));
    assertThat(dollars(plans.alice.address())).isZero();
    assertThat(dollars(BOB)).isEqualTo(100_000_000);
    assertThat(net.balance(BOB)).isZero();
    assertThat(
            code(
                TransferIntent.ofAll(
                    plans.alice, BOB, PlanFixture.DOLLAR, FeeChoice.Pace.NORMAL),
                plans))
        .isEqualTo("nothing-to-send");
  }

  /// W07: what the balance does not cover is refused here, and no endpoint is asked again and again.
  @Test
  void whatTheBalanceDoesNotCoverIsNotPlanned() {
    assertThat(code(plans.pay(BOB, ether(11)), plans)).isEqualTo("insufficient-funds");
    Wei all = Wei.of(net.balance(plans.alice.address()));
    assertThat(code(plans.pay(BOB, all), plans)).isEqualTo("insufficient-for-fee");
    assertThat(code(plans.token(PlanFixture.DOLLAR, BOB, 100_000_001), plans))
        .isEqualTo("insufficient-tokens");
    // the nonces of plans that failed are free again
    assertThat(code(plans.pay(BOB, ether(1)), plans)).isEqualTo("planned");
    assertThat(plans.journal.all()).isEmpty();
  }

  @Test
  void aTokenOfAnotherAddressIsNone() {
    Asset none = Asset.token(PlanFixture.ID, BOB, "NONE", 18);
    assertThat(code(plans.token(none, BOB, 1), plans)).isEqualTo("not-a-token");
    assertThatThrownBy(() -> plans.sends.token(BOB.toString()))
        .extracting("code")
        .isEqualTo("not-a-token");
  }

  @Test
  void aCallThatRevertsIsNotPlannedAndTheReasonIsTold() {
    String data = new Erc20Call.Transfer(BOB, BigInteger.TEN.pow(20)).data();
    assertThatThrownBy(
            () -> plans.plan(plans.call(PracticeToken.ADDRESS, data, OptionalLong.empty())))
        .isInstanceOf(WalletException.class)
        .hasMessageContaining("“ERC20: transfer amount exceeds balance”")
        .extracting("code")
        .isEqualTo("would-revert");
  }

  @Test
  void withTheUsersOwnGasARevertIsShownAndWarnedOf() throws InterruptedException {
    String data = new Erc20Call.Transfer(BOB, BigInteger.TEN.pow(20)).data();
    SendPlan plan =
        plans.plan(plans.call(PracticeToken.ADDRESS, data, OptionalLong.of(90_000)));
    assertThat(plan.simulation().reverts().orElseThrow().line())
        .isEqualTo("“ERC20: transfer amount exceeds balance”");
    assertThat(plan.simulation().outcome().level()).isEqualTo(Observed.Level.AGREED);
    assertThat(PlanFixture.codes(plan)).contains("would-revert");
  }

  @Test
  void tooLittleGasOfTheUsersOwnIsSeenInTheSimulation() throws InterruptedException {
    String data = new Erc20Call.Transfer(BOB, BigInteger.ONE).data();
    SendPlan plan =
        plans.plan(plans.call(PracticeToken.ADDRESS, data, OptionalLong.of(25_000)));
    assertThat(plan.simulation().reverts().orElseThrow().line()).contains("out of gas");
  }

  /// X08: nonce inflation.
  @Test
  void anInflatedNonceMovesNothing() throws InterruptedException {
    plans.fault("a", Fault.LYING_NONCE);
    SendPlan plan = plans.plan(plans.pay(BOB, ether(1)));
    assertThat(plan.transaction().nonce()).isZero();
    assertThat(PlanFixture.codes(plan)).doesNotContain("foreign-pending");
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
    plans = with(PlanFixture.rules(true, new BaseFeeRule.None(), DataFee.NONE));
    plans.fault("b", Fault.LYING_FEES);
    assertThat(plans.plan(plans.pay(BOB, ether(1))).fee().nextBaseFee())
        .isEqualTo(Wei.of(net.chain().view().head().nextBaseFee()));
  }

  /// X13: nobody proves; groups agree.
  @Test
  void withoutProofsAPlanIsAgreed() throws InterruptedException {
    plans.all(Fault.NO_PROOF);
    SendPlan plan = plans.plan(plans.token(PlanFixture.DOLLAR, BOB, 1));
    assertThat(plan.balance().level()).isEqualTo(Observed.Level.AGREED);
    assertThat(plan.assetBalance().level()).isEqualTo(Observed.Level.AGREED);
    assertThat(plan.simulation().outcome().level()).isEqualTo(Observed.Level.AGREED);
  }

  /// X15: the same account in another wallet.
  @Test
  void aForeignTransactionThatWaitsIsWarnedOfAndNotReplaced() throws InterruptedException {
    net.send(net.transfer(0));
    SendPlan plan = plans.plan(plans.pay(BOB, ether(1)));
    assertThat(plan.transaction().nonce()).isEqualTo(1);
    assertThat(PlanFixture.codes(plan)).contains("foreign-pending");
  }

  @Test
  void ownTransactionsThatWaitAreNotForeign() throws InterruptedException {
    SendPlan first = plans.plan(plans.pay(BOB, ether(1)));
    net.result("eth_sendRawTransaction", "'" + plans.signed(first) + "'");
    SendPlan second = plans.plan(plans.pay(BOB, ether(1)));
    assertThat(second.transaction().nonce()).isEqualTo(1);
    assertThat(PlanFixture.codes(second)).isEmpty();
  }

  @Test
  void offlineAPlanOfOwnFiguresIsBuiltOnTheLastVerifiedView() throws InterruptedException {
    plans.plan(plans.pay(BOB, ether(1)));
    plans.all(Fault.REFUSE);
    net.clock.pass(600);
    PlanFixture later = with(PlanFixture.rules());
    later.all(Fault.REFUSE);
    plans = later;
    assertThat(code(plans.pay(BOB, ether(1)), plans)).isEqualTo("no-way-to-chain");
    SendPlan plan = plans.plan(plans.priced(BOB, ether(1), "30", OptionalLong.of(21_000)));
    assertThat(PlanFixture.codes(plan)).contains("stale-view");
    assertThat(plan.balance().level()).isEqualTo(Observed.Level.STALE);
    assertThat(plan.simulation().outcome()).isInstanceOf(Observed.Unknown.class);
    SendPlan dear = plans.plan(plans.priced(BOB, ether(10), "30", OptionalLong.of(21_000)));
    assertThat(PlanFixture.codes(dear)).contains("insufficient-for-fee");
  }

  @Test
  void anAddressThatLooksLikeAKnownOneIsWarnedOf() throws InterruptedException {
    plans.own.add(Address.parse("0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed"));
    Address twin = Address.parse("0x5aae00000000000000000000000000000000aed1".replace("aed1", "eaed"));
    SendPlan currency = plans.plan(plans.pay(twin, ether(1)));
    assertThat(PlanFixture.codes(currency)).containsExactly("look-alike");
    SendPlan token = plans.plan(plans.token(PlanFixture.DOLLAR, twin, 1));
    assertThat(PlanFixture.codes(token)).containsExactly("look-alike");
    Address halfAlike = Address.parse("0x5aae000000000000000000000000000000000001");
    assertThat(PlanFixture.codes(plans.plan(plans.pay(halfAlike, ether(1)))))
        .containsExactly("first-time-recipient");
  }

  @Test
  void oddRecipientsAreWarnedOf() throws InterruptedException {
    Address token = PracticeToken.ADDRESS;
    assertThat(PlanFixture.codes(plans.plan(plans.pay(plans.alice.address(), ether(1)))))
        .containsExactly("own-address");
    assertThat(PlanFixture.codes(plans.plan(plans.token(PlanFixture.DOLLAR, token, 1))))
        .contains("token-contract");
    SendPlan data = plans.plan(plans.call(BOB, "0x12345678", OptionalLong.empty()));
    assertThat(PlanFixture.codes(data)).contains("no-code");
    String all = new Erc20Call.Approve(BOB, BigInteger.ONE.shiftLeft(255)).data();
    SendPlan approval = plans.plan(plans.call(token, all, OptionalLong.empty()));
    assertThat(PlanFixture.codes(approval)).contains("unlimited-approval");
  }

  @Test
  void aMistypedAddressOfMixedCaseIsRefused() {
    assertThatThrownBy(() -> plans.sends.token("0x5aaEb6053F3E94C9b9A09f33669435E7Ef1BeAed"))
        .extracting("code")
        .isEqualTo("bad-checksum");
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
    assertThatThrownBy(() -> plan.confirmed("y"))
        .extracting("code")
        .isEqualTo("fee-not-confirmed");
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
    plans = with(PlanFixture.rules(false, new BaseFeeRule.None(), DataFee.NONE));
    plans.fault("c", Fault.LYING_FEES);
    SendPlan plan = plans.plan(plans.pay(BOB, ether(1)));
    assertThat(plan.transaction().legacy()).isTrue();
    assertThat(plan.fee().maxFeePerGas().value())
        .isLessThan(PracticeFixture.GWEI.multiply(BigInteger.TEN));
    mined(plan);
    assertThat(net.balance(BOB)).isEqualTo(ether(1).value());
  }

  private PlanFixture rollup(String answer) {
    Transport chain = (body, timeout) -> Reply.ok(net.chain().handle(body));
    Twist oracle =
        Gaps.instead(request ->
            Members.method(request).equals("eth_call")
                    && Members.param(request, 0)
                        .path("to")
                        .asString("")
                        .equals(ORACLE.toLowerHex())
                ? Optional.of(Members.result(request, JsonMapper.shared().readTree(answer)))
                : Optional.empty());
    return with(
        PlanFixture.rules(true, BaseFeeRule.ETHEREUM, DataFee.OP),
        (body, timeout) -> new Twisted(chain, oracle).exchange(body, timeout));
  }

  @Test
  void aRollupsDataFeeIsPartOfTheFeeAndOfWhatIsLeftOfEverything() throws InterruptedException {
    BigInteger fee = BigInteger.TEN.pow(14);
    plans = rollup("\"0x%064x\"".formatted(fee));
    SendPlan plan =
        plans.plan(
            TransferIntent.ofAll(
                plans.alice, BOB, PlanFixture.ETHER, FeeChoice.Pace.NORMAL));
    assertThat(plan.fee().dataFee()).isEqualTo(Wei.of(fee));
    BigInteger left = net.balance(plans.alice.address()).subtract(plan.transaction().cost().value());
    assertThat(left).isEqualTo(fee.multiply(BigInteger.valueOf(3)).shiftRight(1));
    assertThat(plan.balanceAfter()).contains(Wei.ZERO);
  }

  @Test
  void aDataFeeThatNobodyTellsIsSaidToBeUnknown() throws InterruptedException {
    plans = with(PlanFixture.rules(true, BaseFeeRule.ETHEREUM, DataFee.UNKNOWN));
    assertThat(PlanFixture.codes(plans.plan(plans.pay(BOB, ether(1)))))
        .contains("data-fee-unknown");
  }

  @Test
  void hexOfTheOracleCallIsItsSignatures() {
    assertThat(io.belay.core.decode.AbiWords.selectorOf("getL1Fee(bytes)")).isEqualTo("0x49948e0e");
    assertThat(Hex.decode("0x49948e0e")).hasSize(4);
  }

  @Test
  void anAmountOfAnotherNetworkIsRefused() {
    Asset other = new Asset(io.belay.base.ChainId.of(1), "ETH", 18);
    assertThat(
            code(
                TransferIntent.of(
                    plans.alice, BOB, other.amount(Wei.of(1)), FeeChoice.Pace.NORMAL),
                plans))
        .isEqualTo("wrong-asset");
  }
}
