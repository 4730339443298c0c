package io.belay.core.practice;

import io.belay.base.Address;
import io.belay.base.Bytes32;
import io.belay.base.Hex;
import io.belay.core.money.Wei;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A whole history of a practice chain, which can be asked as if any of its blocks were the newest.
/// Its answers are remembered: thousands of runs ask the same.
final class SimChain {
  static final int HEIGHT = 320;
  static final int BLOCK_SECONDS = 4;
  static final int SAFE = 4;
  static final int FINAL = 8;
  static final Instant GENESIS = Instant.ofEpochSecond(1_800_000_000L);

  /// The account that is read.
  static final Address ALICE = person(1);

  /// Another one, which is told about elsewhere.
  static final Address CAROL = person(2);

  private final PracticeChain chain;
  private final Map<String, String> answers = new ConcurrentHashMap<>();
  private final Map<String, Long> heights = new HashMap<>();
  private final List<Bytes32> hashes = new ArrayList<>();
  private final List<BigInteger> balances = new ArrayList<>();
  private final List<BigInteger> tokens = new ArrayList<>();

  private static Address person(int number) {
    return new PracticeCurve().address(BigInteger.valueOf(0x51a0L + number));
  }

  /// @param gift what Alice gets every few blocks; another gift makes another chain from the start
  SimChain(Path directory, long gift) {
    Instant[] now = {GENESIS};
    this.chain = PracticeChain.open(directory, Duration.ofSeconds(BLOCK_SECONDS), () -> now[0]);
    for (int height = 0; height <= HEIGHT; height++) {
      if (height > 0) {
        if (height % 5 == 1) {
          chain.faucet(ALICE, Optional.of(Wei.of(BigInteger.valueOf(gift))));
          chain.faucetToken(ALICE, BigInteger.valueOf(gift % 1_000_003));
        }
        now[0] = now[0].plusSeconds(BLOCK_SECONDS);
        chain.tick();
      }
      if (chain.head().number() != height) {
        throw new IllegalStateException("the chain is at another height");
      }
      Bytes32 hash = chain.head().hash();
      hashes.add(hash);
      heights.put(hash.toString(), (long) height);
      balances.add(
          Hex.toBigInteger(ask("eth_getBalance", ALICE.toLowerHex(), Hex.quantity(height))));
      tokens.add(
          new BigInteger(
              1, Hex.decode(ask("eth_call", balanceOf(ALICE).toString(), Hex.quantity(height)))));
    }
  }

  /// The parameters' first member for the token's `balanceOf`.
  static ObjectNode balanceOf(Address holder) {
    return JsonMapper.shared()
        .createObjectNode()
        .put("to", PracticeChain.TOKEN.toLowerHex())
        .put("data", "0x70a08231" + "0".repeat(24) + holder.toLowerHex().substring(2));
  }

  private String ask(String method, String first, String second) {
    String one = first.startsWith("{") ? first : "\"" + first + "\"";
    return JsonMapper.shared()
        .readTree(result(method, "[" + one + ",\"" + second + "\"]"))
        .asString("");
  }

  /// Lets go of the files; it can be asked all the same.
  void close() {
    chain.close();
  }

  Bytes32 hash(long height) {
    return hashes.get((int) height);
  }

  BigInteger balance(long height) {
    return balances.get((int) height);
  }

  BigInteger token(long height) {
    return tokens.get((int) height);
  }

  /// Answers a body as a node would whose newest block is at a height.
  byte[] reply(byte[] body, long head) {
    JsonNode root = JsonMapper.shared().readTree(body);
    StringBuilder out = new StringBuilder();
    if (root.isArray()) {
      out.append('[');
      for (JsonNode one : root) {
        out.append(out.length() > 1 ? "," : "").append(answer(one, head));
      }
      out.append(']');
    } else {
      out.append(answer(root, head));
    }
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }

  private String answer(JsonNode request, long head) {
    return "{\"jsonrpc\":\"2.0\",\"id\":" + request.path("id") + "," + member(request, head) + "}";
  }

  private String member(JsonNode request, long head) {
    String method = request.path("method").asString("");
    if (method.equals("eth_blockNumber")) {
      return "\"result\":\"" + Hex.quantity(head) + "\"";
    }
    OptionalInt at = BlockParam.index(method);
    JsonNode params = request.path("params");
    if (at.isEmpty() || !(params instanceof ArrayNode list)) {
      return "\"result\":" + result(method, params.toString());
    }
    ArrayNode pinned = list.deepCopy();
    while (pinned.size() <= at.getAsInt()) {
      pinned.addNull();
    }
    long height = height(pinned.path(at.getAsInt()), head);
    if (height < 0 || height > head) {
      return BlockParam.isBlock(method)
          ? "\"result\":null"
          : "\"error\":{\"code\":-32000,\"message\":\"header not found\"}";
    }
    if (!pinned.path(at.getAsInt()).isObject()
        && pinned.path(at.getAsInt()).asString("").length() < 60) {
      pinned.set(at.getAsInt(), pinned.stringNode(Hex.quantity(height)));
    }
    return "\"result\":" + result(method, pinned.toString());
  }

  private long height(JsonNode block, long head) {
    if (block.isObject()) {
      return block.has("blockHash")
          ? heights.getOrDefault(block.path("blockHash").asString(""), -1L)
          : height(block.path("blockNumber"), head);
    }
    String text = block.asString("latest");
    return switch (text) {
      case "latest", "pending", "" -> head;
      case "safe" -> Math.max(0, head - SAFE);
      case "finalized" -> Math.max(0, head - FINAL);
      case "earliest" -> 0;
      default -> text.length() > 60 ? heights.getOrDefault(text, -1L) : Hex.toLong(text);
    };
  }

  private String result(String method, String params) {
    return answers.computeIfAbsent(
        method + params,
        key -> {
          String request =
              "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\""
                  + method
                  + "\",\"params\":"
                  + params
                  + "}";
          JsonNode answer =
              JsonMapper.shared().readTree(chain.handle(request.getBytes(StandardCharsets.UTF_8)));
          JsonNode result = answer.get("result");
          return result == null ? "null,\"error\":" + answer.get("error") : result.toString();
        });
  }
}
