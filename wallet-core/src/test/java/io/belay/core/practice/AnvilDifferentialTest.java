package io.belay.core.practice;

import static io.belay.core.practice.PracticeFixture.BOB;
import static io.belay.core.practice.PracticeFixture.ETHER;
import static io.belay.core.practice.PracticeFixture.GWEI;
import static io.belay.core.practice.PracticeFixture.KEY;

import io.belay.base.Address;
import io.belay.base.Bytes32;
import io.belay.base.Hex;
import io.belay.base.Keccak;
import io.belay.base.Rlp;
import io.belay.base.Signature;
import io.belay.base.TxHash;
import io.belay.core.chain.Header;
import io.belay.core.proof.AccountProof;
import io.belay.core.proof.ProvenAccount;
import io.belay.core.rpc.NodeErrors;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// One scripted history, the same signed bytes to the practice chain and to a real EVM node.
@Timeout(240)
class AnvilDifferentialTest {
  private static final Address NOBODY = Address.parse("0x00000000000000000000000000000000000000c0");
  private static final List<String> RECEIPT =
      List.of(
          "status",
          "gasUsed",
          "cumulativeGasUsed",
          "effectiveGasPrice",
          "type",
          "from",
          "to",
          "blockNumber",
          "transactionIndex",
          "logs",
          "logsBloom",
          "contractAddress");
  private static final List<String> TRANSACTION =
      List.of("hash", "nonce", "from", "to", "value", "input", "gas", "type", "blockNumber");

  @TempDir Path dir;
  private final Facts facts = new Facts();
  private final NodeErrors errors = NodeErrors.load();
  private final List<byte[]> sent = new ArrayList<>();
  private PracticeFixture practice;
  private Anvil anvil;

  @BeforeEach
  void startBoth() throws IOException, InterruptedException {
    anvil = Anvil.start(PracticeGas.LIMIT);
    practice = PracticeFixture.funded(dir);
    String ten = Hex.quantity(practice.balance(practice.alice));
    anvil.ask("anvil_setBalance", "'%s','%s'".formatted(practice.alice, ten));
    // before the first block nothing can be proven there
    anvil.ask("evm_mine", "");
    BigInteger next = practice.chain().view().head().nextBaseFee();
    anvil.ask("anvil_setNextBlockBaseFeePerGas", "'" + Hex.quantity(next) + "'");
  }

  @AfterEach
  void stopBoth() {
    practice.close();
    anvil.close();
  }

  @Test
  void thePracticeChainAgreesWithARealNode() throws IOException, InterruptedException {
    transfersOfEveryType();
    gapAndReplacement();
    refusals();
    callDataAndFees();
    facts.assertNoDifference();
  }

  private void transfersOfEveryType() throws IOException, InterruptedException {
    send("dynamic fee transfer", practice.transfer(0));
    mine("a dynamic fee transfer");
    send("legacy transfer", practice.legacy(ChainBox.CHAIN_ID, 1));
    mine("a legacy transfer");
    send("access list transfer", accessList(2));
    mine("an access list transfer");
    send("first of two", practice.transfer(3));
    send("second of two", practice.transfer(4));
    mine("two in a block");
  }

  private void gapAndReplacement() throws IOException, InterruptedException {
    send("beyond a gap", practice.transfer(6));
    nonces("with a gap");
    mine("nothing but a gap");
    send("fills the gap", practice.transfer(5));
    nonces("without the gap");
    mine("the gap filled");

    byte[] first = practice.wei(7, 1_000_000_000, 10_000_000_000L, BigInteger.ONE);
    byte[] cheap = practice.wei(7, 1_050_000_000, 10_500_000_000L, BigInteger.TWO);
    byte[] better = practice.wei(7, 1_200_000_000, 12_000_000_000L, BigInteger.TWO);
    send("to be replaced", first);
    send("the same again", first);
    // anvil lets any higher fee replace; geth, and so the practice chain, wants a tenth more
    facts.compare(
        "replacement too cheap",
        "-32000 replacement transaction underpriced",
        practice.refusal(cheap));
    send("replacement", better);
    nonces("with a replacement");
    mine("a replacement");
    facts.compare(
        "the replaced one is gone", isUnknown(onPractice(first)), isUnknown(onAnvil(first)));
  }

  private void refusals() throws IOException, InterruptedException {
    send("nonce too low", practice.wei(0, 1, 20_000_000_000L, BigInteger.TWO));
    send("no funds", practice.wei(8, 1, 20_000_000_000L, ETHER.multiply(BigInteger.valueOf(1000))));
    send("gas below the least", practice.tx(8, 1, 20, 20_000, BOB, BigInteger.ONE, new byte[0]));
    refuse(
        "above the block's gas",
        practice.tx(8, 1, 2, 40_000_000, BOB, BigInteger.ONE, new byte[0]));
    send("tip above the fee", practice.tx(8, 5, 3, 21_000, BOB, BigInteger.ONE, new byte[0]));
    send("another chain", other(1));
    refuse("not a transaction", new byte[] {2, (byte) 0xc0});
    nonces("after refusals");
    mine("refusals only");
  }

  private byte[] other(long chainId) {
    return practice.typed(
        chainId,
        8,
        GWEI,
        GWEI.multiply(BigInteger.TEN),
        21_000,
        Optional.of(BOB),
        BigInteger.ONE,
        new byte[0]);
  }

  private void callDataAndFees() throws IOException, InterruptedException {
    byte[] little = new byte[10];
    Arrays.fill(little, (byte) 7);
    send("a little data", practice.tx(8, 1, 10, 30_000, BOB, BigInteger.ONE, little));
    send("zero bytes", practice.tx(9, 1, 10, 60_000, BOB, BigInteger.ONE, new byte[64]));
    mine("data");
    byte[] much = new byte[100_000];
    Arrays.fill(much, (byte) 9);
    for (int nonce = 10; nonce < 16; nonce++) {
      send("much data", practice.tx(nonce, 1, 10, 4_100_000, BOB, BigInteger.ONE, much));
    }
    mine("more than half full"); // the base fee rises after it
    for (int i = 0; i < 12; i++) {
      mine("empty"); // and falls
    }
    String history = "'0x5','latest',[50]";
    facts.compare(
        "base fees in the history",
        practice.result("eth_feeHistory", history).path("baseFeePerGas"),
        anvil.ask("eth_feeHistory", history).path("result").path("baseFeePerGas"));
    String call = "{'from':'%s','to':'%s','value':'0x1'}".formatted(practice.alice, BOB);
    facts.compare(
        "gas of a transfer",
        practice.result("eth_estimateGas", call),
        anvil.ask("eth_estimateGas", call).path("result"));
  }

  /// Hands the same bytes to both; both take them or refuse them for the same class of reason.
  private void send(String what, byte[] raw) throws IOException, InterruptedException {
    String params = "'" + Hex.encode(raw) + "'";
    JsonNode ours = practice.ask("eth_sendRawTransaction", params);
    JsonNode theirs = anvil.ask("eth_sendRawTransaction", params);
    facts.compare(what, outcome(ours), outcome(theirs));
    if (ours.has("result")) {
      sent.add(raw);
    }
  }

  /// As above, where only the refusal is common to both.
  private void refuse(String what, byte[] raw) throws IOException, InterruptedException {
    String params = "'" + Hex.encode(raw) + "'";
    facts.compare(
        what,
        practice.ask("eth_sendRawTransaction", params).has("error"),
        anvil.ask("eth_sendRawTransaction", params).has("error"));
  }

  private String outcome(JsonNode reply) {
    return reply.has("error")
        ? "refused, " + errors.classify(reply.path("error")).kind().word()
        : reply.path("result").stringValue();
  }

  /// Mines a block on both and compares all that can be seen.
  private void mine(String what) throws IOException, InterruptedException {
    practice.chain().mine(1);
    anvil.ask("evm_mine", "");
    nonces(what);
    for (byte[] raw : sent) {
      compareFields(what, "eth_getTransactionReceipt", raw, RECEIPT);
      compareFields(what, "eth_getTransactionByHash", raw, TRANSACTION);
    }
    sent.removeIf(raw -> onPractice(raw).path("blockNumber").isString());
    JsonNode ours = practice.result("eth_getBlockByNumber", "'latest',false");
    JsonNode theirs = anvil.ask("eth_getBlockByNumber", "'latest',false").path("result");
    for (String field : List.of("number", "baseFeePerGas", "gasUsed", "gasLimit", "transactions")) {
      facts.compare(what + ", block's " + field, ours.path(field), theirs.path(field));
    }
    Header own = Header.parse(ours);
    Header real = Header.parse(theirs);
    facts.compare(
        what + ", hash recomputed",
        own.hash().equals(Bytes32.parse(ours.path("hash").stringValue())),
        real.hash().equals(Bytes32.parse(theirs.path("hash").stringValue())));
    for (Address address : List.of(practice.alice, BOB, NOBODY)) {
      String params = "'%s',[],'latest'".formatted(address);
      facts.compare(
          what + ", proven account",
          proven(practice.result("eth_getProof", params), address, own),
          proven(anvil.ask("eth_getProof", params).path("result"), address, real));
    }
  }

  private static ProvenAccount proven(JsonNode proof, Address address, Header header) {
    return AccountProof.parse(proof).verify(address, header.stateRoot());
  }

  private void compareFields(String what, String method, byte[] raw, List<String> fields)
      throws IOException, InterruptedException {
    String params = "'" + TxHash.ofRaw(raw) + "'";
    JsonNode ours = practice.result(method, params);
    JsonNode theirs = anvil.ask(method, params).path("result");
    for (String field : fields) {
      facts.compare(what + ", " + method + " " + field, ours.path(field), theirs.path(field));
    }
  }

  private void nonces(String what) throws IOException, InterruptedException {
    for (String tag : List.of("latest", "pending")) {
      String params = "'%s','%s'".formatted(practice.alice, tag);
      facts.compare(
          what + ", nonce " + tag,
          practice.result("eth_getTransactionCount", params),
          anvil.ask("eth_getTransactionCount", params).path("result"));
    }
    for (Address address : List.of(practice.alice, BOB, NOBODY)) {
      String params = "'%s','latest'".formatted(address);
      facts.compare(
          what + ", balance",
          practice.result("eth_getBalance", params),
          anvil.ask("eth_getBalance", params).path("result"));
    }
  }

  private JsonNode onPractice(byte[] raw) {
    return practice.result("eth_getTransactionByHash", "'" + TxHash.ofRaw(raw) + "'");
  }

  private JsonNode onAnvil(byte[] raw) throws IOException, InterruptedException {
    return anvil.ask("eth_getTransactionByHash", "'" + TxHash.ofRaw(raw) + "'").path("result");
  }

  private static boolean isUnknown(JsonNode transaction) {
    return !transaction.isObject();
  }

  /// Alice's EIP-2930 transfer with one account and one slot in its list.
  private byte[] accessList(long nonce) {
    Rlp.Item list = Rlp.list(Rlp.list(Rlp.of(BOB), Rlp.list(Rlp.of(new byte[32]))));
    List<Rlp.Item> fields =
        new ArrayList<>(
            List.of(
                Rlp.of(ChainBox.CHAIN_ID),
                Rlp.of(nonce),
                Rlp.of(GWEI.multiply(BigInteger.TEN)),
                Rlp.of(30_000),
                Rlp.of(BOB),
                Rlp.of(3),
                Rlp.of(new byte[0]),
                list));
    byte[] unsigned = PracticeTx.prefixed(1, Rlp.encode(Rlp.list(fields)));
    Signature s = practice.curve.sign(KEY, Keccak.hash(unsigned));
    fields.addAll(List.of(Rlp.of(s.yParity()), Rlp.of(s.r()), Rlp.of(s.s())));
    return PracticeTx.prefixed(1, Rlp.encode(Rlp.list(fields)));
  }
}
