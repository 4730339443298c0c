package io.belay.core.rpc;

import io.belay.base.Bytes32;
import io.belay.base.Hex;
import io.belay.base.Keccak;
import io.belay.base.Rlp;
import io.belay.core.chain.BlockRef;
import io.belay.core.chain.Chain;
import io.belay.core.chain.Header;
import io.belay.core.chain.HeaderField;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A chain of true headers, 12 s apart; safe is 2 and finalized 4 blocks below the head. Immutable.
public final class FakeBlocks {
  private final List<Header> headers;
  private final Bytes32 stateRoot;

  private FakeBlocks(List<Header> headers, Bytes32 stateRoot) {
    this.headers = List.copyOf(headers);
    this.stateRoot = stateRoot;
  }

  /// A chain up to this height, all with one state.
  public static FakeBlocks upTo(int height, Bytes32 stateRoot) {
    return new FakeBlocks(List.of(), stateRoot).grown(height + 1, "main");
  }

  /// A chain up to this height over some state.
  public static FakeBlocks upTo(int height) {
    return upTo(height, Bytes32.ZERO);
  }

  /// With more blocks of a branch on top.
  public FakeBlocks grown(int blocks, String branch) {
    List<Header> more = new ArrayList<>(headers);
    for (int i = 0; i < blocks; i++) {
      Bytes32 parent = more.isEmpty() ? Bytes32.ZERO : more.getLast().hash();
      more.add(header(more.size(), parent, branch));
    }
    return new FakeBlocks(more, stateRoot);
  }

  /// Without what is above a height.
  public FakeBlocks cutTo(int height) {
    return new FakeBlocks(headers.subList(0, height + 1), stateRoot);
  }

  private Header header(long number, Bytes32 parent, String branch) {
    Map<HeaderField, Rlp.Item> fields = new EnumMap<>(HeaderField.class);
    for (HeaderField field : HeaderField.values()) {
      fields.put(
          field, field.isQuantity() ? Rlp.of(1L) : Rlp.of(new byte[Math.max(0, field.size())]));
    }
    fields.put(HeaderField.PARENT_HASH, Rlp.of(parent));
    fields.put(HeaderField.STATE_ROOT, Rlp.of(stateRoot));
    fields.put(HeaderField.NUMBER, Rlp.of(number));
    fields.put(HeaderField.GAS_LIMIT, Rlp.of(30_000_000L));
    fields.put(HeaderField.BASE_FEE, Rlp.of(1_000_000_000L));
    fields.put(HeaderField.TIMESTAMP, Rlp.of(1_800_000_000L + 12 * number));
    fields.put(HeaderField.MIX_HASH, Rlp.of(Keccak.hash(branch.getBytes(StandardCharsets.UTF_8))));
    return Header.of(fields);
  }

  /// The newest height.
  public int height() {
    return headers.size() - 1;
  }

  /// A block.
  public BlockRef ref(int height) {
    return headers.get(height).ref();
  }

  /// The newest block.
  public BlockRef head() {
    return headers.getLast().ref();
  }

  /// The newest block as an endpoint tells it.
  public SeenBlock seen() {
    return SeenBlock.parse(json(height()), Chain.HeaderKind.ETHEREUM);
  }

  /// A block object; null above the head.
  public JsonNode json(long height) {
    if (height < 0 || height > height()) {
      return JsonNodeFactory.instance.nullNode();
    }
    ObjectNode block = JsonNodeFactory.instance.objectNode();
    headers.get((int) height).writeTo(block);
    block.putArray("transactions");
    return block;
  }

  /// The block a number or tag stands for.
  public JsonNode at(String block) {
    return switch (block) {
      case "latest" -> json(height());
      case "safe" -> json(height() - 2L);
      case "finalized" -> json(height() - 4L);
      default -> json(Hex.toLong(block));
    };
  }

  /// A node of the fake network that follows this chain.
  public ScriptedTransport node() {
    ScriptedTransport node =
        new ScriptedTransport().says("eth_chainId", Hex.quantity(FakeNetwork.ID.value()));
    return follow(node);
  }

  /// Lets a node follow this chain from now on.
  public ScriptedTransport follow(ScriptedTransport node) {
    return node.on(
        "eth_getBlockByNumber",
        params -> ScriptedTransport.result(at(params.path(0).asString(""))));
  }
}
