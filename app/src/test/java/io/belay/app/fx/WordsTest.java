package io.belay.app.fx;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.app.control.RevealsWords;
import io.belay.base.WalletException;
import io.belay.core.rpc.Connectivity;
import io.belay.core.rpc.EndpointStatus;
import io.belay.core.send.Reveals;
import io.belay.core.send.TxState;
import io.belay.core.state.Observed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WordsTest {
  private static final Pattern LITERAL = Pattern.compile("\"([a-z][a-z0-9.-]*\\.?)\"");
  private static final Pattern USE =
      Pattern.compile(
          "(?:ui\\.text|ui\\(\\)\\.text|words\\.get|\\bget)\\(\\s*\"([a-z][a-z0-9.-]+)\"");

  private static final Pattern THROWN =
      Pattern.compile("new (?:io\\.belay\\.base\\.)?WalletException\\(\\s*\"([a-z0-9-]+)\"");

  private static final Pattern WARNED = Pattern.compile("new Warning\\(\\s*\"([a-z-]+)\"");

  private final Set<String> known = new TreeSet<>();

  WordsTest() {
    for (String name :
        List.of(
            "messages",
            "troubles",
            "endpoints",
            "transactions",
            "send",
            "book",
            "desk",
            "journal",
            "palette",
            "networks",
            "outage",
            "sign",
            "account",
            "link",
            "release",
            "habits")) {
      known.addAll(ResourceBundle.getBundle("io.belay.app.i18n." + name, Locale.ENGLISH).keySet());
    }
  }

  private final Words words = new Words(Locale.ENGLISH);

  @Test
  void everyKeyThatIsUsedExists() {
    List<String> missing = new ArrayList<>();
    for (String source : sources()) {
      Matcher use = USE.matcher(source);
      while (use.find()) {
        String key = use.group(1);
        if (!key.endsWith(".") && !known.contains(key)) {
          missing.add(key);
        }
      }
    }
    assertThat(missing).isEmpty();
  }

  @Test
  void everyKeyIsUsed() {
    Set<String> literals = new TreeSet<>();
    for (String source : sources()) {
      Matcher literal = LITERAL.matcher(source);
      while (literal.find()) {
        literals.add(literal.group(1));
      }
    }
    List<String> unused =
        known.stream()
            .filter(key -> !literals.contains(key))
            .filter(key -> literals.stream().noneMatch(l -> l.endsWith(".") && key.startsWith(l)))
            .sorted()
            .toList();
    assertThat(unused).isEmpty();
  }

  @Test
  void everyStateHasItsWord() {
    List<String> keys = new ArrayList<>();
    Arrays.stream(TxState.values()).forEach(s -> keys.add("tx." + s.word()));
    Arrays.stream(Observed.Level.values()).forEach(l -> keys.add("total." + l.word()));
    Arrays.stream(Observed.Level.values()).forEach(l -> keys.add("known.because." + l.word()));
    Arrays.stream(Observed.Level.values()).forEach(l -> keys.add("tx.known." + l.word()));
    Arrays.stream(EndpointStatus.State.values()).forEach(s -> keys.add("endpoint." + s.word()));
    Arrays.stream(EndpointStatus.Voice.values())
        .forEach(v -> keys.add("connect.voice." + v.word()));
    for (Connectivity.Mode mode : Connectivity.Mode.values()) {
      keys.add("connect.head." + mode.word());
      keys.add("connect.detail." + mode.word());
      keys.add("status.mode." + mode.word());
      keys.add("send.mode." + mode.word());
    }
    assertThat(keys).allMatch(known::contains);
  }

  @Test
  void errorsSpeakByTheirCode() {
    assertThat(words.error(new WalletException("wrong-password", "x")))
        .isEqualTo("Wrong password. Nothing was changed.");
    assertThat(words.error(new WalletException("never-heard-of", "the line it carries")))
        .isEqualTo("the line it carries (never-heard-of)");
  }

  @Test
  void everyCodeThatCanReachTheWindowHasItsSentence() {
    Set<String> codes = new TreeSet<>();
    for (String module : List.of("../keystore", "../wallet-core", ".")) {
      for (String source : sources(Path.of(module, "src/main/java"))) {
        Matcher thrown = THROWN.matcher(source);
        while (thrown.find()) {
          codes.add(thrown.group(1));
        }
      }
    }
    assertThat(codes).hasSizeGreaterThan(60).contains("wrong-password", "disputed", "unexpected");
    assertThat(codes).allMatch(code -> known.contains("error." + code));
  }

  @Test
  void everyWarningOfThePlannerHasItsTitleAndItsDetail() {
    Set<String> codes = new TreeSet<>();
    for (String source : sources(Path.of("../wallet-core/src/main/java"))) {
      Matcher warned = WARNED.matcher(source);
      while (warned.find()) {
        codes.add(warned.group(1));
      }
    }
    assertThat(codes).hasSizeGreaterThan(15).contains("look-alike", "would-revert", "no-code");
    assertThat(codes).allMatch(code -> known.contains("warning." + code));
    assertThat(codes).allMatch(code -> known.contains("warning." + code + ".detail"));
  }

  @Test
  void whatAWayRevealsIsToldWithWhomAndTheirTracking() {
    assertThat(Reveals.Code.values()).allMatch(code -> known.contains("reveals." + code.word()));
    RevealsWords told = new RevealsWords(words);
    assertThat(
            told.of(
                new Reveals(
                    Reveals.Code.PRIVATE_RELAY,
                    List.of("Relay & Co", "Other"),
                    true,
                    List.of("Other"))))
        .contains("the proxy's network address to Relay & Co, Other and the block builders")
        .endsWith("never at the same time. By their own words these track their users: Other.");
    assertThat(told.of(new Reveals(Reveals.Code.ORDINARY, List.of("A"), false, List.of())))
        .contains("together with your network address, to A.")
        .doesNotContain("track");
  }

  @Test
  void warningsSpeakByTheirCodeAndUnknownOnesStillWarn() {
    assertThat(words.warning("own-address")).isEqualTo("This pays yourself");
    assertThat(words.warningDetail("own-address", List.of()))
        .startsWith("The recipient is the sending");
    assertThat(words.warning("never-heard-of")).isEqualTo("Something to know before you sign");
    assertThat(words.warningDetail("never-heard-of", List.of("the line it carries")))
        .isEqualTo("the line it carries (never-heard-of)");
  }

  @Test
  void argumentsAreTextAndNotPatterns() {
    assertThat(words.get("receive.title", "{0} $1 \\ 'quoted'"))
        .isEqualTo("Receive to {0} $1 \\ 'quoted'");
  }

  private static List<String> sources() {
    return sources(Path.of("src/main/java"));
  }

  /// The command line is left out: it speaks for itself.
  private static List<String> sources(Path root) {
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(f -> f.toString().endsWith(".java"))
          .filter(f -> !f.toString().contains("/app/cli/"))
          .map(WordsTest::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
