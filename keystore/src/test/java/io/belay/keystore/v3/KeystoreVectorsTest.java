package io.belay.keystore.v3;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.keystore.Vectors;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class KeystoreVectorsTest {
  private static final String GETH = "go-ethereum-keystore/";

  private static int openAll(String file) {
    int cases = 0;
    for (Map.Entry<String, JsonNode> row : Vectors.read(file).properties()) {
      byte[] json = Cases.utf8(row.getValue().path("json").toString());
      // short keys are listed without their leading zeros
      String key = "0".repeat(64) + row.getValue().path("priv").stringValue();
      assertThat(Cases.open(json, row.getValue().path("password").stringValue()))
          .as(row.getKey())
          .isEqualTo(key.substring(key.length() - 64));
      cases++;
    }
    return cases;
  }

  @Tag("long")
  @Test
  void opensTheOfficialOnes() {
    int cases = openAll("ethereum-tests/KeyStoreTests/basic_tests.json");
    Vectors.count("official keystores opened", cases);
    assertThat(cases).isEqualTo(5);
  }

  @Tag("long")
  @Test
  void opensGethsVersionThreeAndVersionOne() {
    int three = openAll(GETH + "v3_test_vector.json");
    int one = openAll(GETH + "v1_test_vector.json");
    Vectors.count("go-ethereum's keystores of version 3 opened", three);
    Vectors.count("go-ethereum's keystores of version 1 opened", one);
    assertThat(three).isEqualTo(4);
    assertThat(one).isEqualTo(1);
  }

  /// What becomes of each single file of go-ethereum's: an address for those that open.
  @Tag("long")
  @ParameterizedTest
  @CsvSource({
    "keystore/UTC--2016-03-22T12-57-55.920751759Z--7ef5a6135f1fd6a02593eedc869c6d41d934aef8,"
        + "foobar,0x7ef5a6135f1fd6a02593eedc869c6d41d934aef8",
    "keystore/aaa,foobar,0xf466859ead1932d743d622cb74fc058882e8648a",
    "keystore/zzz,foobar,0x289d485d9771714cce91d3393d764e1311907acc",
    "keystore/no-address,foobar,0xf466859ead1932d743d622cb74fc058882e8648a",
    "keystore/.hiddenfile,foobar,0xf466859ead1932d743d622cb74fc058882e8648a",
    "keystore/foo/fd9bd350f08ee3c0c19b85a8e16114a11a60aa4e,foobar,"
        + "0xfd9bd350f08ee3c0c19b85a8e16114a11a60aa4e",
    "v1/cb61d5a9c4896fb9658090b597ef0e7be6f7b67e/cb61d5a9c4896fb9658090b597ef0e7be6f7b67e,g,"
        + "0xcb61d5a9c4896fb9658090b597ef0e7be6f7b67e",
    "very-light-scrypt.json,'',0x45dea0fb0bba44f4fcf290bba71fd57d7117cbb8",
    "keystore/zero,foobar,keystore-address-differs",
    "keystore/aaa,foobaz,wrong-password",
    "keystore/garbage,foobar,bad-keystore",
    "keystore/empty,foobar,bad-keystore",
    "keystore/README,foobar,bad-keystore"
  })
  void judgesGethsFiles(String name, String password, String wanted) {
    byte[] file = Vectors.bytes(GETH + name);
    String found = Cases.open(file, password);
    if (wanted.startsWith("0x")) {
      try (PrivateKey key = PrivateKey.parse(found.toCharArray())) {
        found = key.address().toLowerHex();
      }
    }
    assertThat(found).isEqualTo(wanted);
    Vectors.count("go-ethereum file, " + name + ": " + wanted, 1);
  }

  @Test
  void aFileWithoutAddressTellsNone() {
    assertThat(Keystore.parse(Vectors.bytes(GETH + "keystore/no-address")).address()).isEmpty();
    assertThat(Keystore.parse(Vectors.bytes(GETH + "keystore/aaa")).address()).isPresent();
  }
}
