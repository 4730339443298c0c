package io.belay.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belay.keystore.Vectors;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class RlpVectorsTest {
  private static final String SETS = "ethereum-tests/RLPTests/";

  private static byte[] encoded(JsonNode row) {
    String hex = row.path("out").stringValue();
    return Hex.decode(hex.startsWith("0x") ? hex : "0x" + hex);
  }

  /// Text, a number, a large number after `#`, or a list of these.
  private static Rlp.Item item(JsonNode in) {
    if (in.isArray()) {
      List<Rlp.Item> members = new ArrayList<>();
      in.forEach(member -> members.add(item(member)));
      return Rlp.list(members);
    }
    if (in.isNumber()) {
      return Rlp.of(in.bigIntegerValue());
    }
    String text = in.stringValue();
    return text.startsWith("#")
        ? Rlp.of(new BigInteger(text.substring(1)))
        : Rlp.of(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void encodesAndDecodesTheOfficialOnes() {
    int cases = 0;
    for (Map.Entry<String, JsonNode> row : Vectors.read(SETS + "rlptest.json").properties()) {
      byte[] wanted = encoded(row.getValue());
      assertThat(Rlp.encode(item(row.getValue().path("in")))).as(row.getKey()).isEqualTo(wanted);
      assertThat(Rlp.encode(Rlp.decode(wanted))).as(row.getKey()).isEqualTo(wanted);
      cases++;
    }
    for (JsonNode row : Vectors.read(SETS + "RandomRLPTests/example.json")) {
      assertThat(Rlp.encode(Rlp.decode(encoded(row)))).isEqualTo(encoded(row));
      cases++;
    }
    Vectors.count("official RLP encoded and decoded", cases);
    assertThat(cases).isEqualTo(29);
  }

  @Test
  void refusesWhatIsInvalid() {
    int cases = 0;
    for (Map.Entry<String, JsonNode> row :
        Vectors.read(SETS + "invalidRLPTest.json").properties()) {
      assertThatThrownBy(() -> Rlp.decode(encoded(row.getValue())))
          .as(row.getKey())
          .extracting("code")
          .isEqualTo("bad-rlp");
      cases++;
    }
    Vectors.count("invalid RLP refused", cases);
    assertThat(cases).isEqualTo(26);
  }
}
