package io.belay.core.tx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belay.base.WalletException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RawPartsTest {
  private static byte[] bytes(int count, long seed) {
    byte[] raw = new byte[count];
    new Random(seed).nextBytes(raw);
    return raw;
  }

  private static void refused(List<String> parts, String code, String text) {
    assertThatThrownBy(() -> RawParts.join(String.join("\n", parts)))
        .isInstanceOfSatisfying(
            WalletException.class,
            e -> {
              assertThat(e.code()).isEqualTo(code);
              assertThat(e.text()).contains(text);
            });
  }

  @ParameterizedTest
  @ValueSource(ints = {1695, 2_000, 3_000, 10_000, 131_072})
  void partsInAnyOrderMakeTheWholeAgain(int count) {
    byte[] raw = bytes(count, count);
    List<String> parts = new ArrayList<>(RawParts.of(raw));
    assertThat(parts).hasSize((2 * count + 1_499) / 1_500);
    assertThat(parts).allMatch(part -> part.matches("[0-9A-Z:/]{1,1600}"));
    Collections.shuffle(parts, new Random(7));
    assertThat(RawText.parse(String.join("\n", parts))).isEqualTo(raw);
    assertThat(RawText.parse(" " + String.join("", parts).toLowerCase(Locale.ROOT))).isEqualTo(raw);
  }

  @Test
  void whatFitsIntoOneCodeIsNoPart() {
    byte[] raw = bytes(1_694, 1);
    assertThat(RawParts.of(raw)).containsExactly(RawText.forQr(raw));
    assertThat(RawText.parse(RawText.forQr(raw))).isEqualTo(raw);
  }

  @Test
  void missingForeignRepeatedAndDamagedPartsAreNamed() {
    List<String> parts = RawParts.of(bytes(3_000, 1));
    List<String> others = RawParts.of(bytes(3_000, 2));
    refused(List.of(parts.get(3), parts.get(0)), "qr-parts-missing", "2, 3");
    refused(List.of(parts.get(0), others.get(1)), "qr-part-foreign", "2");
    refused(List.of(parts.get(0), parts.get(1), parts.get(0)), "qr-part-twice", "1");
    List<String> changed = new ArrayList<>(parts);
    char last = parts.get(2).charAt(parts.get(2).length() - 1);
    changed.set(2, parts.get(2).replaceAll(".$", last == 'A' ? "B" : "A"));
    refused(changed, "qr-part-damaged", "");
    refused(List.of(parts.get(0) + "?"), "qr-part-damaged", "");
    refused(List.of("TX:5/4:" + "A".repeat(16) + ":00"), "qr-part-damaged", "");
    refused(List.of("TX:0/4:" + "A".repeat(16) + ":00"), "qr-part-damaged", "");
  }
}
