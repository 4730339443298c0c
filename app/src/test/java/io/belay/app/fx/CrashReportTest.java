package io.belay.app.fx;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CrashReportTest {
  private static final String ADDRESS = "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed";
  private static final String HASH =
      "0x9fc76417374aa880d4449a1f7f31ec597f00b1f6f3dd2d66f4c9c6c445836d8b";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "paid to 0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed now|paid to <hex> now",
        "5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed|<hex>",
        "0x5aAe b605 3F3E 94C9 b9A0|<hex>",
        "key 0102030405060708 seen|key <hex> seen",
        "at https://me:pass@node.example.org:8545/v1/a-key?token=abc#x now|at <url> now",
        "wss://node.example.org/secret|<url>",
        "no /home/me/.local/share/belay/belay.db here|no <file> here",
        "C:\\Users\\ana\\belay.db locked|<file> locked",
        "cannot read wallet-backup.json today|cannot read <file> today",
        "For input string: \"my secret words\"|For input string: <text>",
        "balance 418170612345 is odd|balance <number> is odd",
        "4,181,706 and 4.181706|<number> and <number>",
        "key sk_live_9aB3kLmNoPqRsTuVwXyZ|key <data>",
        "Index 5 out of bounds for length 3|Index 5 out of bounds for length 3",
        "class java.lang.Long cannot be cast|class java.lang.Long cannot be cast",
        "two\tlines of it|two lines of it"
      })
  void whatTellsOfAPersonIsTakenOut(String line, String left) {
    assertThat(Redaction.of(line, "/home/me")).isEqualTo(left);
  }

  @Test
  void homeDirectoryIsTakenOutWhereverItStands() {
    assertThat(Redaction.of("at D:homes-ana/x", "D:homes-ana")).doesNotContain("ana");
  }

  @Test
  void aLongLineIsCut() {
    assertThat(Redaction.of("a ".repeat(500), "/root")).hasSizeLessThan(250).endsWith("…");
  }

  @Test
  void reportSaysWhereButNotWhom() {
    IllegalStateException inner = new IllegalStateException("of " + ADDRESS);
    RuntimeException failure =
        new RuntimeException(HASH + " in " + System.getProperty("user.home") + "/a.json", inner);
    String text = CrashReport.of(failure).text();
    assertThat(text)
        .contains("Belay " + Version.NUMBER, System.getProperty("os.name"), "Java ")
        .contains("java.lang.RuntimeException: <hex> in <file>")
        .contains("because of java.lang.IllegalStateException: of <hex>")
        .contains("at io.belay.app.fx.CrashReportTest.reportSaysWhereButNotWhom:")
        .doesNotContain(ADDRESS, HASH, System.getProperty("user.home") + "/");
  }

  @Test
  void causesWithoutEndAreCut() {
    RuntimeException failure = new RuntimeException("bottom");
    for (int i = 0; i < 50; i++) {
      failure = new RuntimeException(failure);
    }
    assertThat(CrashReport.of(failure).text().lines().filter(l -> l.contains("because of")))
        .hasSize(4);
  }
}
