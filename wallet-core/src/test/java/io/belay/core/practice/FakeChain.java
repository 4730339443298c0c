package io.belay.core.practice;

import io.belay.base.Address;
import io.belay.base.Bytes32;
import io.belay.base.Hex;
import io.belay.base.Rlp;
import io.belay.base.TxHash;
import io.belay.base.WalletException;
import io.belay.core.chain.BlockRef;
import io.belay.core.chain.Header;
import io.belay.core.chain.HeaderField;
import io.belay.core.money.Wei;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Just enough of a chain to see faults at: real headers, and a file that the next owner goes on
/// with. Every line of the file is a block or a transaction.
final class FakeChain implements ChainBox {
  static final String NODE = "0xc0ffee00";

  private final Path file;
  private final Map<Long, Bytes32> hashes = new ConcurrentSkipListMap<>();

  FakeChain(Path directory) {
    this.file = directory.resolve("fake-chain.txt");
    if (!Files.exists(file)) {
      reset();
    }
  }

  @Override
  public synchronized byte[] handle(byte[] body) {
    Members members = Members.of(body);
    List<ObjectNode> answers = new ArrayList<>();
    for (ObjectNode request : members.list()) {
      answers.add(Members.result(request, answer(request)));
    }
    return answers.isEmpty() ? "{}".getBytes(StandardCharsets.UTF_8) : members.with(answers);
  }

  private JsonNode answer(ObjectNode request) {
    JsonNode first = Members.param(request, 0);
    JsonNodeFactory json = JsonNodeFactory.instance;
    return switch (Members.method(request)) {
      case "eth_blockNumber" -> text(Hex.quantity(height()));
      case "eth_chainId" -> text(Hex.quantity(CHAIN_ID));
      case "net_version" -> text(Long.toString(CHAIN_ID));
      // a balance tells the height it was read at
      case "eth_getBalance" -> text(Hex.quantity(1_000 + number(Members.param(request, 1))));
      case "eth_getTransactionCount" -> text("0x3");
      case "eth_gasPrice" -> text("0x64");
      case "eth_feeHistory" -> {
        ObjectNode history = json.objectNode();
        history.putArray("baseFeePerGas").add("0x1").add("0x2");
        history.putArray("reward").addArray().add("0x3");
        history.put("oldestBlock", Hex.quantity(number(Members.param(request, 1))));
        yield history;
      }
      case "eth_getProof" -> {
        ObjectNode proof = json.objectNode().put("balance", "0x64").put("nonce", "0x3");
        proof.put("block", Hex.quantity(number(Members.param(request, 2))));
        proof.putArray("accountProof").add(NODE).add(NODE);
        yield proof;
      }
      case "eth_getBlockByNumber" -> block(number(first));
      case "eth_getBlockByHash" -> block(numberOf(first.asString("")));
      case "eth_sendRawTransaction" -> text(send(Hex.decode(first.asString(""))).toString());
      case "eth_getTransactionByHash", "eth_getTransactionReceipt" ->
          lines().contains("tx " + first.asString(""))
              ? json.objectNode().put("hash", first.asString(""))
              : json.nullNode();
      default -> json.nullNode();
    };
  }

  private static JsonNode text(String value) {
    return JsonNodeFactory.instance.stringNode(value);
  }

  private long number(JsonNode block) {
    if (block.isObject()) {
      return numberOf(block.path("blockHash").asString(""));
    }
    return switch (block.asString("latest")) {
      case "latest", "pending" -> height();
      case "safe" -> height() - 2;
      case "finalized" -> height() - 4;
      default -> Hex.toLong(block.asString(""));
    };
  }

  private long numberOf(String hash) {
    for (long n = 0; n <= height(); n++) {
      if (header(n).hash().toString().equals(hash)) {
        return n;
      }
    }
    return -1;
  }

  private JsonNode block(long number) {
    if (number < 0 || number > height()) {
      return JsonNodeFactory.instance.nullNode();
    }
    ObjectNode block = JsonNodeFactory.instance.objectNode();
    header(number).writeTo(block);
    block.putArray("transactions");
    return block;
  }

  private Bytes32 parent(long number) {
    return hashes.computeIfAbsent(number, n -> header(n).hash());
  }

  private Header header(long number) {
    Map<HeaderField, Rlp.Item> fields = new EnumMap<>(HeaderField.class);
    for (HeaderField field : HeaderField.values()) {
      fields.put(
          field, field.isQuantity() ? Rlp.of(1L) : Rlp.of(new byte[Math.max(0, field.size())]));
    }
    fields.put(HeaderField.NUMBER, Rlp.of(number));
    if (number > 0) {
      fields.put(HeaderField.PARENT_HASH, Rlp.of(parent(number - 1)));
    }
    return Header.of(fields);
  }

  private TxHash send(byte[] raw) {
    TxHash hash = TxHash.ofRaw(raw);
    append("tx " + hash);
    return hash;
  }

  @Override
  public synchronized TxHash faucet(Address to, Optional<Wei> amount) {
    if (to.equals(Address.ZERO)) {
      throw new WalletException("no-such-luck", "the fake faucet refuses the zero address");
    }
    return send((to + " " + amount).getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void tick() {}

  @Override
  public synchronized void mine(int blocks) {
    for (int i = 0; i < blocks; i++) {
      append("block");
    }
  }

  @Override
  public synchronized void reorg(int blocks) {
    mine(1);
  }

  @Override
  public synchronized void reset() {
    try {
      Files.writeString(file, "block\n".repeat(101)); // the head is block 100
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public synchronized BlockRef head() {
    return header(height()).ref();
  }

  @Override
  public void close() {}

  private long height() {
    return lines().stream().filter("block"::equals).count() - 1;
  }

  private List<String> lines() {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void append(String line) {
    try {
      Files.writeString(file, line + "\n", StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
