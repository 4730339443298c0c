package io.belay.core.practice;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.base.Address;
import io.belay.base.Hex;
import io.belay.base.Rlp;
import io.belay.core.tx.DecodedTransaction;
import io.belay.core.tx.TestKey;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

/// What Belay reads in raw bytes is what a real node reads in them.
@Timeout(120)
class AnvilRawTest {
  private static final Address BOB = Address.parse("0x00000000000000000000000000000000000000b0");
  private static final Address CODE = Address.parse("0x00000000000000000000000000000000000000c0");

  // anvil's first account, whose words are known to everybody
  private final TestKey key =
      new TestKey("0xac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80");

  @Test
  void everyTypeHasTheHashAndTheSenderThatANodeFinds() throws IOException, InterruptedException {
    long chain = ChainBox.CHAIN_ID;
    try (Anvil anvil = Anvil.start(30_000_000)) {
      anvil.ask("anvil_setBalance", "'%s','0xde0b6b3a7640000'".formatted(key.address()));
      assertAgrees(anvil, key.legacy(chain, 0));
      assertAgrees(anvil, key.sign(1, berlin(chain, 1)));
      assertAgrees(anvil, key.sign(2, TestKey.plain(chain, 2)));
      List<Rlp.Item> delegating = new ArrayList<>(TestKey.plain(chain, 3));
      delegating.set(4, Rlp.of(100_000));
      delegating.add(Rlp.list(key.authorization(chain, CODE, 4)));
      assertAgrees(anvil, key.sign(4, delegating));
      anvil.ask("anvil_mine", "'0x1'");
      JsonNode code = anvil.ask("eth_getCode", "'%s','latest'".formatted(key.address()));
      assertThat(code.path("result").asString())
          .isEqualTo("0xef0100" + CODE.toLowerHex().substring(2));
    }
  }

  private static List<Rlp.Item> berlin(long chain, long nonce) {
    return List.of(
        Rlp.of(chain),
        Rlp.of(nonce),
        Rlp.of(3_000_000_000L),
        Rlp.of(50_000),
        Rlp.of(BOB),
        Rlp.of(1),
        Rlp.of(new byte[] {1, 2, 3, 4, 5}),
        Rlp.list(Rlp.list(Rlp.of(BOB), Rlp.list(Rlp.of(new byte[32])))));
  }

  private static void assertAgrees(Anvil anvil, byte[] raw)
      throws IOException, InterruptedException {
    DecodedTransaction tx = DecodedTransaction.of(raw);
    JsonNode sent = anvil.ask("eth_sendRawTransaction", "'" + Hex.encode(raw) + "'");
    assertThat(sent.path("result").asString(""))
        .as(sent.toString())
        .isEqualTo(tx.signed().hash().toString());
    JsonNode told =
        anvil.ask("eth_getTransactionByHash", "'" + tx.signed().hash() + "'").path("result");
    assertThat(Address.parse(told.path("from").asString())).isEqualTo(tx.from());
    assertThat(Hex.toLong(told.path("nonce").asString())).isEqualTo(tx.nonce());
    assertThat(Hex.toLong(told.path("gas").asString())).isEqualTo(tx.gasLimit());
    assertThat(Hex.toBigInteger(told.path("value").asString())).isEqualTo(tx.value().value());
    assertThat(told.path("input").asString()).isEqualTo(tx.data());
    assertThat(told.path("accessList").size()).isEqualTo(tx.accessList());
    assertThat(told.path("authorizationList").size()).isEqualTo(tx.delegations().size());
    assertThat(tx.delegations())
        .allMatch(d -> d.account().equals(java.util.Optional.of(tx.from())));
  }
}
