package io.belay.app.fx;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.app.control.Known;
import io.belay.app.control.TxWords;
import io.belay.app.fake.FakeSession;
import io.belay.app.fake.FakeTx;
import io.belay.core.send.TxRecord;
import io.belay.core.send.TxState;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VeilTest {
  private final Words words = new Words(Locale.ENGLISH);
  private final TxRecord record = FakeTx.of(1, TxState.SEEN);

  private TxWords says(Words by) {
    return new TxWords(by, new Known(FakeSession.CHAIN.currency(), Map.of()));
  }

  @Test
  void everyWayToSayAnAmountPassesThroughIt() {
    TxWords says = says(words);
    words.veil().drawn().set(true);
    assertThat(says.title(record)).contains("\u2022\u2022\u2022 ETH").doesNotContain("0.05");
    assertThat(says.heading(record)).doesNotContain("0.05");
    assertThat(says.meaning(record.transaction(), record.from())).doesNotContain("0.05");
    assertThat(says.moved(record.transaction())).isEqualTo("\u2022\u2022\u2022 ETH");
    assertThat(says.most(record.transaction())).isEqualTo("\u2022\u2022\u2022 ETH");
    words.veil().drawn().set(false);
    assertThat(says.title(record)).contains("0.05 ETH");
  }

  @Test
  void whatIsAboutToBeSignedIsAlwaysSeen() {
    words.veil().drawn().set(true);
    assertThat(says(words.unveiled()).title(record)).contains("0.05 ETH");
  }
}
