package io.belay.app.send;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.app.fake.FakeDrafts;
import io.belay.app.fake.FakePlans;
import io.belay.app.fake.FakeSession;
import io.belay.app.fake.FakeTx;
import io.belay.app.fake.FakeUi;
import io.belay.app.fake.FakeVault;
import io.belay.app.fx.SameThread;
import io.belay.app.send.SendViewModel.Step;
import io.belay.app.unlock.VaultDoor.Opened;
import io.belay.base.Address;
import io.belay.base.TxHash;
import io.belay.core.decode.Erc20Call;
import io.belay.core.fee.FeeChoice;
import io.belay.core.money.Wei;
import io.belay.core.send.SendPlan;
import io.belay.core.send.TxRecord;
import io.belay.core.send.TxState;
import io.belay.core.state.Observed;
import io.belay.core.state.State;
import io.belay.core.store.ContactEntry;
import io.belay.core.tx.UnsignedTransaction;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SendViewModelTest {
  private final FakeSession session = new FakeSession();
  private final SameThread background = new SameThread();
  private final List<TxHash> sent = new ArrayList<>();
  private final State<List<ContactEntry>> book = new State<>(List.of());
  private final FakeDrafts drafts = new FakeDrafts();
  private final Opened vault =
      new FakeVault().unlock("Main vault", FakeVault.PASSWORD.toCharArray());
  private final SendViewModel model = made();

  private SendViewModel made() {
    return new SendViewModel(
        FakeUi.with(background),
        session,
        vault.accounts(),
        book,
        vault.signer(),
        drafts,
        sent::add);
  }

  @BeforeEach
  void fill() {
    session.balances.put(
        FakeVault.SAVINGS,
        new Observed.Single<>(FakeSession.ether("2"), FakeSession.evidence("alpine")));
    model.start();
    model.form().to().set(FakeVault.DAILY.toString());
    model.form().amount().set("0.05");
  }

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

  /// As the next process finds it: nothing is left but what is on disk.
  private SendViewModel afterCrash() {
    SendViewModel next = made();
    next.start();
    return next;
  }

  @Test
  void theFormThatWasUnderReviewIsTheSamePaymentAfterACrash() {
    model.form().more().data().set("0xc0ffee");
    model.form().fee().pace().set(Optional.of(FeeChoice.Pace.FAST));
    model.review();
    SendPlan seen = model.plan().get().orElseThrow();
    SendViewModel next = afterCrash();
    assertThat(next.form().intent()).contains(seen.intent());
    assertThat(next.note().get()).isEqualTo("This form was open when Belay ended");
    next.review();
    next.confirm(next.plan().get().orElseThrow());
    assertThat(session.sent).hasSize(1);
    assertThat(drafts.read()).isEmpty();
  }

  @Test
  void aPaymentThatWasSignedBeforeTheCrashIsNotOfferedAgain() {
    model.review();
    String id = model.plan().get().orElseThrow().intent().id();
    session.activity.set(List.of(FakeTx.ofIntent(id, FakeTx.of(118, TxState.SENDING))));
    SendViewModel next = afterCrash();
    assertThat(next.note().get())
        .startsWith("The payment of the form that was open last was signed");
    assertThat(next.form().to().get()).isEmpty();
    assertThat(drafts.read()).isEmpty();
  }

  @Test
  void trulyTheSameIdAfterACrashSignsNothingMore() {
    model.review();
    session.answerLost = Optional.of("unexpected"); // signed and written down, then it ends
    model.confirm(model.plan().get().orElseThrow());
    session.answerLost = Optional.empty();
    session.activity.set(List.of()); // even where the journal is told late
    SendViewModel next = afterCrash();
    next.review();
    next.confirm(next.plan().get().orElseThrow());
    assertThat(session.sent).hasSize(1);
  }

  @Test
  void aFormThatIsGivenUpIsForgotten() {
    model.review();
    assertThat(drafts.read()).isPresent();
    model.clear();
    assertThat(drafts.read()).isEmpty();
    assertThat(afterCrash().form().to().get()).isEmpty();
  }

  @Test
  void anotherVaultsFormIsLeftAlone() {
    model.review();
    SavedForm kept = drafts.read().orElseThrow();
    drafts.keep(
        new SavedForm(
            kept.id(),
            "0x52908400098527886E0F7030069857D2E4169EE7",
            kept.to(),
            "",
            "1",
            false,
            "normal",
            "",
            "",
            "",
            "",
            "",
            false));
    assertThat(afterCrash().form().to().get()).isEmpty();
    assertThat(drafts.read()).isPresent();
  }

  @Test
  void aRefusedPaymentIsEditedAsANewOneAtItsNonce() {
    String before = model.form().intent().orElseThrow().id();
    model.again(FakeTx.of(118, TxState.REJECTED));
    var intent = model.form().intent().orElseThrow();
    assertThat(intent.id()).isNotIn(before, "intent");
    assertThat(intent.nonce()).hasValue(118);
    assertThat(intent.to()).isEqualTo(FakeVault.DAILY);
    assertThat(intent.amount().units()).isEqualTo(FakeSession.ether("0.05"));
    assertThat(model.note().get()).startsWith("A new payment in the place of the refused one");
  }

  @Test
  void aRefusedTransferOfATokenIsEditedWithItsAmountOnlyWhereItsDecimalsAreKnown() {
    UnsignedTransaction transfer =
        new UnsignedTransaction(
            FakeSession.CHAIN.id(),
            5,
            Wei.ofGwei("1"),
            Wei.ofGwei("16"),
            65_000,
            FakeSession.USDC.contract().orElseThrow(),
            Wei.ZERO,
            new Erc20Call.Transfer(FakeVault.DAILY, BigInteger.valueOf(2_500_000)).data());
    TxRecord refused = FakeTx.of(transfer, TxState.REJECTED, List.of());
    model.again(refused);
    assertThat(model.form().amount().get()).isEmpty();
    session.tell(FakeSession.USDC, Observed.Level.AGREED);
    model.again(refused);
    assertThat(model.form().amount().get()).isEqualTo("2.5");
    assertThat(model.form().intent().orElseThrow().amount().asset()).isEqualTo(FakeSession.USDC);
    assertThat(model.form().intent().orElseThrow().to()).isEqualTo(FakeVault.DAILY);
  }

  @Test
  void onlyPrivatelyReachesTheIntent() {
    model.form().more().privately().set(true);
    assertThat(model.form().intent().orElseThrow().privately()).isTrue();
    session.planFails = Optional.of("no-private-relay");
    model.review();
    assertThat(model.problem().get()).startsWith("No private relay is on for this network.");
    model.form().clear();
    assertThat(model.form().more().privately().get()).isFalse();
  }

  @Test
  void whoIsInTheAddressBookIsOfferedAndNamedAndLookAlikesAreToldOf() {
    Address ana = Address.parse("0x52908400098527886E0F7030069857D2E4169EE7");
    book.set(
        List.of(
            new ContactEntry(FakeSession.CHAIN.id().value(), ana, "Ana", ""),
            new ContactEntry(1, FakeVault.DAILY, "Elsewhere", "")));
    assertThat(model.contacts()).extracting(ContactEntry::name).containsExactly("Ana");
    assertThat(model.says().payees().known(ana, Optional.empty()))
        .isEqualTo("Ana, in your address book. Never paid from here");
    assertThat(model.says().payees().twin(ana)).isEmpty();
    assertThat(
            model
                .says()
                .payees()
                .twin(Address.parse("0x529084000985278860000000000000000000" + "9ee7")))
        .startsWith("It begins and ends like " + ana + " (Ana, in your address book)");
  }
}
