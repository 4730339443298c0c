package io.belay.core.send;

import static io.belay.core.send.FakeSends.ALICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belay.base.Bytes32;
import io.belay.base.TxHash;
import io.belay.core.chain.BlockRef;
import io.belay.core.rpc.EndpointId;
import io.belay.core.rpc.PendingNonce;
import io.belay.core.state.Evidence;
import io.belay.core.state.Observed;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NonceChartTest {
  private static final Evidence EVIDENCE =
      new Evidence(1, Bytes32.ZERO, List.of("a", "b"), Instant.EPOCH);

  @TempDir Path directory;
  private FakeSends sends;
  private final Map<TxHash, Set<String>> seen = new HashMap<>();
  private PendingNonce pending = new PendingNonce(Map.of());

  @BeforeEach
  void open() {
    sends = new FakeSends(directory);
  }

  @AfterEach
  void close() {
    sends.close();
  }

  private TxRecord at(long nonce) {
    SendPlan plan =
        FakeSends.plan("intent-" + nonce, sends.nonces.lease(ALICE, 0, OptionalLong.of(nonce)));
    return sends.journal.find(sends.journal.record(plan, FakeSends.signed(plan))).orElseThrow();
  }

  private NonceChart chart(long onChain) {
    return NonceChart.of(
        ALICE, new Observed.Proven<>(onChain, EVIDENCE), pending, sends.journal.all(), seen);
  }

  private List<NonceSlot.Kind> kinds(long onChain) {
    return chart(onChain).slots().stream().map(NonceSlot::kind).toList();
  }

  @Test
  void anAccountWithNothingOpenHasNoSlots() {
    assertThat(chart(7).slots()).isEmpty();
    assertThat(chart(7).next()).isEqualTo(7);
    assertThat(chart(7).troubled()).isEmpty();
  }

  @Test
  void whatAPoolHoldsIsThereAndBySomebody() {
    seen.put(at(7).hash(), Set.of("birch", "alpine"));
    assertThat(kinds(7)).containsExactly(NonceSlot.Kind.IN_POOL);
    assertThat(chart(7).slots().getFirst().seenBy()).containsExactly("alpine", "birch");
    assertThat(chart(7).next()).isEqualTo(8);
    assertThat(chart(7).troubled()).isEmpty();
  }

  @Test
  void whatIsSignedAndUnseenIsSentAgain() {
    at(7);
    assertThat(kinds(7)).containsExactly(NonceSlot.Kind.UNSEEN);
    assertThat(chart(7).troubled().getFirst().kind().repair()).isEqualTo(NonceSlot.Repair.RESEND);
  }

  @Test
  void aNonceThatLaterOnesWaitForIsAGap() {
    seen.put(at(9).hash(), Set.of("alpine"));
    assertThat(kinds(7))
        .containsExactly(NonceSlot.Kind.GAP, NonceSlot.Kind.GAP, NonceSlot.Kind.IN_POOL);
    assertThat(chart(7).slots().getFirst().ours()).isEmpty();
  }

  @Test
  void whatPoolsCountAndNobodyHereSignedIsAnotherWallets() {
    pending = new PendingNonce(Map.of("a", 9L, "b", 9L, "c", 7L));
    assertThat(kinds(7)).containsExactly(NonceSlot.Kind.FOREIGN, NonceSlot.Kind.FOREIGN);
    assertThat(chart(7).next()).isEqualTo(9);
  }

  /// X08.
  @Test
  void oneGroupThatCountsHighIsNotBelieved() {
    pending = new PendingNonce(Map.of("a", 900L, "b", 7L, "c", 7L));
    assertThat(chart(7).slots()).isEmpty();
    assertThat(pending.agreed()).hasValue(7);
    assertThat(pending.isDoubtful(7)).isTrue();
    assertThat(new PendingNonce(Map.of("a", 9L)).agreed()).isEmpty();
    assertThat(new PendingNonce(Map.of("a", 99L, "b", 99L, "c", 7L, "d", 7L, "e", 7L)).agreed())
        .hasValue(7);
    assertThat(new PendingNonce(Map.of("a", 8L, "b", 8L, "c", 7L)).isDoubtful(7)).isFalse();
  }

  /// X15.
  @Test
  void aMinedNonceThatOursWasSignedForIsAnotherWallets() {
    TxRecord ours = at(7);
    NonceChart chart = chart(8);
    assertThat(chart.slots()).hasSize(1);
    assertThat(chart.slots().getFirst().kind()).isEqualTo(NonceSlot.Kind.FOREIGN);
    assertThat(chart.slots().getFirst().ours()).contains(ours.hash());
    assertThat(chart.slots().getFirst().kind().repair()).isEqualTo(NonceSlot.Repair.ADOPT);
  }

  @Test
  void twoGroupsThatCallOursUnderpricedHoldAnothers() {
    TxRecord ours = at(7);
    for (String group : List.of("a", "b")) {
      assertThat(kinds(7)).containsExactly(NonceSlot.Kind.UNSEEN);
      sends.journal.attempted(
          ours.hash(),
          new AttemptRow(
              new EndpointId(group),
              group,
              "rejected",
              "replacement-underpriced",
              5,
              Instant.EPOCH,
              false));
    }
    assertThat(kinds(7)).containsExactly(NonceSlot.Kind.FOREIGN);
  }

  @Test
  void oursThatIsMinedWhileLowerOnesAreOpenIsShown() {
    TxRecord low = at(7);
    TxRecord mined = at(8);
    sends.journal.progress(
        mined.in(TxState.INCLUDED, Observed.Level.PROVEN, new BlockRef(5, Bytes32.ZERO), true));
    seen.put(low.hash(), Set.of("a"));
    assertThat(kinds(7)).containsExactly(NonceSlot.Kind.IN_POOL, NonceSlot.Kind.MINED);
  }

  @Test
  void whatIsStuckWantsMore() {
    TxRecord old = at(7);
    sends.journal.progress(old.in(TxState.STUCK, Observed.Level.AGREED));
    seen.put(old.hash(), Set.of("a", "b"));
    assertThat(kinds(7)).containsExactly(NonceSlot.Kind.STUCK);
    assertThat(chart(7).troubled().getFirst().kind().repair()).isEqualTo(NonceSlot.Repair.REPLACE);
  }

  @Test
  void whatNobodyTellsCannotBeCharted() {
    assertThatThrownBy(() ->
            NonceChart.of(ALICE, new Observed.Unknown<>("no-answer"), pending, List.of(), Map.of()))
        .extracting("code")
        .isEqualTo("no-way-to-chain");
  }
}
