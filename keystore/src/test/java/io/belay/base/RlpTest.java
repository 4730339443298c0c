package io.belay.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RlpTest {
  @Test
  void encodesTheYellowPaperExamples() {
    assertThat(Hex.encode(Rlp.encode(Rlp.of("dog".getBytes(StandardCharsets.US_ASCII)))))
        .isEqualTo("0x83646f67");
    assertThat(Hex.encode(Rlp.encode(Rlp.list()))).isEqualTo("0xc0");
    assertThat(Hex.encode(Rlp.encode(Rlp.of(0)))).isEqualTo("0x80");
    assertThat(Hex.encode(Rlp.encode(Rlp.of(1024)))).isEqualTo("0x820400");
    assertThat(
            Hex.encode(
                Rlp.encode(
                    Rlp.list(
                        Rlp.list(),
                        Rlp.list(Rlp.list()),
                        Rlp.list(Rlp.list(), Rlp.list(Rlp.list()))))))
        .isEqualTo("0xc7c0c1c0c3c0c1c0");
  }

  @Test
  void longItemsRoundTrip() {
    byte[] kilobyte = new byte[1024];
    kilobyte[0] = 1;
    byte[] encoded = Rlp.encode(Rlp.list(Rlp.of(kilobyte), Rlp.of(kilobyte)));
    assertThat(Rlp.decode(encoded).list().get(1).bytes()).isEqualTo(kilobyte);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0x", // nothing
        "0x8100", // a small byte with a length
        "0xb800", // long form for a short length
        "0xb90000", // leading zero in the length
        "0x8261", // cut
        "0xc26161ff", // bytes after the item
        "0xc1", // list cut
        "0xbf0fffffffffffffff", // absurd length
        "0xc382616161" // member longer than its list
      })
  void refusesWhatNoEncoderWrites(String hex) {
    assertThatThrownBy(() -> Rlp.decode(Hex.decode(hex)))
        .isInstanceOf(WalletException.class)
        .extracting("code")
        .isEqualTo("bad-rlp");
  }

  @Test
  void numbersHaveNoLeadingZero() {
    assertThatThrownBy(() -> Rlp.decode(Hex.decode("0x820001")).number())
        .isInstanceOf(WalletException.class);
  }
}
