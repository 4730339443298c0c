package io.belay.app.activity;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.app.fake.FakeLabels;
import io.belay.app.fake.FakeTx;
import io.belay.app.fake.FakeUi;
import io.belay.core.store.LabelBook;
import org.junit.jupiter.api.Test;

class LabelViewModelTest {
  private final LabelBook labels = FakeLabels.empty();

  private LabelViewModel open() {
    return new LabelViewModel(FakeUi.make(), labels, FakeTx.hash(1));
  }

  @Test
  void aLabelIsKeptAsItIsCleanedAndThereAgain() {
    LabelViewModel model = open();
    assertThat(model.said().get()).isEmpty();
    model.text().set("  Rent for May ");
    model.keep();
    assertThat(model.said().get()).isEqualTo("Kept.");
    assertThat(model.text().get()).isEqualTo("Rent for May");
    assertThat(open().text().get()).isEqualTo("Rent for May");
  }

  @Test
  void anEmptyOneIsGone() {
    labels.put(FakeTx.hash(1), "Rent");
    LabelViewModel model = open();
    model.text().set(" ");
    model.keep();
    assertThat(model.said().get()).isEqualTo("The label is gone.");
    assertThat(labels.labels().get()).isEmpty();
  }

  @Test
  void aLongOneIsShownAsItIsKept() {
    LabelViewModel model = open();
    model.text().set("a".repeat(10_000));
    model.keep();
    assertThat(model.text().get()).isEqualTo(open().text().get()).hasSizeLessThan(1_000);
  }
}
