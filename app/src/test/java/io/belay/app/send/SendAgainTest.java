package io.belay.app.send;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.app.fake.FakeSession;
import io.belay.app.fake.FakeTx;
import io.belay.app.fake.FakeVault;
import io.belay.base.Address;
import io.belay.core.decode.Erc20Call;
import io.belay.core.fee.FeeChoice;
import io.belay.core.money.Wei;
import io.belay.core.send.SendPlan;
import io.belay.core.send.TxRecord;
import io.belay.core.send.TxState;
import io.belay.core.state.Observed;
import io.belay.core.store.ContactEntry;
import io.belay.core.tx.UnsignedTransaction;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What becomes of a form: kept over a crash, edited again, for private relays only, to a contact.
class SendAgainTest extends SendPage {
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
