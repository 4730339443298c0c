package io.belay.app.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belay.base.WalletException;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UpdateCheckTest {
  private static final URI PLACE = URI.create("https://example.org/news.txt");
  private final TestKey key = TestKey.ed25519();
  private int asked;

  private byte[] document(String text) {
    byte[] signed = text.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(signed);
    all.writeBytes(TestKey.armored(key.sign(signed)));
    return all.toByteArray();
  }

  private UpdateCheck answering(byte[] document) {
    Fetch fetch =
        (address, most) -> {
          asked++;
          assertThat(address).isEqualTo(PLACE);
          assertThat(most).isEqualTo(64 * 1024);
          return document;
        };
    ReleaseSource source = new ReleaseSource(PLACE, ReleaseKey.parse(key.file()));
    return new UpdateCheck(() -> Optional.of(source), fetch, "0.1.0", () -> TestKey.NOW);
  }

  private News ask(String text) throws InterruptedException {
    return answering(document(text)).ask();
  }

  private void refused(String code, byte[] document) {
    assertThatThrownBy(() -> answering(document).ask())
        .isInstanceOf(WalletException.class)
        .extracting("code")
        .isEqualTo(code);
  }

  @Test
  void aNewerVersionIsToldWithWhatIsNewInIt() throws InterruptedException {
    News news = ask("belay-news 1\nversion 0.2.0\nlater: unknown\n- One\n- Two\n");
    assertThat(news.latest()).isEqualTo("0.2.0");
    assertThat(news.newer()).isTrue();
    assertThat(news.lines()).containsExactly("One", "Two");
    assertThat(news.signed().key()).isEqualTo(key.fingerprint());
    assertThat(asked).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "0.1.0,false",
    "0.1,false",
    "0.0.9,false",
    "0.1.0.1,true",
    "0.1.1,true",
    "0.10.0,true",
    "1.0,true"
  })
  void versionsAreComparedByTheirNumbers(String latest, boolean newer) throws InterruptedException {
    assertThat(ask("belay-news 1\nversion " + latest + "\n").newer()).isEqualTo(newer);
  }

  @Test
  void nothingIsBelievedWithoutTheReleasersSignature() {
    byte[] good = document("belay-news 1\nversion 0.2.0\n");
    byte[] changed =
        new String(good, StandardCharsets.ISO_8859_1)
            .replace("0.2.0", "0.3.0")
            .getBytes(StandardCharsets.ISO_8859_1);
    refused("bad-release-signature", changed);
    byte[] text = "belay-news 1\nversion 0.2.0\n".getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream other = new ByteArrayOutputStream();
    other.writeBytes(text);
    other.writeBytes(TestKey.armored(TestKey.ed25519().sign(text)));
    refused("bad-release-signature", other.toByteArray());
    refused("bad-release-news", text);
    refused("bad-release-news", new byte[0]);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "belay-news 2\nversion 0.2.0\n",
        "belay-news 1\n",
        "belay-news 1\nversion 0.2.0-evil\n",
        "belay-news 1\nversion 999999.0\n",
        "<html>\n"
      })
  void whatIsNoNewsIsRefusedThoughItIsSigned(String text) {
    refused("bad-release-news", document(text));
  }

  @Test
  void signedTextIsShownWithoutTricksAndWithoutEnd() throws InterruptedException {
    String odd = "a\u001b[31mred\u0007 \u202efdp.exe \u200bz";
    News news =
        ask(
            "belay-news 1\nversion 0.2.0\n- "
                + odd
                + "\n"
                + ("- " + "x".repeat(500) + "\n").repeat(40));
    assertThat(news.lines().getFirst()).isEqualTo("a[31mred fdp.exe z");
    assertThat(news.lines()).hasSize(12).allMatch(line -> line.length() <= 161);
  }

  @Test
  void aBuildWithoutAnAddressAsksNobody() {
    Fetch never =
        (address, most) -> {
          throw new AssertionError("asked");
        };
    assertThatThrownBy(() -> new UpdateCheck(never, "0.1.0", () -> TestKey.NOW).ask())
        .extracting("code")
        .isEqualTo("no-release-address");
  }

  @Test
  void theReleasersKeyIsReadOnlyWhenSomebodyAsks() {
    AtomicInteger read = new AtomicInteger();
    UpdateCheck check =
        new UpdateCheck(
            () -> {
              read.incrementAndGet();
              return Optional.empty();
            },
            (address, most) -> new byte[0],
            "0.1.0",
            () -> TestKey.NOW);
    assertThat(read).hasValue(0);
    assertThatThrownBy(check::ask).isInstanceOf(WalletException.class);
    assertThat(read).hasValue(1);
  }

  @Test
  void anAddressIsAnHttpsOneWithAKey() {
    Properties given = new Properties();
    given.setProperty("address", PLACE.toString());
    assertThat(ReleaseSource.of(given)).isEmpty();
    given.setProperty("key", Base64.getEncoder().encodeToString(key.file()));
    assertThat(ReleaseSource.of(given).orElseThrow().key().fingerprint())
        .isEqualTo(key.fingerprint());
    given.setProperty("address", "http://example.org/news.txt");
    assertThatThrownBy(() -> ReleaseSource.of(given)).isInstanceOf(IllegalStateException.class);
  }
}
