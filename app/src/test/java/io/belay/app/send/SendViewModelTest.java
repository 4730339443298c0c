package io.belay.app.send;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.app.fake.FakeSession;
import io.belay.app.fake.FakeUi;
import io.belay.app.fake.FakeVault;
import io.belay.app.fx.SameThread;
import io.belay.app.send.SendViewModel.Step;
import io.belay.app.unlock.VaultDoor.Opened;
import io.belay.base.TxHash;
import io.belay.core.fee.FeeChoice;
import io.belay.core.send.SendPlan;
import io.belay.core.state.Observed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SendViewModelTest {
  private final FakeSession session = new FakeSession();
  private final SameThread background = new SameThread();
  private final List<TxHash> sent = new ArrayList<>();
  private final Opened vault =
      new FakeVault().unlock("Main vault", FakeVault.PASSWORD.toCharArray());
  private final SendViewModel model =
      new SendViewModel(
          FakeUi.with(background), session, vault.accounts(), vault.signer(), sent::add);

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
    assertThat(model.form().complete().get()).isTrue();
    assertThat(model.form().from().get()).map(e -> e.name()).contains("Savings");
    assertThat(model.balance().get().maybe()).contains(FakeSession.ether("2"));
  }

  @Test
  void wrongChecksumKeepsReviewShut() {
    model.form().to().set(FakeVault.DAILY.toString().replace('f', 'F'));
    assertThat(model.form().complete().get()).isFalse();
    model.review();
    assertThat(model.step().get()).isEqualTo(Step.FORM);
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
    assertThat(background.repeating()).isEqualTo(1);
  }

  @Test
  void confirmSendsExactlyThePlanThatIsShown() {
    model.review();
    SendPlan plan = model.plan().get().orElseThrow();
    model.confirm();
    assertThat(session.sent).containsExactly(plan);
    assertThat(sent).hasSize(1);
    assertThat(session.released).isEmpty();
    assertThat(model.form().amount().get()).isEmpty();
  }

  @Test
  void secondConfirmSendsNothing() {
    model.review();
    model.confirm();
    model.confirm();
    assertThat(session.sent).hasSize(1);
  }

  @Test
  void nothingIsSentWithoutReview() {
    model.confirm();
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
  void unchangedFieldsStayTheSameIntent() {
    String id = model.form().intent().orElseThrow().id();
    model.review();
    model.edit();
    assertThat(model.form().intent().orElseThrow().id()).isEqualTo(id);
    model.form().amount().set("0.06");
    assertThat(model.form().intent().orElseThrow().id()).isNotEqualTo(id);
  }

  @Test
  void failedSendKeepsTheIntentAndPointsToActivity() {
    model.review();
    String id = model.plan().get().orElseThrow().intent().id();
    session.sendFails = Optional.of("disk-full");
    model.confirm();
    assertThat(model.problem().get()).startsWith("No space left");
    assertThat(model.consequence().get()).contains("Look at Activity first");
    assertThat(session.released).hasSize(1);
    assertThat(model.form().intent().orElseThrow().id()).isEqualTo(id);
  }

  @Test
  void ownFeeNeedsBothFiguresInOrder() {
    SendForm form = model.form();
    form.pace().set(Optional.empty());
    assertThat(form.complete().get()).isFalse();
    form.maxGwei().set("2");
    form.tipGwei().set("3");
    assertThat(form.moreProblem()).contains("priority fee");
    form.tipGwei().set("1.5");
    assertThat(form.intent().orElseThrow().fee()).isInstanceOf(FeeChoice.Custom.class);
  }

  @Test
  void ownNonceGasAndDataReachTheIntent() {
    SendForm form = model.form();
    form.nonce().set("7");
    form.gas().set("90000");
    form.data().set("0xC0FFEE");
    var intent = form.intent().orElseThrow();
    assertThat(intent.nonce()).hasValue(7);
    assertThat(intent.gas()).hasValue(90_000);
    assertThat(intent.data()).isEqualTo("0xc0ffee");
    form.data().set("0xC0F");
    assertThat(form.complete().get()).isFalse();
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
    Review review = Review.of(model.plan().get().orElseThrow(), session.connectivity().get());
    assertThat(review.transaction().to()).isEqualTo(FakeVault.DAILY);
    assertThat(review.value(session.chain().currency())).isEqualTo("0.05 ETH");
    assertThat(review.bytes()).startsWith("0x02").hasSize(2 + 2 * review.size());
    assertThat(review.through()).containsExactly("Alpine", "Birch", "Dune", "Ember");
    assertThat(review.down()).containsExactly("Cedar");
  }
}
