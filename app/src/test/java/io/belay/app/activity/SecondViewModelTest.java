package io.belay.app.activity;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.app.activity.SecondViewModel.Step;
import io.belay.app.fake.FakeSession;
import io.belay.app.fake.FakeTx;
import io.belay.app.fake.FakeUi;
import io.belay.app.fake.FakeVault;
import io.belay.app.fx.SameThread;
import io.belay.app.unlock.VaultDoor.Opened;
import io.belay.base.Address;
import io.belay.base.TxHash;
import io.belay.core.send.Purpose;
import io.belay.core.send.Replacement;
import io.belay.core.send.TxState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SecondViewModelTest {
  private final FakeSession session = new FakeSession();
  private final SameThread background = new SameThread();
  private final List<TxHash> sent = new ArrayList<>();
  private final Opened vault =
      new FakeVault().unlock("Main vault", FakeVault.PASSWORD.toCharArray());
  private final SecondViewModel model =
      new SecondViewModel(
          FakeUi.with(background), session, vault.accounts(), vault.signer(), sent::add);

  @BeforeEach
  void signOne() {
    session.activity.set(List.of(FakeTx.of(118, TxState.STUCK)));
  }

  @Test
  void signsExactlyWhatIsShown() {
    model.speedUp(FakeTx.hash(118));
    Replacement shown = model.shown().get().orElseThrow();
    assertThat(shown.purpose()).isEqualTo(Purpose.SPEED_UP);
    assertThat(model.old(shown)).contains(FakeTx.of(118, TxState.STUCK));
    assertThat(session.replaced).isEmpty();
    model.confirm(shown);
    assertThat(session.replaced).containsExactly(shown);
    assertThat(sent).hasSize(1);
    assertThat(model.step().get()).isEqualTo(Step.NONE);
  }

  @Test
  void confirmingTwiceSignsOnce() {
    model.cancel(FakeTx.hash(118));
    Replacement shown = model.shown().get().orElseThrow();
    model.confirm(shown);
    model.confirm(shown);
    assertThat(session.replaced).containsExactly(shown);
  }

  @Test
  void whatWasLeftIsNotSigned() {
    model.speedUp(FakeTx.hash(118));
    Replacement shown = model.shown().get().orElseThrow();
    model.leave();
    model.confirm(shown);
    model.cancel(FakeTx.hash(118));
    model.confirm(shown);
    assertThat(session.replaced).isEmpty();
  }

  @Test
  void whatIsTooLateSaysSoAndThatNothingWasSigned() {
    session.planFails = Optional.of("not-replaceable");
    model.speedUp(FakeTx.hash(118));
    assertThat(model.problem().get()).startsWith("This transaction is in a block already");
    assertThat(model.consequence().get())
        .isEqualTo("Nothing was signed. The old one goes on as before.");
    assertThat(model.step().get()).isEqualTo(Step.NONE);
  }

  @Test
  void failedSigningPointsToTheList() {
    model.speedUp(FakeTx.hash(118));
    session.sendFails = Optional.of("disk-full");
    model.confirm(model.shown().get().orElseThrow());
    assertThat(model.problem().get()).startsWith("No space left");
    assertThat(model.consequence().get()).contains("no second payment");
    assertThat(model.shown().get()).isEmpty();
  }

  @Test
  void withoutTheKeyThereIsNothingToConfirm() {
    Address watched = Address.parse("0xdbf03b407c01e7cd3cbea99509d93f8dddc8c6fb");
    vault.watch(watched, "Old");
    model.fill(watched, 4);
    assertThat(model.problem().get())
        .isEqualTo("The key of this account is not in the open vault.");
    assertThat(model.shown().get()).isEmpty();
  }

  @Test
  void leavingWhileReadingShowsNothing() {
    background.hold();
    model.speedUp(FakeTx.hash(118));
    assertThat(model.step().get()).isEqualTo(Step.READING);
    model.leave();
    assertThat(model.step().get()).isEqualTo(Step.NONE);
  }
}
