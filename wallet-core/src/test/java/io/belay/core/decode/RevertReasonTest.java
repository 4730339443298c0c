package io.belay.core.decode;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RevertReasonTest {
  private static String word(long n) {
    return "%064x".formatted(n);
  }

  private static String error(String hexText, long length) {
    return "0x08c379a0" + word(32) + word(length) + hexText;
  }

  private static String padded(String text) {
    StringBuilder hex = new StringBuilder();
    for (byte b : text.getBytes(java.nio.charset.StandardCharsets.UTF_8)) {
      hex.append("%02x".formatted(b));
    }
    hex.append("0".repeat((64 - hex.length() % 64) % 64));
    return hex.toString();
  }

  private static String line(String output) {
    return RevertReason.parse(output, "").line();
  }

  @Test
  void wordsAreQuoted() {
    // Solidity's own example of Error(string)
    assertThat(
            line(
                "0x08c379a0"
                    + "0000000000000000000000000000000000000000000000000000000000000020"
                    + "000000000000000000000000000000000000000000000000000000000000001a"
                    + "4e6f7420656e6f7567682045746865722070726f76696465642e000000000000"))
        .isEqualTo("“Not enough Ether provided.”");
  }

  @Test
  void wordsOfAStrangerStayOneShortLine() {
    String evil = "a\nb\u001b[31m\u202e" + "x".repeat(500);
    String line =
        line(error(padded(evil), evil.getBytes(java.nio.charset.StandardCharsets.UTF_8).length));
    assertThat(line)
        .hasSizeLessThanOrEqualTo(Quote.LONGEST + 2)
        .doesNotContain("\n", "\u001b", "\u202e");
    assertThat(line).startsWith("“a b [31m xxx");
  }

  @ParameterizedTest
  @CsvSource({
    "1, an assertion failed",
    "17, a sum is too large",
    "18, a division by zero",
    "50, an index"
  })
  void panicsHaveTheirMeaning(long code, String meaning) {
    assertThat(line("0x4e487b71" + word(code)))
        .startsWith(meaning)
        .endsWith("(panic 0x" + Long.toString(code, 16) + ")");
  }

  @Test
  void anUnknownPanicKeepsItsNumber() {
    assertThat(line("0x4e487b71" + word(0x99))).contains("panic 0x99");
  }

  @Test
  void errorsOfTokensHaveTheirName() {
    assertThat(line("0xe450d38c" + word(1) + word(2) + word(3)))
        .isEqualTo("the contract's error ERC20InsufficientBalance");
    assertThat(line("0x12345678" + word(1))).contains("0x12345678");
  }

  @ParameterizedTest
  @ValueSource(longs = {33, 4_000_000_000L, Long.MAX_VALUE})
  void aTextLongerThanItsBytesIsNoText(long length) {
    assertThat(RevertReason.parse(error(padded("x"), length), ""))
        .isInstanceOf(RevertReason.Custom.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0x", "0x0", "0x0102", "rubbish"})
  void withoutBytesAProvidersWordsAreQuotedAsItsWords(String output) {
    assertThat(RevertReason.parse(output, "out of\ngas").line())
        .isEqualTo("a provider says “out of gas”");
    assertThat(RevertReason.parse(output, "").line()).isEqualTo("no reason is given");
  }
}
