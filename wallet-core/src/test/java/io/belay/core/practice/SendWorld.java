package io.belay.core.practice;

import io.belay.base.Bytes32;
import io.belay.base.Hex;
import io.belay.base.Keccak;
import io.belay.base.Rlp;
import io.belay.base.TxHash;
import io.belay.core.chain.BlockRef;
import io.belay.core.chain.Header;
import io.belay.core.chain.HeaderField;
import io.belay.core.proof.OrderedTrie;
import io.belay.core.rpc.RawTx;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A chain that mines what the nodes' pools hold, and the gossip between them, in virtual time.
/// Headers and both roots are real; all transactions are of one account, and signatures any.
final class SendWorld {
  static final int BLOCK_SECONDS = 4;
  static final int SAFE = 2;
  static final int FINAL = 4;
  static final long BASE_FEE = 1_000_000_000L;

  /// What a transaction pays whose contract refuses.
  static final long REFUSED_VALUE = 2;

  private static final int FIRST = 20;
  private static final Duration GOSSIP = Duration.ofMillis(300);
  private static final Instant GENESIS = Instant.ofEpochSecond(1_800_000_000L);
  private static final String NO_BLOOM = "0x" + "0".repeat(512);

  private final VirtualTime time = new VirtualTime(GENESIS.plusSeconds(FIRST * BLOCK_SECONDS + 1L));
  private final List<Block> blocks = new ArrayList<>();
  private final List<SendPool> pools = new ArrayList<>();
  private final PriorityQueue<Event> events =
      new PriorityQueue<>(Comparator.comparingLong(Event::at).thenComparingLong(Event::order));
  private final Map<String, Block> byHash = new HashMap<>();
  private final Map<TxHash, Block> homes = new HashMap<>();
  private final Set<TxHash> everMined = new HashSet<>();
  private long order;
  private int branch;
  private int most = 40;

  /// A block, with the account's nonce after it.
  record Block(BlockRef ref, long timestamp, String json, List<byte[]> txs, long nonce) {
    static Block of(Header header, List<byte[]> txs, long nonce) {
      ObjectNode json = JsonNodeFactory.instance.objectNode();
      header.writeTo(json);
      return new Block(header.ref(), header.timestamp(), json.toString(), List.copyOf(txs), nonce);
    }
  }

  private record Event(long at, long order, Runnable work) {}

  SendWorld() {
    for (int i = 0; i <= FIRST; i++) {
      mine(GENESIS.getEpochSecond() + (long) i * BLOCK_SECONDS);
    }
    nextBlock(Duration.ofSeconds(BLOCK_SECONDS - 1));
  }

  VirtualTime time() {
    return time;
  }

  /// Another node's pool.
  SendPool pool() {
    SendPool pool = new SendPool(this);
    pools.add(pool);
    return pool;
  }

  /// Lets something happen at a moment since the start.
  void at(Duration when, Runnable work) {
    events.add(new Event(when.toNanos(), order++, work));
  }

  /// Whatever was to happen until now has happened.
  void advance() {
    while (!events.isEmpty() && events.peek().at() <= time.elapsed().toNanos()) {
      events.remove().work().run();
    }
  }

  private void nextBlock(Duration when) {
    at(
        when,
        () -> {
          mine(head().timestamp() + BLOCK_SECONDS);
          nextBlock(when.plusSeconds(BLOCK_SECONDS));
        });
  }

  /// All others hear of it a little later.
  void gossip(SendPool from, byte[] raw) {
    Duration when = time.elapsed().plus(GOSSIP);
    pools.stream().filter(p -> p != from).forEach(p -> at(when, () -> p.hear(raw)));
  }

  /// All pools forget everything.
  void forget() {
    pools.forEach(SendPool::clear);
  }

  Block head() {
    return blocks.getLast();
  }

  long height() {
    return blocks.size() - 1L;
  }

  long nonce() {
    return head().nonce();
  }

  Optional<Block> at(long height) {
    return height < 0 || height > height()
        ? Optional.empty()
        : Optional.of(blocks.get((int) height));
  }

  Optional<Block> named(String hash) {
    return Optional.ofNullable(byHash.get(hash));
  }

  /// The block of the chain that holds it now.
  Optional<Block> blockOf(TxHash hash) {
    return Optional.ofNullable(homes.get(hash));
  }

  /// What the chain holds at a nonce now.
  Optional<TxHash> minedAt(long nonce) {
    return homes.entrySet().stream()
        .filter(home ->
            home.getValue().txs().stream()
                .anyMatch(
                    raw -> RawTx.nonce(raw) == nonce && TxHash.ofRaw(raw).equals(home.getKey())))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /// Whether any block of any branch ever held it.
  boolean everMined(TxHash hash) {
    return everMined.contains(hash);
  }

  /// Whether a pool holds it.
  boolean isPooled(TxHash hash) {
    return pools.stream().anyMatch(p -> p.holds(hash));
  }

  /// Blocks stay empty from now on.
  void stopMining() {
    most = 0;
  }

  private void mine(long timestamp) {
    long nonce = blocks.isEmpty() ? 0 : nonce();
    List<byte[]> txs = new ArrayList<>();
    Optional<byte[]> next = best(nonce);
    while (next.isPresent() && txs.size() < most) {
      txs.add(next.get());
      everMined.add(TxHash.ofRaw(next.get()));
      next = best(++nonce);
    }
    Block block = Block.of(header(timestamp, txs), txs, nonce);
    blocks.add(block);
    byHash.put(block.ref().hash().toString(), block);
    txs.forEach(raw -> homes.put(TxHash.ofRaw(raw), block));
    long used = nonce;
    pools.forEach(p -> p.settle(used));
  }

  private Optional<byte[]> best(long nonce) {
    return pools.stream()
        .flatMap(p -> p.at(nonce).stream())
        .filter(raw -> RawTx.maxFee(raw) >= BASE_FEE)
        .max(Comparator.comparingLong(RawTx::maxFee));
  }

  /// Drops the last blocks and mines one more instead.
  ///
  /// @param vanish whether what was in them is forgotten everywhere
  void reorg(int depth, boolean vanish) {
    long timestamp = head().timestamp();
    List<byte[]> back = new ArrayList<>();
    for (int i = 0; i < depth; i++) {
      Block gone = blocks.removeLast();
      byHash.remove(gone.ref().hash().toString());
      gone.txs().forEach(raw -> homes.remove(TxHash.ofRaw(raw)));
      back.addAll(gone.txs());
    }
    branch++;
    if (vanish) {
      mine(timestamp - depth);
    }
    back.forEach(raw ->
        pools.forEach(p -> {
          if (!vanish) {
            p.hear(raw);
          }
        }));
    for (int i = vanish ? 1 : 0; i <= depth; i++) {
      mine(timestamp - depth + i);
    }
  }

  private Header header(long timestamp, List<byte[]> txs) {
    Map<HeaderField, Rlp.Item> fields = new EnumMap<>(HeaderField.class);
    for (HeaderField field : HeaderField.values()) {
      fields.put(
          field, field.isQuantity() ? Rlp.of(1L) : Rlp.of(new byte[Math.max(0, field.size())]));
    }
    Bytes32 parent = blocks.isEmpty() ? Bytes32.ZERO : head().ref().hash();
    fields.put(HeaderField.PARENT_HASH, Rlp.of(parent));
    fields.put(HeaderField.NUMBER, Rlp.of((long) blocks.size()));
    fields.put(HeaderField.GAS_LIMIT, Rlp.of(30_000_000L));
    fields.put(HeaderField.BASE_FEE, Rlp.of(BASE_FEE));
    fields.put(HeaderField.TIMESTAMP, Rlp.of(timestamp));
    fields.put(
        HeaderField.MIX_HASH,
        Rlp.of(Keccak.hash(("branch " + branch).getBytes(StandardCharsets.UTF_8))));
    fields.put(HeaderField.TRANSACTIONS_ROOT, Rlp.of(OrderedTrie.root(txs)));
    List<byte[]> receipts = new ArrayList<>();
    for (int i = 0; i < txs.size(); i++) {
      receipts.add(receipt(i, succeeds(txs.get(i))));
    }
    fields.put(HeaderField.RECEIPTS_ROOT, Rlp.of(OrderedTrie.root(receipts)));
    return Header.of(fields);
  }

  /// Whether its contract does what it asks for.
  static boolean succeeds(byte[] raw) {
    return RawTx.value(raw) != REFUSED_VALUE;
  }

  private static byte[] receipt(int index, boolean ok) {
    byte[] rlp =
        Rlp.encode(
            Rlp.list(
                Rlp.of(ok ? 1L : 0L),
                Rlp.of(21_000L * (index + 1)),
                Rlp.of(new byte[256]),
                Rlp.list()));
    byte[] typed = new byte[rlp.length + 1];
    typed[0] = 2;
    System.arraycopy(rlp, 0, typed, 1, rlp.length);
    return typed;
  }

  /// A block as nodes tell it.
  static JsonNode json(Block block, boolean whole) {
    ObjectNode json = (ObjectNode) JsonMapper.shared().readTree(block.json());
    ArrayNode txs = json.putArray("transactions");
    block
        .txs()
        .forEach(raw -> {
          if (whole) {
            txs.add(RawTx.json(raw));
          } else {
            txs.add(TxHash.ofRaw(raw).toString());
          }
        });
    return json;
  }

  /// A block's receipts as nodes tell them.
  static ArrayNode receipts(Block block) {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    for (int i = 0; i < block.txs().size(); i++) {
      list.add(receipt(block, TxHash.ofRaw(block.txs().get(i)), i));
    }
    return list;
  }

  /// The receipt of a transaction that is, or is said to be, at a place of a block.
  static ObjectNode receipt(Block block, TxHash hash, int index) {
    boolean ok = index >= block.txs().size() || succeeds(block.txs().get(index));
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("type", "0x2")
            .put("status", ok ? "0x1" : "0x0")
            .put("cumulativeGasUsed", Hex.quantity(21_000L * (index + 1)))
            .put("logsBloom", NO_BLOOM)
            .put("transactionHash", hash.toString())
            .put("blockNumber", Hex.quantity(block.ref().number()))
            .put("blockHash", block.ref().hash().toString());
    json.putArray("logs");
    return json;
  }
}
