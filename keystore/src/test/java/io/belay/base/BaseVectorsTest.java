package io.belay.base;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.keystore.Vectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class BaseVectorsTest {
  @Test
  void hashesAsEthersDoes() {
    int cases = 0;
    for (JsonNode row : Vectors.read("ethers-v6/hashes.json.gz")) {
      assertThat(Keccak.hash(Hex.decode(row.path("data").stringValue())))
          .hasToString(row.path("keccak256").stringValue());
      cases++;
    }
    Vectors.count("Keccak hashes of ethers (its other hashes are not Belay's code)", cases);
    assertThat(cases).isEqualTo(257);
  }

  @Test
  void writesTheChecksumsOfEip55() {
    int cases = 0;
    for (JsonNode row : Vectors.read("ercs/eip55.json").path("valid")) {
      assertThat(Address.parse(row.stringValue())).hasToString(row.stringValue());
      cases++;
    }
    Vectors.count("checksums of EIP-55", cases);
    assertThat(cases).isEqualTo(8);
  }
}
