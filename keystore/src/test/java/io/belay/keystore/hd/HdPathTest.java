package io.belay.keystore.hd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HdPathTest {
  @ParameterizedTest
  @ValueSource(strings = {"m", "m/0", "m/44'/60'/0'/0/0", "m/2147483647'/2147483647"})
  void printsWhatItReads(String text) {
    assertThat(HdPath.parse(text).toString()).isEqualTo(text);
  }

  @Test
  void readsOtherMarksOfHardening() {
    assertThat(HdPath.parse("m/44h/60H/0'/0/7")).isEqualTo(HdPath.ethereum(7));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "44'/60'",
        "m/",
        "m//1",
        "m/-1",
        "m/2147483648",
        "m/1''",
        "m/x",
        "m/99999999999"
      })
  void refusesOtherForms(String text) {
    assertThatThrownBy(() -> HdPath.parse(text)).extracting("code").isEqualTo("bad-path");
  }

  @Test
  void refusesMoreThan255Steps() {
    assertThat(HdPath.parse("m" + "/0".repeat(255)).steps()).hasSize(255);
    assertThatThrownBy(() -> HdPath.parse("m" + "/0".repeat(256)))
        .extracting("code")
        .isEqualTo("bad-path");
  }

  @Test
  void refusesANegativeIndex() {
    assertThatThrownBy(() -> HdPath.ethereum(-1)).extracting("code").isEqualTo("bad-path");
  }

  @Test
  void sortsByStep() {
    assertThat(HdPath.ethereum(2)).isLessThan(HdPath.ethereum(10));
    assertThat(HdPath.parse("m")).isLessThan(HdPath.parse("m/0"));
    assertThat(HdPath.parse("m/5")).isLessThan(HdPath.parse("m/0'"));
  }
}
