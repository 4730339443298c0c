package io.belay.keystore.hd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belay.base.Hex;
import io.belay.base.WalletException;
import io.belay.keystore.SkippedCases;
import io.belay.keystore.Vectors;
import io.belay.keystore.secret.SecretBytes;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class MnemonicTest {
  // python-mnemonic has them; bitcoin/bips does not, so no other wallet need read them
  private static final Set<String> NOT_IN_THE_STANDARD = Set.of("russian", "turkish");
  private static final String ABOUT = "abandon ".repeat(11) + "about";

  @Tag("long")
  @Test
  void agreesWithTrezorInEveryLanguageOfTheStandard() {
    int cases = 0;
    int all = 0;
    SkippedCases skipped = SkippedCases.of("trezor-python-mnemonic/vectors.json");
    for (Map.Entry<String, JsonNode> language :
        Vectors.read("trezor-python-mnemonic/vectors.json").properties()) {
      for (JsonNode row : language.getValue()) {
        all++;
        if (NOT_IN_THE_STANDARD.contains(language.getKey())) {
          skipped.add("russian and turkish");
          continue;
        }
        compareWithTrezor(Language.of(language.getKey().replace('_', '-')), row);
        cases++;
      }
    }
    skipped.agree(all);
    Vectors.count("BIP-39 vectors of python-mnemonic, in ten languages", cases);
    assertThat(cases).isEqualTo(240);
  }

  private static void compareWithTrezor(Language language, JsonNode row) {
    String phrase = row.get(1).stringValue();
    try (SecretBytes entropy =
            SecretBytes.moveFrom(HexFormat.of().parseHex(row.get(0).stringValue()));
        Mnemonic made = Mnemonic.ofEntropy(entropy, language);
        Mnemonic read = Mnemonic.parse(phrase.toCharArray(), language);
        Mnemonic full = read.withPassphrase("TREZOR".toCharArray());
        Seed seed = full.seed();
        SecretBytes bytes = seed.bytes();
        ExtendedKey master = bytes.use(ExtendedKey::master)) {
      assertThat(nfkd(text(made))).isEqualTo(nfkd(phrase));
      assertThat(hex(bytes)).isEqualTo("0x" + row.get(2).stringValue());
      Xprv.assertSame(master, row.get(3).stringValue());
    }
  }

  private static String nfkd(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKD);
  }

  @Tag("long")
  @Test
  void agreesWithEthersInEveryLanguageItHas() {
    int phrases = 0;
    int nodes = 0;
    for (JsonNode row : Vectors.read("ethers-v6/mnemonics.json.gz")) {
      nodes += compare(row);
      phrases++;
    }
    Vectors.count("mnemonics of ethers", phrases);
    Vectors.count("BIP-32 nodes of ethers' mnemonics", nodes);
    assertThat(phrases).isEqualTo(400);
    assertThat(nodes).isEqualTo(2400);
  }

  private static int compare(JsonNode row) {
    int nodes = 0;
    char[] passphrase = utf8(row, "password").toCharArray();
    Language language = LanguageTest.ofEthers(row.path("locale").stringValue());
    try (Mnemonic words = Mnemonic.parse(utf8(row, "phrase").toCharArray(), language);
        Mnemonic full = words.withPassphrase(passphrase);
        Seed seed = full.seed();
        SecretBytes bytes = seed.bytes()) {
      assertThat(hex(bytes)).isEqualTo(row.path("seed").stringValue());
      for (JsonNode node : row.path("nodes")) {
        HdPath path = HdPath.parse(node.path("path").stringValue());
        try (SecretBytes key = seed.privateKey(path)) {
          assertThat(hex(key)).isEqualTo(node.path("privateKey").stringValue());
        }
        nodes++;
      }
    }
    return nodes;
  }

  private static String utf8(JsonNode row, String name) {
    return new String(Hex.decode(row.path(name).stringValue()), StandardCharsets.UTF_8);
  }

  @Test
  void typingIsForgiven() {
    String typed = "\n " + ABOUT.replace(" ", "\t ").toUpperCase(java.util.Locale.ROOT) + " ";
    try (Mnemonic read = Mnemonic.parse(typed.toCharArray())) {
      assertThat(text(read)).isEqualTo(ABOUT);
      assertThat(read.size()).isEqualTo(12);
      assertThat(read.words().getLast()).containsExactly('a', 'b', 'o', 'u', 't');
    }
  }

  @Test
  void namesThePlaceOfAWrongWordButNotTheWord() {
    String wrong = ABOUT.replaceFirst("abandon abandon abandon", "abandon abandon hunter2");
    assertThatThrownBy(() -> Mnemonic.parse(wrong.toCharArray()))
        .hasMessage("word 3 is not in the English list")
        .extracting("code")
        .isEqualTo("bad-mnemonic");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 11, 13, 14, 25, 48})
  void refusesOtherCounts(int count) {
    assertThatThrownBy(() -> Mnemonic.parse("abandon ".repeat(count).toCharArray()))
        .isInstanceOf(WalletException.class)
        .hasMessageEndingWith("not " + count);
  }

  @Test
  void refusesAWrongChecksum() {
    assertThatThrownBy(() -> Mnemonic.parse("abandon ".repeat(12).toCharArray()))
        .hasMessageStartingWith("the last word does not fit");
  }

  @ParameterizedTest
  @CsvSource({"12,16", "15,20", "18,24", "21,28", "24,32"})
  void randomOnesReadBack(int words, int bytes) {
    SecureRandom random = new SecureRandom();
    int rounds = Boolean.getBoolean("belay.full") ? 20_000 : 100;
    for (int i = 0; i < rounds; i++) {
      try (Mnemonic made = Mnemonic.random(words, random);
          SecretBytes entropy = made.entropy();
          Mnemonic read = Mnemonic.parse(text(made).toCharArray());
          SecretBytes again = read.entropy()) {
        assertThat(entropy.length()).isEqualTo(bytes);
        assertThat(hex(again)).isEqualTo(hex(entropy));
      }
    }
    Vectors.count("random mnemonics of " + words + " words", rounds);
  }

  @Test
  void anEmptyPassphraseIsNone() {
    try (Mnemonic plain = Mnemonic.parse(ABOUT.toCharArray());
        Mnemonic same = plain.withPassphrase(new char[0])) {
      assertThat(same.passphrase()).isEmpty();
    }
  }

  @Test
  void showsNothingAndIsWiped() {
    Mnemonic mnemonic = Mnemonic.parse(ABOUT.toCharArray());
    assertThat(mnemonic.toString()).isEqualTo("Mnemonic[12 words, redacted]");
    mnemonic.close();
    assertThatThrownBy(mnemonic::words).extracting("code").isEqualTo("secret-closed");
  }

  private static String text(Mnemonic mnemonic) {
    StringBuilder out = new StringBuilder();
    mnemonic.writeTo(out);
    return out.toString();
  }

  private static String hex(SecretBytes secret) {
    return secret.use(Hex::encode);
  }
}
