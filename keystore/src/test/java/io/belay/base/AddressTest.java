package io.belay.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {
  @ParameterizedTest
  @ValueSource( // EIP-55, "Test Cases"
      strings = {
        "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed",
        "0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359",
        "0xdbF03B407c01E7cD3CBea99509d93f8DDDC8C6FB",
        "0xD1220A0cf47c7B9Be7A2E6BA89F429762e7b9aDb"
      })
  void keepsTheChecksum(String text) {
    assertThat(Address.parse(text).toString()).isEqualTo(text);
    assertThat(Address.parse(text.toLowerCase(java.util.Locale.ROOT)).toString()).isEqualTo(text);
  }

  @Test
  void refusesOneWrongCapital() {
    assertThatThrownBy(() -> Address.parse("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1Beaed"))
        .isInstanceOf(WalletException.class)
        .extracting("code")
        .isEqualTo("bad-checksum");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0x", "0x12", "5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed00", "0xzz"})
  void refusesOtherForms(String text) {
    assertThatThrownBy(() -> Address.parse(text))
        .isInstanceOf(WalletException.class)
        .extracting("code")
        .isEqualTo("bad-address");
  }

  @Test
  void hashesAsEthereumDoes() {
    assertThat(Keccak.hash().toString())
        .isEqualTo("0xc5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470");
    assertThat(Keccak.hash("abc".getBytes(StandardCharsets.US_ASCII)).toString())
        .isEqualTo("0x4e03657aea45a94fc7d47ba826c8d667c0d1e6e33a64a036ec44f58fa12d6c45");
  }
}
