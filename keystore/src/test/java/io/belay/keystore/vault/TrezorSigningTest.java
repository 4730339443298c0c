package io.belay.keystore.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belay.base.Address;
import io.belay.base.Hex;
import io.belay.base.Rlp;
import io.belay.base.Signature;
import io.belay.base.WalletException;
import io.belay.keystore.Recovery;
import io.belay.keystore.SigningPayload;
import io.belay.keystore.SkippedCases;
import io.belay.keystore.Vectors;
import io.belay.keystore.hd.HdPath;
import io.belay.keystore.hd.Mnemonic;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Vectors of Trezor, signed by an unlocked vault of its mnemonic.
class TrezorSigningTest {
  /// What Belay does not sign, and the start of the reason it gives.
  private static final Map<String, String> REFUSED =
      Map.of(
          "max_uint64", "only whole transactions with a chain id", // ChainId ends at 2^53-1
          "structs_arrays_v4", "message: member attachedMoneyInEth has no type",
          "injective_testcase", "types.EIP712Domain: member verifyingContract is not");

  /// Typed data in the older encoding of arrays (v3); Belay knows v4 alone.
  private static final String OLDER = "struct_list_non_v4";

  @TempDir Path temp;

  private JsonNode tests(String name) {
    return Vectors.read("trezor-firmware/" + name).path("tests");
  }

  private Unlocked vault(String name) {
    JsonNode setup = Vectors.read("trezor-firmware/" + name).path("setup");
    char[] passphrase = text(setup, "passphrase").toCharArray();
    try (Mnemonic words = Mnemonic.parse(text(setup, "mnemonic").toCharArray());
        Mnemonic full = passphrase.length == 0 ? words.copy() : words.withPassphrase(passphrase);
        Password password = Fixture.password("correct horse")) {
      new Fixture(temp).vaults.create("main", false, full, password);
    }
    return new Fixture(temp).unlock();
  }

  private static Signature sign(Unlocked vault, JsonNode row, SigningPayload payload) {
    VaultAccount account = vault.newAccount(HdPath.parse(text(row.path("parameters"), "path")));
    Signature signature = vault.sign(account.ref(), payload);
    assertThat(vault.sign(account.ref(), payload)).isEqualTo(signature);
    assertThat(Recovery.verify(payload, signature.toArray(), account.ref().address())).isTrue();
    return signature;
  }

  private static boolean refused(JsonNode row, SkippedCases skipped, Runnable making) {
    String reason = REFUSED.get(text(row, "name"));
    if (reason == null) {
      return false;
    }
    assertThatThrownBy(making::run)
        .isInstanceOf(WalletException.class)
        .hasMessageStartingWith(reason);
    skipped.add("refused: " + text(row, "name"));
    return true;
  }

  @Test
  void addresses() {
    int cases = 0;
    try (Unlocked vault = vault("getaddress.json")) {
      for (JsonNode row : tests("getaddress.json")) {
        HdPath path = HdPath.parse(text(row.path("parameters"), "path"));
        assertThat(vault.newAccount(path).ref().address())
            .hasToString(text(row.path("result"), "address"));
        cases++;
      }
    }
    Vectors.count("addresses of Trezor", cases);
    assertThat(cases).isEqualTo(6);
  }

  @Test
  void legacyTransactions() {
    int cases = 0;
    SkippedCases skipped = SkippedCases.of("trezor-firmware/sign_tx_eip155.json");
    try (Unlocked vault = vault("sign_tx_eip155.json")) {
      for (JsonNode row : tests("sign_tx_eip155.json")) {
        cases++;
        byte[] preimage = legacy(row.path("parameters"));
        if (refused(row, skipped, () -> SigningPayload.Transaction.of(preimage))) {
          continue;
        }
        SigningPayload payload = SigningPayload.Transaction.of(preimage);
        Signature signature = sign(vault, row, payload);
        // EIP-155: v = 35 + 2 * chain id + parity
        long v = 35 + 2 * payload.chainId().orElseThrow().value() + signature.yParity();
        compare(row.path("result"), signature, v);
      }
    }
    skipped.agree(cases);
    Vectors.count("EIP-155 transactions of Trezor, 1 refused", cases);
    assertThat(cases).isEqualTo(11);
  }

  @Test
  void feeMarketTransactions() {
    int cases = 0;
    try (Unlocked vault = vault("sign_tx_eip1559.json")) {
      for (JsonNode row : tests("sign_tx_eip1559.json")) {
        JsonNode tx = row.path("parameters");
        assertThat(tx.has("access_list")).isFalse();
        Signature signature = sign(vault, row, SigningPayload.Transaction.of(feeMarket(tx)));
        compare(row.path("result"), signature, signature.yParity());
        cases++;
      }
    }
    Vectors.count("EIP-1559 transactions of Trezor", cases);
    assertThat(cases).isEqualTo(8);
  }

  @Test
  void authorizations() {
    int cases = 0;
    try (Unlocked vault = vault("sign_auth_eip7702.json")) {
      for (JsonNode row : tests("sign_auth_eip7702.json")) {
        JsonNode wanted = row.path("parameters");
        Signature signature =
            sign(
                vault,
                row,
                SigningPayload.Authorization.of(
                    wanted.path("chain_id").longValue(),
                    Address.parse(text(wanted, "delegate")),
                    wanted.path("tuple_nonce").longValue()));
        compare(row.path("result"), signature, signature.yParity());
        cases++;
      }
    }
    Vectors.count("EIP-7702 authorisations of Trezor", cases);
    assertThat(cases).isEqualTo(9);
  }

  @Test
  void messages() {
    int cases = 0;
    try (Unlocked vault = vault("signmessage.json")) {
      for (JsonNode row : tests("signmessage.json")) {
        String message = text(row.path("parameters"), "msg");
        Signature signature = sign(vault, row, SigningPayload.PersonalMessage.of(message));
        assertThat(Hex.encode(signature.toArray()))
            .isEqualTo("0x" + text(row.path("result"), "sig"));
        cases++;
      }
    }
    Vectors.count("messages signed as Trezor does", cases);
    assertThat(cases).isEqualTo(9);
  }

  @Test
  void typedData() {
    int cases = 0;
    SkippedCases skipped = SkippedCases.of("trezor-firmware/sign_typed_data.json");
    try (Unlocked vault = vault("sign_typed_data.json")) {
      for (JsonNode row : tests("sign_typed_data.json")) {
        cases++;
        String json = row.path("parameters").path("data").toString();
        if (refused(row, skipped, () -> SigningPayload.TypedData.parse(json))) {
          continue;
        }
        String expected = text(row.path("result"), "sig");
        Signature signature = sign(vault, row, SigningPayload.TypedData.parse(json));
        boolean older = text(row, "name").equals(OLDER);
        assertThat(Hex.encode(signature.toArray()).equals(expected))
            .as(text(row, "name"))
            .isEqualTo(!older);
        if (older) {
          skipped.add("another signature: " + OLDER);
        }
      }
    }
    skipped.agree(cases);
    Vectors.count("typed data of Trezor: 7 signed alike, 1 as v4, 2 refused", cases);
    assertThat(cases).isEqualTo(10);
  }

  private static void compare(JsonNode result, Signature signature, long v) {
    assertThat(signature.r()).isEqualTo(new BigInteger(text(result, "sig_r"), 16));
    assertThat(signature.s()).isEqualTo(new BigInteger(text(result, "sig_s"), 16));
    assertThat(v).isEqualTo(result.path("sig_v").longValue());
  }

  private static byte[] legacy(JsonNode tx) {
    byte[] empty = {};
    return Rlp.encode(
        Rlp.list(
            number(tx, "nonce"),
            number(tx, "gas_price"),
            number(tx, "gas_limit"),
            Rlp.of(Hex.decode(text(tx, "to_address"))),
            number(tx, "value"),
            Rlp.of(Hex.decode("0x" + text(tx, "data"))),
            Rlp.of(tx.path("chain_id").bigIntegerValue()),
            Rlp.of(empty),
            Rlp.of(empty)));
  }

  private static byte[] feeMarket(JsonNode tx) {
    byte[] body =
        Rlp.encode(
            Rlp.list(
                Rlp.of(tx.path("chain_id").longValue()),
                number(tx, "nonce"),
                number(tx, "max_priority_fee"),
                number(tx, "max_gas_fee"),
                number(tx, "gas_limit"),
                Rlp.of(Hex.decode(text(tx, "to_address"))),
                number(tx, "value"),
                Rlp.of(Hex.decode("0x" + text(tx, "data"))),
                Rlp.list()));
    byte[] typed = new byte[body.length + 1];
    typed[0] = 2;
    System.arraycopy(body, 0, typed, 1, body.length);
    return typed;
  }

  private static Rlp.Item number(JsonNode tx, String name) {
    return Rlp.of(Hex.toBigInteger(text(tx, name)));
  }

  private static String text(JsonNode node, String name) {
    return node.path(name).asString("");
  }
}
