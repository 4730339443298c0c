package io.belay.app.send;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.app.fake.FakePlans;
import io.belay.app.fake.FakeSession;
import io.belay.app.fake.FakeVault;
import io.belay.app.send.SendViewModel.Step;
import io.belay.core.fee.FeeChoice;
import io.belay.core.money.Wei;
import io.belay.core.send.SendPlan;
import io.belay.core.state.Observed;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SendViewModelTest extends SendPage {
  @Test
  void formIsCompleteWithRecipientAndAmount() {
    assertThat(model.form().intent()).isPresent();
    assertThat(model.form().from().get()).map(e -> e.name()).contains("Savings");
    assertThat(model.readings().balance().get().maybe()).contains(FakeSession.ether("2"));
  }

  @Test
  void wrongChecksumKeepsReviewShut() {
    model.form().to().set(FakeVault.DAILY.toString().replace('f', 'F'));
    assertThat(model.form().intent()).isEmpty();
    model.review();
    assertThat(model.step().get()).isEqualTo(Step.FORM);
  }

  @Test
  void anotherPayersBalanceIsNotShownForThisOne() {
    background.hold();
    model.form().from().set(Optional.of(vault.accounts().get().get(1)));
    assertThat(model.readings().balance().get()).isEqualTo(new Observed.Unknown<>("not-read-yet"));
  }

  @Test
  void saysWhatIsLeftOnlyAsFarAsItIsKnown() {
    assertThat(model.says().afterSending()).isEqualTo("1.95 ETH, less the fee");
    model.form().amount().set("2");
    assertThat(model.says().afterSending()).isEqualTo("Nothing is left for the fee");
    model.form().amount().set("2.5");
    assertThat(model.says().afterSending()).isEqualTo("Not enough: 0.5 ETH more is needed");
    model.form().amount().set("");
    assertThat(model.says().afterSending()).isEqualTo("—");
  }

  @Test
  void afterSendingNothingIsSaidToBeMissing() {
    model.form().amount().set("1.9");
    model.review();
    session.balances.put(
        FakeVault.SAVINGS,
        new Observed.Proven<>(FakeSession.ether("0.1"), FakeSession.evidence("alpine", "birch")));
    model.confirm(model.plan().get().orElseThrow());
    background.tick();
    assertThat(model.says().afterSending()).isEqualTo("—");
  }

  @Test
  void anOldBalanceDoesNotSayThatItIsNotEnough() {
    session.balances.put(
        FakeVault.SAVINGS,
        new Observed.Stale<>(FakeSession.ether("0.01"), FakeSession.evidence("alpine")));
    model.readings().readBalance();
    assertThat(model.says().afterSending()).isEqualTo("—");
  }

  @Test
  void planIsGivenBackWhenUserEdits() {
    model.review();
    SendPlan plan = model.plan().get().orElseThrow();
    model.edit();
    assertThat(session.released).containsExactly(plan);
    assertThat(model.form().amount().get()).isEqualTo("0.05");
  }

  @Test
  void planIsGivenBackWhenPageIsLeft() {
    model.review();
    model.stop();
    assertThat(session.released).hasSize(1);
    assertThat(model.plan().get()).isEmpty();
  }

  @Test
  void balanceIsReadAgainOnlyWhileThePageIsOpen() {
    model.stop();
    assertThat(background.repeating()).isZero();
    model.start();
    assertThat(background.repeating()).isEqualTo(3); // and the clock, and the fees
  }

  @Test
  void confirmSendsExactlyThePlanThatIsShown() {
    model.review();
    SendPlan plan = model.plan().get().orElseThrow();
    model.confirm(plan);
    assertThat(session.sent).containsExactly(plan);
    assertThat(sent).hasSize(1);
    assertThat(session.released).isEmpty();
    assertThat(model.form().amount().get()).isEmpty();
  }

  @Test
  void secondConfirmSendsNothing() {
    model.review();
    SendPlan plan = model.plan().get().orElseThrow();
    model.confirm(plan);
    model.confirm(plan);
    assertThat(session.sent).hasSize(1);
  }

  @Test
  void nothingIsSentButWhatIsUnderReview() {
    model.review();
    SendPlan seen = model.plan().get().orElseThrow();
    model.edit();
    model.confirm(seen);
    model.form().amount().set("0.06");
    model.review();
    model.confirm(seen);
    assertThat(session.sent).isEmpty();
  }

  @Test
  void failedPlanKeepsTheInputs() {
    session.planFails = Optional.of("insufficient-funds");
    model.review();
    assertThat(model.problem().get()).isEqualTo("Not enough for the amount and the fee.");
    assertThat(model.step().get()).isEqualTo(Step.FORM);
    assertThat(model.form().to().get()).isEqualTo(FakeVault.DAILY.toString());
  }

  @Test
  void oneFormIsOneIntentUntilItIsCleared() {
    String id = model.form().intent().orElseThrow().id();
    model.review();
    model.edit();
    model.form().amount().set("0.06");
    assertThat(model.form().intent().orElseThrow().id()).isEqualTo(id);
    model.form().clear();
    fill();
    assertThat(model.form().intent().orElseThrow().id()).isNotEqualTo(id);
  }

  @Test
  void tryingAgainAfterALostAnswerShowsTheFirstAndPaysNothingMore() {
    model.review();
    session.answerLost = Optional.of("unexpected");
    model.confirm(model.plan().get().orElseThrow());
    assertThat(sent).isEmpty();
    assertThat(model.consequence().get()).contains("makes no second payment");

    session.answerLost = Optional.empty();
    model.form().amount().set("0.07"); // even changed it is the same form
    model.review();
    model.confirm(model.plan().get().orElseThrow());
    assertThat(session.sent).hasSize(1);
    assertThat(sent).containsExactly(session.activity.get().getFirst().hash());
    assertThat(model.note().get()).isEqualTo("This form had made a payment already");
  }

  @Test
  void failedSendKeepsTheIntentAndPointsToActivity() {
    model.review();
    String id = model.plan().get().orElseThrow().intent().id();
    session.sendFails = Optional.of("disk-full");
    model.confirm(model.plan().get().orElseThrow());
    assertThat(model.problem().get()).startsWith("No space left");
    assertThat(model.consequence().get()).contains("Look at Activity first");
    assertThat(session.released).hasSize(1);
    assertThat(model.form().intent().orElseThrow().id()).isEqualTo(id);
  }

  @Test
  void ownFeeNeedsBothFiguresInOrder() {
    SendForm form = model.form();
    FeeFields fee = form.fee();
    fee.pace().set(Optional.empty());
    assertThat(fee.maxGwei().get()).isEqualTo("17"); // from the pace before, to begin from
    fee.maxGwei().set("");
    assertThat(form.intent()).isEmpty();
    fee.maxGwei().set("2");
    fee.tipGwei().set("3");
    assertThat(fee.read().problem()).contains("priority fee");
    fee.tipGwei().set("1.5");
    assertThat(form.intent().orElseThrow().fee()).isInstanceOf(FeeChoice.Custom.class);
  }

  @Test
  void ownNonceGasAndDataReachTheIntent() {
    SendForm form = model.form();
    form.more().nonce().set("7");
    form.more().gas().set("90000");
    form.more().data().set("0xC0FFEE");
    var intent = form.intent().orElseThrow();
    assertThat(intent.nonce()).hasValue(7);
    assertThat(intent.gas()).hasValue(90_000);
    assertThat(intent.data()).isEqualTo("0xc0ffee");
    form.more().data().set("0xC0F");
    assertThat(form.intent()).isEmpty();
  }

  @Test
  void newAccountDoesNotChangeThePayer() {
    model.form().from().set(Optional.of(vault.accounts().get().get(1)));
    vault.newAccount("Third");
    assertThat(model.form().accounts()).hasSize(3);
    assertThat(model.form().from().get()).map(e -> e.name()).contains("Daily");
  }

  @Test
  void reviewIsDecodedFromTheBytes() {
    model.review();
    Review review =
        Review.of(
            model.plan().get().orElseThrow(), session.carriers(), session.connectivity().get());
    assertThat(review.transaction().to()).isEqualTo(FakeVault.DAILY);
    assertThat(review.amount().orElseThrow()).hasToString("0.05 ETH");
    assertThat(review.bytes()).startsWith("0x02").hasSize(2 + 2 * review.size());
    assertThat(review.carried().through()).containsExactly("Alpine", "Birch", "Dune", "Ember");
    assertThat(review.carried().down()).containsExactly("Cedar");
  }

  @ParameterizedTest
  @CsvSource({
    "insufficient-funds,AMOUNT",
    "insufficient-tokens,AMOUNT",
    "nothing-to-send,AMOUNT",
    "insufficient-for-fee,FEE",
    "not-a-token,ASSET",
    "nonce-used,NONCE",
    "disputed,FROM",
    "would-revert,TO"
  })
  void refusalStandsBesideItsField(String code, SendField field) {
    session.planFails = Optional.of(code);
    model.review();
    assertThat(model.problemAt(field).get()).isEqualTo(model.problem().get()).isNotEmpty();
    assertThat(model.form().amount().get()).isEqualTo("0.05");
    model.form().amount().set("0.04");
    assertThat(model.problem().get()).isEmpty();
  }

  @Test
  void lostConnectionIsNoFieldsFault() {
    session.planFails = Optional.of("no-way-to-chain");
    model.review();
    assertThat(model.place().get()).isEmpty();
    assertThat(model.problem().get()).startsWith("No operator answers.");
  }

  @Test
  void gasIsAskedForOnlyWhenThePaymentHasSettled() {
    model.readings().stop();
    model.readings().start(); // its first tick sees the payment
    assertThat(model.readings().gas().get()).isEmpty();
    background.tick();
    assertThat(model.readings().gas().get()).contains(21_000L);
    model.form().fee().pace().set(Optional.of(FeeChoice.Pace.FAST));
    background.tick();
    assertThat(model.readings().gas().get()).contains(21_000L);
    model.form().amount().set("0.06");
    background.tick();
    assertThat(model.readings().gas().get()).isEmpty();
  }

  @Test
  void tokenIsKnownOnlyOnceItsDecimalsAre() {
    background.hold();
    model.form().asset().option().set(model.form().asset().options().get(1));
    assertThat(model.form().asset().asset().get()).isEmpty();
    assertThat(model.form().asset().asking().get()).isTrue();
    assertThat(model.form().intent()).isEmpty();
  }

  @Test
  void everythingOfATokenReachesTheIntent() {
    model.form().asset().option().set(model.form().asset().options().get(1));
    model.form().all().set(true);
    var intent = model.form().intent().orElseThrow();
    assertThat(intent.all()).isTrue();
    assertThat(intent.amount().asset()).isEqualTo(FakeSession.USDC);
    model.form().more().data().set("0xc0ffee");
    assertThat(model.form().read().dataProblem()).contains("no other data than its own");
    assertThat(model.form().intent()).isEmpty();
  }

  @Test
  void callMayGoWithoutMoney() {
    model.form().amount().set("");
    assertThat(model.form().intent()).isEmpty();
    model.form().more().data().set("0xc0ffee");
    assertThat(model.form().intent().orElseThrow().amount().units()).isEqualTo(Wei.ZERO);
  }

  @Test
  void extremeFeeWaitsForItsFigure() {
    session.planned = FakePlans::extreme;
    model.review();
    SendPlan plan = model.plan().get().orElseThrow();
    model.confirm(plan);
    model.confirm(plan, "0.42");
    assertThat(session.sent).isEmpty();
    model.confirm(plan, " 0.042 ");
    assertThat(session.sent).hasSize(1);
  }

  @Test
  void editingWhilePlanningStopsIt() {
    background.hold();
    model.review();
    assertThat(model.step().get()).isEqualTo(Step.PLANNING);
    model.form().amount().set("0.06");
    assertThat(model.step().get()).isEqualTo(Step.FORM);
  }
}
