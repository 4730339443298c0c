package io.belay.core.practice;

import static io.belay.core.practice.PracticeFixture.BOB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belay.base.Address;
import io.belay.base.WalletException;
import io.belay.core.chain.Chain;
import io.belay.core.decode.Erc20Call;
import io.belay.core.fee.FeeChoice;
import io.belay.core.money.Asset;
import io.belay.core.money.Wei;
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

/// Plans on the practice chain: what is read, reckoned, simulated and warned of.
@Timeout(60)
class PlannerTest {
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
    return new PlanFixture(dir, rules, net.node(), net.clock, PracticeFixture.KEY);
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
    return net.chain()
        .view()
        .head()
        .state()
        .storage(PracticeToken.ADDRESS, PracticeToken.balanceSlot(of));
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
            new BalanceChange(plans.alice.address(), Optional.empty(), ether(1).value().negate()),
            new BalanceChange(BOB, Optional.empty(), ether(1).value()));
    assertThat(plan.transaction().gasLimit()).isEqualTo(21_000);
    assertThat(plan.balance().level()).isEqualTo(Observed.Level.PROVEN);
    assertThat(plan.mustType()).isEmpty();
    assertThat(PlanFixture.codes(plan)).containsExactly("first-time-recipient");
  }

  @Test
  void gasAndBalancesAreToldWithoutHoldingANonce() throws InterruptedException {
    assertThat(plans.sends.gas(plans.pay(BOB, ether(1)))).isEqualTo(21_000);
    long gas = plans.sends.gas(plans.token(PlanFixture.DOLLAR, BOB, 1));
    SendPlan plan = plans.plan(plans.token(PlanFixture.DOLLAR, BOB, 1));
    assertThat(plan.transaction().gasLimit()).isEqualTo(gas).isGreaterThan(21_000);
    assertThat(plan.transaction().nonce()).isZero();
    assertThat(plans.sends.balance(PlanFixture.DOLLAR, plans.alice.address()).maybe())
        .contains(Wei.of(100_000_000));
  }

  @Test
  void tokensAreSentInTheirOwnUnitsAndTheirBalanceIsProven() throws InterruptedException {
    Asset dollar = plans.sends.token("pusd").asset();
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
            TransferIntent.ofAll(plans.alice, BOB, PlanFixture.DOLLAR, FeeChoice.Pace.NORMAL)));
    assertThat(dollars(plans.alice.address())).isZero();
    assertThat(dollars(BOB)).isEqualTo(100_000_000);
    assertThat(net.balance(BOB)).isZero();
    assertThat(
            code(
                TransferIntent.ofAll(plans.alice, BOB, PlanFixture.DOLLAR, FeeChoice.Pace.NORMAL),
                plans))
        .isEqualTo("nothing-to-send");
  }

  /// W07: what the balance does not cover is refused here, and no endpoint is asked again and
  /// again.
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
    SendPlan plan = plans.plan(plans.call(PracticeToken.ADDRESS, data, OptionalLong.of(90_000)));
    assertThat(plan.simulation().reverts().orElseThrow().line())
        .isEqualTo("“ERC20: transfer amount exceeds balance”");
    assertThat(plan.simulation().outcome().level()).isEqualTo(Observed.Level.AGREED);
    assertThat(PlanFixture.codes(plan)).contains("would-revert");
  }

  @Test
  void tooLittleGasOfTheUsersOwnIsSeenInTheSimulation() throws InterruptedException {
    String data = new Erc20Call.Transfer(BOB, BigInteger.ONE).data();
    SendPlan plan = plans.plan(plans.call(PracticeToken.ADDRESS, data, OptionalLong.of(25_000)));
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
    plans.close();
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
    Address twin =
        Address.parse("0x5aae00000000000000000000000000000000aed1".replace("aed1", "eaed"));
    SendPlan currency = plans.plan(plans.pay(twin, ether(1)));
    assertThat(PlanFixture.codes(currency)).containsExactly("look-alike");
    assertThat(currency.warnings().getFirst().other())
        .contains(Address.parse("0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed"));
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
  void anAmountOfAnotherNetworkIsRefused() {
    Asset other = new Asset(io.belay.base.ChainId.of(1), "ETH", 18);
    assertThat(
            code(
                TransferIntent.of(plans.alice, BOB, other.amount(Wei.of(1)), FeeChoice.Pace.NORMAL),
                plans))
        .isEqualTo("wrong-asset");
  }
}
