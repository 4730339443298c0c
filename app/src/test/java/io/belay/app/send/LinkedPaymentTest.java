package io.belay.app.send;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.app.fake.FakeSession;
import io.belay.app.fake.FakeVault;
import io.belay.core.money.Asset;
import io.belay.core.money.PaymentUri;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// The form, filled with what a link asks for.
class LinkedPaymentTest extends SendPage {
  private static PaymentUri link(String rest) {
    return PaymentUri.parse("ethereum:" + rest).orElseThrow();
  }

  @Test
  void itIsAnotherPaymentAndNothingIsSent() {
    String before = model.form().id();
    assertThat(model.isUntouched()).isFalse();
    assertThat(model.fill(link(FakeVault.SAVINGS + "?value=2.5e17"))).isTrue();
    assertThat(model.form().to().get()).isEqualTo(FakeVault.SAVINGS.toString());
    assertThat(model.form().amount().get()).isEqualTo("0.25");
    assertThat(model.form().id()).isNotEqualTo(before);
    assertThat(model.note().get()).contains("from a link");
    assertThat(model.step().get()).isEqualTo(SendViewModel.Step.FORM);
    assertThat(sent).isEmpty();
  }

  @Test
  void aTokensAmountIsWrittenOnceItsDecimalsAreKnown() {
    Asset usdc = FakeSession.USDC;
    String token = usdc.contract().orElseThrow().toString();
    String uri = token + "/transfer?address=" + FakeVault.SAVINGS + "&uint256=1500000";
    model.fill(link(uri));
    assertThat(model.form().asset().asset().get()).contains(usdc);
    assertThat(model.form().amount().get()).isEqualTo("1.5");
  }

  /// A stranger's token: nobody answers for it at first.
  @Test
  void withoutDecimalsThereIsNoAmountAndWhatIsTypedMeanwhileStays() {
    String token = FakeSession.FALSE_USDC.contract().orElseThrow().toString();
    String uri = token + "/transfer?address=" + FakeVault.SAVINGS + "&uint256=1500000";
    session.told.silent = Optional.of("no-way");
    model.fill(link(uri));
    assertThat(model.form().amount().get()).isEmpty();
    session.told.silent = Optional.empty();
    model.form().asset().look();
    assertThat(model.form().amount().get()).isNotEmpty();
    model.form().amount().set("7");
    model.form().asset().look();
    assertThat(model.form().amount().get()).isEqualTo("7");
  }

  @Test
  void anotherAssetChosenMeanwhileGetsNoAmount() {
    String token = FakeSession.FALSE_USDC.contract().orElseThrow().toString();
    session.told.silent = Optional.of("no-way");
    model.fill(link(token + "/transfer?address=" + FakeVault.SAVINGS + "&uint256=1500000"));
    model.form().asset().choose("");
    assertThat(model.form().amount().get()).isEmpty();
  }

  /// The form was asked whether it is empty before what a crash had left was back in it.
  @Test
  void whatACrashLeftIsInTheFormBeforeALinkIs() {
    model.review(); // on disk from here on
    SendViewModel next = made();
    assertThat(next.form().isBlank()).isTrue();
    assertThat(next.isKnown(() -> {})).isTrue();
    assertThat(next.isUntouched()).isFalse();
    assertThat(next.form().amount().get()).isEqualTo("0.05");
  }

  @Test
  void whoAsksBeforeItIsBackIsToldWhenItIs() {
    AtomicInteger told = new AtomicInteger();
    background.park();
    SendViewModel next = made();
    assertThat(next.isKnown(told::incrementAndGet)).isFalse();
    assertThat(told).hasValue(0);
    background.unpark();
    assertThat(told).hasValue(1);
    assertThat(next.isKnown(told::incrementAndGet)).isTrue();
  }

  /// An asset alone that a person had chosen gave way to what a crash had left.
  @Test
  void whatIsChosenMeanwhileIsNoEmptyForm() {
    model.review();
    SendViewModel next = made();
    next.form().all().set(true);
    assertThat(next.isKnown(() -> {})).isTrue();
    assertThat(next.form().amount().get()).isEmpty();
  }

  @Test
  void withoutAnAmountThePayerDecides() {
    model.fill(link(FakeVault.SAVINGS.toString()));
    assertThat(model.form().amount().get()).isEmpty();
    model.clear();
    assertThat(model.isUntouched()).isTrue();
  }
}
