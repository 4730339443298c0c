package io.belay.keystore.secret;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.base.Hex;
import io.belay.keystore.Vectors;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class HmacVectorsTest {
  @Test
  void agreesWithWycheproof() {
    Map<String, Integer> table = new TreeMap<>();
    HexFormat hex = HexFormat.of();
    for (JsonNode group : Vectors.read("wycheproof/hmac_sha256_test.json").path("testGroups")) {
      int digits = group.path("tagSize").intValue() / 4;
      for (JsonNode test : group.path("tests")) {
        byte[] key = hex.parseHex(test.path("key").stringValue());
        byte[] message = hex.parseHex(test.path("msg").stringValue());
        String tag = hex.formatHex(Hmac.sha256(key, message)).substring(0, digits);
        String result = test.path("result").stringValue();
        // an invalid case has a changed tag
        assertThat(tag.equals(test.path("tag").stringValue())).isEqualTo(result.equals("valid"));
        String form = digits == 64 ? "whole tag" : "first half of the tag";
        table.merge(result + ", " + form, 1, Integer::sum);
      }
    }
    int cases = table.values().stream().mapToInt(Integer::intValue).sum();
    Vectors.count("HMAC-SHA256 cases of Wycheproof " + table, cases);
    assertThat(cases).isEqualTo(174);
  }

  @Test
  void agreesWithEthers() {
    Map<String, Integer> table = new TreeMap<>();
    for (JsonNode row : Vectors.read("ethers-v6/hmac.json.gz")) {
      byte[] key = Hex.decode(row.path("key").stringValue());
      byte[] message = Hex.decode(row.path("data").stringValue());
      String algorithm = row.path("algorithm").stringValue();
      byte[] mac =
          algorithm.equals("sha256") ? Hmac.sha256(key, message) : Hmac.sha512(key, message);
      assertThat(Hex.encode(mac)).isEqualTo(row.path("hmac").stringValue());
      table.merge(algorithm, 1, Integer::sum);
    }
    int cases = table.values().stream().mapToInt(Integer::intValue).sum();
    Vectors.count("HMAC cases of ethers " + table, cases);
    assertThat(cases).isEqualTo(128);
  }
}
