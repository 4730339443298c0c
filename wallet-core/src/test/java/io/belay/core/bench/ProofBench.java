package io.belay.core.bench;

import io.belay.base.Address;
import io.belay.base.Bytes32;
import io.belay.base.Hex;
import io.belay.base.Keccak;
import io.belay.base.Rlp;
import io.belay.core.chain.Header;
import io.belay.core.chain.HeaderField;
import io.belay.core.money.Wei;
import io.belay.core.proof.AccountProof;
import io.belay.core.proof.MerklePatricia;
import io.belay.core.proof.OrderedTrie;
import io.belay.core.proof.ProvenAccount;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What reading a proven balance costs: an answer to `eth_getProof` as deep as mainnet's (nine
/// nodes to an account, seven to a slot), the walk alone, a header of all fields, and the root of
/// 200 transactions.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 10, time = 2)
public class ProofBench {
  private static final int ACCOUNT_DEPTH = 8;
  private static final int SLOT_DEPTH = 6;
  private static final Address HOLDER = Address.parse("0x70997970C51812dc3A010C7d01b50e0d17dc79C8");

  private final Random random = new Random(1);
  private final byte[] accountKey = Keccak.hash(HOLDER.toArray()).toArray();
  private final List<byte[]> slotNodes;
  private final List<byte[]> accountNodes;
  private final Bytes32 stateRoot;
  private final byte[] answer;
  private final JsonNode block;
  private final List<byte[]> transactions = new ArrayList<>();

  /// Makes the tries' paths, the header and the list.
  public ProofBench() {
    byte[] slotKey = Keccak.hash(Bytes32.ZERO.toArray()).toArray();
    slotNodes = path(slotKey, Rlp.encode(Rlp.of(1_000_000)), SLOT_DEPTH);
    ProvenAccount account =
        new ProvenAccount(
            BigInteger.valueOf(7),
            Wei.of(BigInteger.TEN.pow(18)),
            Keccak.hash(slotNodes.getFirst()),
            Keccak.hash(new byte[] {1}));
    accountNodes = path(accountKey, account.encoded(), ACCOUNT_DEPTH);
    stateRoot = Keccak.hash(accountNodes.getFirst());
    answer = JsonMapper.shared().writeValueAsBytes(answer(account));
    ObjectNode told = JsonMapper.shared().createObjectNode();
    Header.of(fields()).writeTo(told);
    block = told;
    for (int i = 0; i < 200; i++) {
      transactions.add(bytes(150 + random.nextInt(400)));
    }
  }

  /// From the answer's text to the proven account and slot.
  @Benchmark
  public Optional<BigInteger> accountAndSlot() {
    AccountProof proof = AccountProof.parse(JsonMapper.shared().readTree(answer));
    ProvenAccount account = proof.verify(HOLDER, stateRoot);
    return proof.verifyStorage(Bytes32.ZERO, account.storageRoot());
  }

  /// The walk through the nodes of an account alone.
  @Benchmark
  public Optional<byte[]> accountNodes() {
    return MerklePatricia.verify(stateRoot, accountKey, accountNodes);
  }

  /// From a block object to its header, and the hash it claims.
  @Benchmark
  public Optional<Header> header() {
    return Header.matching(block);
  }

  /// The transactions root of a full block.
  @Benchmark
  public Bytes32 rootOf200() {
    return OrderedTrie.root(transactions);
  }

  /// Full branches down a key, then a leaf with the rest of it.
  private List<byte[]> path(byte[] key, byte[] value, int depth) {
    List<byte[]> nodes = new ArrayList<>();
    byte[] compact = new byte[1 + 32 - depth / 2];
    compact[0] = 0x20;
    System.arraycopy(key, depth / 2, compact, 1, 32 - depth / 2);
    byte[] below = Rlp.encode(Rlp.list(Rlp.of(compact), Rlp.of(value)));
    nodes.add(below);
    for (int at = depth - 1; at >= 0; at--) {
      List<Rlp.Item> members = new ArrayList<>();
      int digit = (key[at / 2] >> (at % 2 == 0 ? 4 : 0)) & 0xf;
      for (int i = 0; i < 16; i++) {
        members.add(Rlp.of(i == digit ? Keccak.hash(below).toArray() : bytes(32)));
      }
      members.add(Rlp.of(new byte[0]));
      below = Rlp.encode(Rlp.list(members));
      nodes.addFirst(below);
    }
    return nodes;
  }

  private ObjectNode answer(ProvenAccount account) {
    ObjectNode out = JsonMapper.shared().createObjectNode();
    out.put("address", HOLDER.toLowerHex());
    out.put("balance", Hex.quantity(account.balance().value()));
    out.put("nonce", Hex.quantity(account.nonce()));
    out.put("codeHash", account.codeHash().toString());
    out.put("storageHash", account.storageRoot().toString());
    put(out.putArray("accountProof"), accountNodes);
    ObjectNode slot = out.putArray("storageProof").addObject();
    slot.put("key", "0x0").put("value", Hex.quantity(1_000_000));
    put(slot.putArray("proof"), slotNodes);
    return out;
  }

  private static void put(ArrayNode list, List<byte[]> nodes) {
    nodes.forEach(node -> list.add(Hex.encode(node)));
  }

  private Map<HeaderField, Rlp.Item> fields() {
    Map<HeaderField, Rlp.Item> fields = new EnumMap<>(HeaderField.class);
    for (HeaderField field : HeaderField.values()) {
      int size = field.isQuantity() ? 4 : field.isFree() ? 20 : field.size();
      Rlp.Item number = Rlp.of(new BigInteger(1, bytes(4)));
      fields.put(field, field.isQuantity() ? number : Rlp.of(bytes(size)));
    }
    return fields;
  }

  private byte[] bytes(int length) {
    byte[] out = new byte[length];
    random.nextBytes(out);
    return out;
  }
}
