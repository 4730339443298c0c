package io.belay.core.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.sun.management.ThreadMXBean;
import io.belay.base.Address;
import io.belay.base.Bytes32;
import io.belay.base.WalletException;
import io.belay.core.chain.Chain;
import io.belay.core.chain.Header;
import io.belay.core.proof.AccountProof;
import io.belay.core.proof.BlockBody;
import io.belay.core.proof.BlockReceipts;
import io.belay.core.proof.ProvenAccount;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/// What an endpoint may send back, from its bytes to what is made of them. Every reader owes a
/// value or a [WalletException] with one of a few codes, within a second and 256 MiB.
class ReplyFuzzTest {
  private static final JsonRpc RPC = new JsonRpc();
  private static final NodeErrors ERRORS = NodeErrors.load();
  private static final JsonRpc.Request ONE = RPC.request(List.of(RPC.call("eth_chainId")));
  private static final JsonRpc.Request TWO =
      RPC.request(List.of(RPC.call("eth_chainId"), RPC.call("eth_blockNumber")));
  private static final Set<String> UNREADABLE = Set.of("bad-json", "wrong-id");
  private static final Set<String> NO_BLOCK = Set.of("bad-header", "bad-hex", "bad-bytes32");
  private static final Set<String> NO_PROOF = Set.of("bad-proof");
  private static final Set<String> NO_CONTENT = Set.of("bad-proof", "cannot-prove");
  private static final Address HOLDER = Address.parse("0x00000000000000000000000000000000000000b0");
  private static final long MOST_NANOS = 1_000_000_000;
  private static final long MOST_BYTES = 256L << 20;
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  @FuzzTest(maxDuration = "60s")
  void block(byte[] body) {
    for (JsonNode result : results(body)) {
      for (Chain.HeaderKind kind : Chain.HeaderKind.values()) {
        read(NO_BLOCK, () -> SeenBlock.parse(result, kind));
      }
      Optional<Header> header = read(Set.of(), () -> Header.matching(result)).flatMap(h -> h);
      header.ifPresent(h -> assertThat(Header.decode(h.encoded())).isEqualTo(h));
    }
  }

  @FuzzTest(maxDuration = "60s")
  void proof(byte[] body) {
    for (JsonNode result : results(body)) {
      Optional<AccountProof> proof = read(NO_PROOF, () -> AccountProof.parse(result));
      proof.ifPresent(p -> {
        read(NO_PROOF, () -> p.verify(HOLDER, ProvenAccount.EMPTY_ROOT));
        read(NO_PROOF, () -> p.verifyStorage(Bytes32.ZERO, ProvenAccount.EMPTY_ROOT));
      });
    }
  }

  @FuzzTest(maxDuration = "60s")
  void content(byte[] body) {
    for (JsonNode result : results(body)) {
      Optional<Header> header = read(Set.of(), () -> Header.matching(result)).flatMap(h -> h);
      header.ifPresent(h -> {
        read(NO_CONTENT, () -> BlockBody.verify(h, result));
        read(NO_CONTENT, () -> BlockReceipts.verify(h, result.path("receipts")));
      });
    }
  }

  /// The results of the answers, as to a single request and as to a batch.
  private static List<JsonNode> results(byte[] body) {
    List<JsonNode> answers =
        read(UNREADABLE, () -> RPC.answers(ONE, body))
            .or(() -> read(UNREADABLE, () -> RPC.answers(TWO, body)))
            .orElse(List.of());
    for (JsonNode answer : answers) {
      // not measured: Jazzer follows regular expressions while it fuzzes, which takes memory
      assertThat(ERRORS.classify(answer.path("error")).quote()).hasSizeLessThanOrEqualTo(400);
    }
    return answers.stream().map(answer -> answer.path("result")).toList();
  }

  /// The cost of a first reading may be that of loading classes: a second one tells.
  private static <T> Optional<T> read(Set<String> codes, Supplier<T> reader) {
    Reading<T> first = Reading.of(codes, reader);
    Reading<T> cost = first.isCheap() ? first : Reading.of(codes, reader);
    assertThat(cost.isCheap()).as("%d ns, %d bytes", cost.nanos, cost.bytes).isTrue();
    return first.value;
  }

  private record Reading<T>(Optional<T> value, long nanos, long bytes) {
    static <T> Reading<T> of(Set<String> codes, Supplier<T> reader) {
      long bytes = THREADS.getCurrentThreadAllocatedBytes();
      long nanos = THREADS.getCurrentThreadCpuTime();
      Optional<T> value;
      try {
        value = Optional.of(reader.get());
      } catch (WalletException e) {
        assertThat(codes).as(e.text()).contains(e.code());
        value = Optional.empty();
      }
      return new Reading<>(
          value,
          THREADS.getCurrentThreadCpuTime() - nanos,
          THREADS.getCurrentThreadAllocatedBytes() - bytes);
    }

    boolean isCheap() {
      return nanos < MOST_NANOS && bytes < MOST_BYTES;
    }
  }
}
