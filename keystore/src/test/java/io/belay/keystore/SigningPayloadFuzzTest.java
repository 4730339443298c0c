package io.belay.keystore;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.belay.base.Signature;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;

/// What a site may ask to have signed.
class SigningPayloadFuzzTest {
  private static final Contract TRANSACTION =
      Contract.refusing("not-a-transaction", "bad-rlp", "bad-chain-id", "any-chain");
  private static final Contract TYPED_DATA = Contract.refusing("bad-typed-data");
  private static final Contract NEVER = Contract.refusing();

  @FuzzTest(maxDuration = "60s")
  void transaction(byte[] bytes) {
    TRANSACTION
        .read(() -> SigningPayload.Transaction.of(bytes))
        .ifPresent(transaction -> {
          assertThat(transaction.preimage()).isEqualTo(bytes);
          assertThat(transaction.chainId()).isPresent();
          Signature signature = new Signature(BigInteger.ONE, BigInteger.TWO, 1);
          byte[] signed = NEVER.read(() -> transaction.signed(signature)).orElseThrow();
          assertThat(signed.length).isGreaterThanOrEqualTo(bytes.length);
        });
  }

  @FuzzTest(maxDuration = "60s")
  void typedData(byte[] bytes) {
    String json = Contract.text(bytes);
    TYPED_DATA
        .read(() -> SigningPayload.TypedData.parse(json))
        .ifPresent(data -> {
          NEVER.read(data::digest);
          NEVER.read(data::chainId);
          NEVER.read(data::verifyingContract);
          NEVER.read(data::message);
          assertThat(data.domain().name()).isEqualTo("domain");
        });
  }

  // found by reasoning: each type's encoding repeats those it needs, so 1 MiB became 100
  @Test
  void typesThatAllNeedLargeOnesAreRefused() {
    StringBuilder types = new StringBuilder();
    StringBuilder root = new StringBuilder();
    StringBuilder values = new StringBuilder();
    String large = "x".repeat(120);
    for (int i = 0; i < 100; i++) {
      types.append("\"T%d\":[{\"name\":\"l\",\"type\":\"L0[]\"}],".formatted(i));
      root.append("{\"name\":\"m%d\",\"type\":\"T%d\"},".formatted(i, i));
      values.append("\"m%d\":{\"l\":[]},".formatted(i));
    }
    for (int i = 0; i < 20; i++) {
      types.append("\"L%d\":[".formatted(i));
      for (int j = 0; j < 250; j++) {
        types.append("{\"name\":\"%s%d\",\"type\":\"bytes\"},".formatted(large, j));
      }
      types.append(
          "{\"name\":\"next\",\"type\":\"%s\"}],"
              .formatted(i < 19 ? "L" + (i + 1) + "[]" : "bool"));
    }
    root.setLength(root.length() - 1);
    values.setLength(values.length() - 1);
    String json =
        "{\"types\":{%s\"Root\":[%s]},\"primaryType\":\"Root\",\"domain\":{},\"message\":{%s}}"
            .formatted(types, root, values);
    assertThat(json.length()).isLessThan(1 << 20);
    assertThat(TYPED_DATA.read(() -> SigningPayload.TypedData.parse(json))).isEmpty();
  }
}
