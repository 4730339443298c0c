package io.belay.keystore.v3;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.keystore.Vectors;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class EthersExchangeTest {
  private static final int KEYS = 20;
  private static final List<String> PASSWORDS =
      List.of(
          "correct horse",
          "p\u00e4ssw\u00f6rd",
          "pa\u0308sswo\u0308rd",
          "\uff21\ufb01 \u2460",
          "\u30d1\u30b9\u30ef\u30fc\u30c9",
          "\ud83e\udd80\ud83d\udd11",
          " ",
          "x".repeat(200));

  private final List<String> keys = new ArrayList<>();
  private final ObjectNode question = JsonMapper.shared().createObjectNode();

  private static String password(int i) {
    return PASSWORDS.get(i % PASSWORDS.size());
  }

  @Test
  void opensOneAnothersKeystores() throws IOException, InterruptedException {
    ask();
    JsonNode answer = Ethers.ask(question);
    for (int i = 0; i < KEYS; i++) {
      assertThat(answer.path("opened").get(i).stringValue()).isEqualTo("0x" + keys.get(i));
      String made = answer.path("made").get(i).stringValue();
      assertThat(Cases.open(Cases.utf8(made), password(i))).isEqualTo(keys.get(i));
      assertThat(Keystore.parse(Cases.utf8(made)).address()).isPresent();
    }
    Vectors.count("keystores exported here and opened by ethers", KEYS);
    Vectors.count("keystores made by ethers and opened here", KEYS);
  }

  private void ask() {
    ArrayNode open = question.putArray("open");
    ArrayNode make = question.putArray("make");
    KeystoreExport export = Cases.export(new ScryptCost(1024, 8, 1));
    for (int i = 0; i < KEYS; i++) {
      keys.add(randomKey(i));
      try (PrivateKey key = PrivateKey.parse(keys.get(i).toCharArray());
          KeystorePassword password = Cases.password(password(i))) {
        byte[] file = export.encrypt(key, password, Progress.SILENT);
        open.addObject()
            .put("file", new String(file, StandardCharsets.US_ASCII))
            .put("password", password(i));
      }
      make.addObject().put("key", "0x" + keys.get(i)).put("password", password(i));
    }
  }

  /// Every fifth begins with zeros.
  private static String randomKey(int i) {
    byte[] key = new byte[32];
    new SecureRandom().nextBytes(key);
    key[0] = 0x7f;
    if (i % 5 == 0) {
      key[0] = 0;
      key[1] = 0;
    }
    return HexFormat.of().formatHex(key);
  }
}
