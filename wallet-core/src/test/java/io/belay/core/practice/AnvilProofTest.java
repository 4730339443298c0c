package io.belay.core.practice;

import static io.belay.core.practice.PracticeFixture.BOB;
import static io.belay.core.practice.PracticeFixture.GWEI;
import static io.belay.core.practice.PracticeFixture.KEY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belay.base.Address;
import io.belay.base.Bytes32;
import io.belay.base.Hex;
import io.belay.base.Keccak;
import io.belay.base.Rlp;
import io.belay.base.Signature;
import io.belay.base.WalletException;
import io.belay.core.chain.BaseFee;
import io.belay.core.chain.BaseFeeRule;
import io.belay.core.chain.Header;
import io.belay.core.proof.AccountProof;
import io.belay.core.proof.BlockBody;
import io.belay.core.proof.BlockReceipts;
import io.belay.core.proof.ProvenAccount;
import io.belay.core.proof.ProvenInclusion;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What a real EVM node says, proven as a stranger's.
@Timeout(240)
class AnvilProofTest {
  private static final Rlp.Item NOTHING = Rlp.of(new byte[0]);
  private static final List<String> FORKS = List.of("london", "shanghai", "cancun", "osaka");

  @TempDir Path dir;
  private final PracticeCurve curve = new PracticeCurve();
  private final Address alice = curve.address(KEY);

  @Test
  void headersOfEveryForkHaveTheirHashes() throws IOException, InterruptedException {
    int headers = 0;
    for (String fork : FORKS) {
      try (Anvil anvil = Anvil.start(fork, 30_000_000)) {
        // its first block has blob fields in every fork, and its base fee is given
        anvil.ask("evm_mine", "");
        Header parent = header(block(anvil, "latest"));
        for (int i = 0; i < 2; i++) {
          anvil.ask("evm_mine", "");
          Header child = header(block(anvil, "latest"));
          assertThat(BaseFee.follows(BaseFeeRule.ETHEREUM, parent, child)).as(fork).isTrue();
          parent = child;
          headers++;
        }
      }
    }
    System.out.println("counted: " + headers + " headers of " + FORKS + " recomputed");
  }

  @Test
  void accountsAndEmptyStorageAreProvenButNotInTheFirstBlock()
      throws IOException, InterruptedException {
    try (Anvil anvil = Anvil.start(30_000_000)) {
      anvil.ask("anvil_setBalance", "'%s','0x64'".formatted(alice));
      Bytes32 genesis = header(block(anvil, "0x0")).stateRoot();
      // its first header commits to no account at all
      AccountProof first = proof(anvil, alice, "0x0");
      assertThatThrownBy(() -> first.verify(alice, genesis))
          .isInstanceOf(WalletException.class)
          .extracting("code")
          .isEqualTo("bad-proof");

      anvil.ask("evm_mine", "");
      Bytes32 root = header(block(anvil, "latest")).stateRoot();
      AccountProof later = proof(anvil, alice, "latest");
      ProvenAccount account = later.verify(alice, root);
      assertThat(account.balance().value()).isEqualTo(BigInteger.valueOf(100));
      assertThat(account.storageRoot()).isEqualTo(ProvenAccount.EMPTY_ROOT);
      assertThat(later.verifyStorage(Bytes32.ZERO, account.storageRoot())).isEmpty();
      assertThat(proof(anvil, BOB, "latest").verify(BOB, root)).isEqualTo(ProvenAccount.ABSENT);
    }
  }

  @Test
  void transactionsOfEveryTypeAreProvenInTheirBlock() throws IOException, InterruptedException {
    try (Anvil anvil = Anvil.start(30_000_000);
        PracticeFixture signer = new PracticeFixture(dir)) {
      anvil.ask("anvil_setBalance", "'%s','0x56bc75e2d63100000'".formatted(alice));
      byte[] reverting = Hex.decode("0x60006000fd");
      anvil.ask("anvil_setCode", "'%s','%s'".formatted(BOB, Hex.encode(reverting)));
      List<byte[]> raw =
          List.of(
              signer.legacy(ChainBox.CHAIN_ID, 0),
              signer.tx(1, 1, 10, 60_000, alice, BigInteger.ONE, new byte[] {1, 2, 3}),
              typed(1, List.of(NOTHING, Rlp.of(1), NOTHING, access())), // a contract is made
              typed(4, List.of(Rlp.of(alice), Rlp.of(1), NOTHING, access(), delegation())));
      for (byte[] tx : raw) {
        JsonNode reply = anvil.ask("eth_sendRawTransaction", "'" + Hex.encode(tx) + "'");
        assertThat(reply.has("error")).as(reply.toString()).isFalse();
      }
      anvil.ask("evm_mine", "");
      checkInclusion(anvil, raw);
    }
  }

  private static void checkInclusion(Anvil anvil, List<byte[]> raw)
      throws IOException, InterruptedException {
    JsonNode block = anvil.ask("eth_getBlockByNumber", "'latest',true").path("result");
    JsonNode receipts = anvil.ask("eth_getBlockReceipts", "'latest'").path("result");
    Header header = header(block);
    assertThat(receipts.size()).isEqualTo(raw.size());
    for (int i = 0; i < raw.size(); i++) {
      ProvenInclusion proven =
          ProvenInclusion.of(header, block, receipts, raw.get(i)).orElseThrow();
      assertThat(proven.index()).isEqualTo(i);
      assertThat(proven.block()).isEqualTo(header.ref());
      assertThat(proven.success()).isEqualTo(i != 0); // the first one calls what reverts
      assertThat(proven.gasUsed())
          .isEqualTo(Hex.toLong(receipts.get(i).path("gasUsed").stringValue()));
    }
    assertThat(ProvenInclusion.of(header, block, receipts, new byte[] {1})).isEmpty();
    for (int i = 0; i < raw.size(); i++) {
      ObjectNode lie = ((ObjectNode) block).deepCopy();
      ((ObjectNode) lie.path("transactions").get(i)).put("value", "0x7");
      refused(() -> BlockBody.verify(header, lie));
      ArrayNode receiptLie = (ArrayNode) receipts.deepCopy();
      ((ObjectNode) receiptLie.get(i)).put("status", i == 0 ? "0x1" : "0x0");
      refused(() -> BlockReceipts.verify(header, receiptLie));
    }
  }

  /// Alice's transaction of type 1 or 4; what follows the gas limit is given.
  private byte[] typed(int type, List<Rlp.Item> rest) {
    List<Rlp.Item> fields = new ArrayList<>();
    fields.add(Rlp.of(ChainBox.CHAIN_ID));
    fields.add(Rlp.of(type == 1 ? 2 : 3)); // nonce
    fields.add(Rlp.of(type == 1 ? GWEI.multiply(BigInteger.TEN) : GWEI));
    if (type == 4) {
      fields.add(Rlp.of(GWEI.multiply(BigInteger.TEN)));
    }
    fields.add(Rlp.of(200_000));
    fields.addAll(rest);
    byte[] unsigned = PracticeTx.prefixed(type, Rlp.encode(Rlp.list(fields)));
    Signature s = curve.sign(KEY, Keccak.hash(unsigned));
    fields.addAll(List.of(Rlp.of(s.yParity()), Rlp.of(s.r()), Rlp.of(s.s())));
    return PracticeTx.prefixed(type, Rlp.encode(Rlp.list(fields)));
  }

  private static Rlp.Item access() {
    return Rlp.list(Rlp.list(Rlp.of(BOB), Rlp.list(Rlp.of(new byte[32]))));
  }

  /// Another account lets a contract act for it (EIP-7702).
  private Rlp.Item delegation() {
    Rlp.Item chain = Rlp.of(ChainBox.CHAIN_ID);
    byte[] told = PracticeTx.prefixed(5, Rlp.encode(Rlp.list(chain, Rlp.of(BOB), Rlp.of(0))));
    Signature s = curve.sign(KEY.add(BigInteger.ONE), Keccak.hash(told));
    return Rlp.list(
        Rlp.list(chain, Rlp.of(BOB), Rlp.of(0), Rlp.of(s.yParity()), Rlp.of(s.r()), Rlp.of(s.s())));
  }

  private static AccountProof proof(Anvil anvil, Address address, String block)
      throws IOException, InterruptedException {
    String params = "'%s',['%s'],'%s'".formatted(address, Bytes32.ZERO, block);
    return AccountProof.parse(anvil.ask("eth_getProof", params).path("result"));
  }

  private static JsonNode block(Anvil anvil, String block)
      throws IOException, InterruptedException {
    return anvil.ask("eth_getBlockByNumber", "'" + block + "',false").path("result");
  }

  private static Header header(JsonNode block) {
    Header header = Header.matching(block).orElseThrow();
    assertThat(Header.parse(block)).isEqualTo(header);
    return header;
  }

  private static void refused(ThrowingCallable attempt) {
    assertThatThrownBy(attempt)
        .isInstanceOf(WalletException.class)
        .extracting("code")
        .isEqualTo("bad-proof");
  }
}
