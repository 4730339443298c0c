package io.belay.app.fx;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BidiTest {
  @ParameterizedTest
  @ValueSource(strings = {"", "Sent 0.05 ETH", "送金", "0x52A1…9b0D", "Grüße"})
  void whatIsWrittenFromTheLeftStaysAsItIs(String text) {
    assertThat(Bidi.wrappable(text)).isSameAs(text);
  }

  @Test
  void invisibleMarksStandAheadOfWhatIsWrittenFromTheRightOnce() {
    String safe = Bidi.wrappable("Sent to مريم");
    assertThat(safe).endsWith("Sent to مريم").startsWith("\u200e".repeat(12));
    assertThat(Bidi.wrappable(safe)).isSameAs(safe);
    assertThat(Bidi.wrappable("\u200e" + "مريم")).startsWith("\u200e".repeat(4)).endsWith("مريم");
  }
}
