package io.belay.core.practice;

import io.belay.base.Address;
import io.belay.base.Bytes32;
import io.belay.base.Hex;
import io.belay.base.TxHash;
import io.belay.core.chain.Header;
import io.belay.core.proof.AccountProof;
import io.belay.core.proof.ProvenAccount;
import io.belay.core.rpc.NodeErrors;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// The practice chain and a real EVM node with the same funds, asked and told the same things; what
/// they answer is compared and counted.
final class BothChains implements AutoCloseable {
  private static final List<String> TRANSACTION =
      List.of("hash", "nonce", "from", "to", "value", "input", "gas", "type", "blockNumber");

  private static final List<String> LOG =
      List.of(
          "address",
          "topics",
          "data",
          "blockNumber",
          "transactionHash",
          "transactionIndex",
          "logIndex",
          "removed");

  private final PracticeFixture practice;
  private final Anvil anvil;
  private final Facts facts = new Facts();
  private final NodeErrors errors = NodeErrors.load();
  private final List<byte[]> sent = new ArrayList<>();

  private BothChains(PracticeFixture practice, Anvil anvil) {
    this.practice = practice;
    this.anvil = anvil;
  }

  /// Ten ether for alice on both, the same next base fee.
  static BothChains start(Path dir) throws IOException, InterruptedException {
    Anvil anvil = Anvil.start(PracticeGas.LIMIT);
    PracticeFixture practice = PracticeFixture.funded(dir);
    String ten = Hex.quantity(practice.balance(practice.alice));
    anvil.ask("anvil_setBalance", "'%s','%s'".formatted(practice.alice, ten));
    // before the first block nothing can be proven there
    anvil.ask("evm_mine", "");
    BothChains both = new BothChains(practice, anvil);
    both.align();
    return both;
  }

  /// The same base fee in the next block of both.
  void align() throws IOException, InterruptedException {
    BigInteger next = practice.chain().view().head().nextBaseFee();
    anvil.ask("anvil_setNextBlockBaseFeePerGas", "'" + Hex.quantity(next) + "'");
  }

  PracticeFixture practice() {
    return practice;
  }

  Anvil anvil() {
    return anvil;
  }

  Facts facts() {
    return facts;
  }

  /// Hands the same bytes to both; both take them or refuse them for the same class of reason.
  void send(String what, byte[] raw) throws IOException, InterruptedException {
    same(what, "eth_sendRawTransaction", "'" + Hex.encode(raw) + "'");
    if (practice.result("eth_getTransactionByHash", hash(raw)).isObject()) {
      sent.add(raw);
    }
  }

  /// As above, where only the refusal is common to both.
  void refuse(String what, byte[] raw) throws IOException, InterruptedException {
    String params = "'" + Hex.encode(raw) + "'";
    facts.compare(
        what,
        practice.ask("eth_sendRawTransaction", params).has("error"),
        anvil.ask("eth_sendRawTransaction", params).has("error"));
  }

  /// The same result, or an error of the same class.
  void same(String what, String method, String params) throws IOException, InterruptedException {
    facts.compare(what, outcome(practice.ask(method, params)), outcome(anvil.ask(method, params)));
  }

  private Object outcome(JsonNode reply) {
    return reply.has("error")
        ? "refused, " + errors.classify(reply.path("error")).kind().word()
        : reply.path("result");
  }

  /// Neither knows the transaction, or both do.
  void unknown(String what, byte[] raw) throws IOException, InterruptedException {
    facts.compare(
        what,
        practice.result("eth_getTransactionByHash", hash(raw)).isObject(),
        anvil.ask("eth_getTransactionByHash", hash(raw)).path("result").isObject());
  }

  /// A block on both.
  void mine() throws IOException, InterruptedException {
    practice.chain().mine(1);
    anvil.ask("evm_mine", "");
  }

  /// Fields of the newest block, and that its header is the preimage of its hash.
  void block(String what, List<String> fields) throws IOException, InterruptedException {
    JsonNode ours = practice.result("eth_getBlockByNumber", "'latest',false");
    JsonNode theirs = anvil.ask("eth_getBlockByNumber", "'latest',false").path("result");
    for (String field : fields) {
      facts.compare(what + ", block's " + field, ours.path(field), theirs.path(field));
    }
    facts.compare(what + ", hash recomputed", recomputed(ours), recomputed(theirs));
  }

  private static boolean recomputed(JsonNode block) {
    return Header.parse(block).hash().equals(Bytes32.parse(block.path("hash").stringValue()));
  }

  /// Transactions sent so far and not yet seen in a block, with these fields of their receipts.
  void sent(String what, List<String> receipt) throws IOException, InterruptedException {
    for (byte[] raw : sent) {
      fields(what, "eth_getTransactionReceipt", raw, receipt);
      fields(what, "eth_getTransactionByHash", raw, TRANSACTION);
      logs(what, raw);
    }
    sent.removeIf(raw ->
        practice.result("eth_getTransactionByHash", hash(raw)).path("blockNumber").isString());
  }

  private void fields(String what, String method, byte[] raw, List<String> fields)
      throws IOException, InterruptedException {
    JsonNode ours = practice.result(method, hash(raw));
    JsonNode theirs = anvil.ask(method, hash(raw)).path("result");
    for (String field : fields) {
      facts.compare(what + ", " + method + " " + field, ours.path(field), theirs.path(field));
    }
  }

  private void logs(String what, byte[] raw) throws IOException, InterruptedException {
    JsonNode ours = practice.result("eth_getTransactionReceipt", hash(raw)).path("logs");
    JsonNode theirs = anvil.ask("eth_getTransactionReceipt", hash(raw)).path("result").path("logs");
    facts.compare(what + ", logs", ours.size(), theirs.size());
    for (int i = 0; i < Math.min(ours.size(), theirs.size()); i++) {
      for (String field : LOG) {
        facts.compare(
            what + ", log " + i + " " + field, ours.get(i).path(field), theirs.get(i).path(field));
      }
    }
  }

  /// Alice's nonces.
  void nonces(String what) throws IOException, InterruptedException {
    for (String tag : List.of("latest", "pending")) {
      String params = "'%s','%s'".formatted(practice.alice, tag);
      same(what + ", nonce " + tag, "eth_getTransactionCount", params);
    }
  }

  void balances(String what, List<Address> addresses) throws IOException, InterruptedException {
    for (Address address : addresses) {
      same(what + ", balance", "eth_getBalance", "'%s','latest'".formatted(address));
    }
  }

  /// An account as each chain's own state root proves it.
  void proven(String what, Address address) throws IOException, InterruptedException {
    String params = "'%s',[],'latest'".formatted(address);
    facts.compare(
        what + ", proven account",
        account(practice.result("eth_getProof", params), address, practiceHeader()),
        account(anvil.ask("eth_getProof", params).path("result"), address, anvilHeader()));
  }

  /// A contract's storage root as each chain's own state root proves it.
  void storageRoot(String what, Address contract) throws IOException, InterruptedException {
    String params = "'%s',[],'latest'".formatted(contract);
    facts.compare(
        what + ", storage root",
        account(practice.result("eth_getProof", params), contract, practiceHeader()).storageRoot(),
        account(anvil.ask("eth_getProof", params).path("result"), contract, anvilHeader())
            .storageRoot());
  }

  /// A contract's slots as each chain's own state root proves them.
  void provenSlots(String what, Address contract, List<Bytes32> slots)
      throws IOException, InterruptedException {
    String keys =
        slots.stream().map(slot -> "'" + slot + "'").reduce((a, b) -> a + "," + b).orElseThrow();
    String params = "'%s',[%s],'latest'".formatted(contract, keys);
    JsonNode ours = practice.result("eth_getProof", params);
    JsonNode theirs = anvil.ask("eth_getProof", params).path("result");
    Bytes32 ourRoot = account(ours, contract, practiceHeader()).storageRoot();
    Bytes32 theirRoot = account(theirs, contract, anvilHeader()).storageRoot();
    for (Bytes32 slot : slots) {
      facts.compare(
          what + ", proven slot " + slot,
          AccountProof.parse(ours).verifyStorage(slot, ourRoot),
          AccountProof.parse(theirs).verifyStorage(slot, theirRoot));
    }
  }

  private static ProvenAccount account(JsonNode proof, Address address, Header header) {
    return AccountProof.parse(proof).verify(address, header.stateRoot());
  }

  private Header practiceHeader() {
    return Header.parse(practice.result("eth_getBlockByNumber", "'latest',false"));
  }

  private Header anvilHeader() throws IOException, InterruptedException {
    return Header.parse(anvil.ask("eth_getBlockByNumber", "'latest',false").path("result"));
  }

  private static String hash(byte[] raw) {
    return "'" + TxHash.ofRaw(raw) + "'";
  }

  @Override
  public void close() {
    practice.close();
    anvil.close();
  }
}
