package io.belay.core.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.base.Bytes32;
import io.belay.core.chain.BlockRef;
import io.belay.core.money.Wei;
import java.math.BigInteger;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HeadVoteTest {
  private static final int MAIN = 1;
  private static final int FORK = 2;

  private static Bytes32 hash(long height, int branch) {
    return Bytes32.of(BigInteger.valueOf(height * 10 + branch));
  }

  private static SeenBlock block(long height, int branch) {
    return new SeenBlock(
        new BlockRef(height, hash(height, branch)),
        hash(height - 1, branch),
        Bytes32.ZERO,
        height * 12,
        Optional.empty(),
        0,
        30_000_000,
        true);
  }

  private static HeadReport at(long height, int branch) {
    return new HeadReport(
        block(height, branch), Optional.empty(), Optional.empty(), Map.of(), Instant.EPOCH);
  }

  private static HeadReport finalizedAt(long height, long finalized) {
    return new HeadReport(
        block(height, MAIN),
        Optional.of(new BlockRef(finalized, hash(finalized, MAIN))),
        Optional.of(new BlockRef(finalized + 1, hash(finalized + 1, MAIN))),
        Map.of(),
        Instant.EPOCH);
  }

  /// One endpoint in each group: a, b, c, …
  private static HeadVote vote(HeadReport... reports) {
    Map<String, List<HeadReport>> byGroup = new HashMap<>();
    for (int i = 0; i < reports.length; i++) {
      byGroup.put(Character.toString('a' + i), List.of(reports[i]));
    }
    return new HeadVote(byGroup, Set.of());
  }

  private static HeadVote.Verdict agreed(long height, int branch, String... groups) {
    return new HeadVote.Verdict.Agreed(new BlockRef(height, hash(height, branch)), Set.of(groups));
  }

  @Test
  void nobodyHasNoHead() {
    assertThat(vote().middleHead()).isEmpty();
    assertThat(vote().candidates()).isEmpty();
    assertThat(vote().at(5)).isEqualTo(new HeadVote.Verdict.Silent());
  }

  @Test
  void twoGroupsWithOneHashAgree() {
    assertThat(vote(at(100, MAIN), at(100, MAIN)).at(100)).isEqualTo(agreed(100, MAIN, "a", "b"));
  }

  @Test
  void oneGroupIsALoneVoiceHoweverManyEndpointsItHas() {
    HeadVote vote =
        new HeadVote(Map.of("a", List.of(at(100, MAIN), at(100, MAIN), at(100, MAIN))), Set.of());
    assertThat(vote.at(100))
        .isEqualTo(new HeadVote.Verdict.Lone(new BlockRef(100, hash(100, MAIN)), "a"));
  }

  @Test
  void aHeadVouchesForItsParentToo() {
    HeadVote vote = vote(at(101, MAIN), at(100, MAIN));
    assertThat(vote.at(100)).isEqualTo(agreed(100, MAIN, "a", "b"));
    assertThat(vote.at(101)).isInstanceOf(HeadVote.Verdict.Lone.class);
  }

  @Test
  void oneVoiceAgainstOneIsDisputed() {
    assertThat(vote(at(100, MAIN), at(100, FORK)).at(100))
        .isInstanceOfSatisfying(
            HeadVote.Verdict.Disputed.class,
            disputed ->
                assertThat(disputed.claims())
                    .containsExactly(hash(100, MAIN) + " by a", hash(100, FORK) + " by b"));
  }

  @Test
  void oneForkedGroupLosesAgainstTwo() {
    assertThat(vote(at(100, FORK), at(100, MAIN), at(100, MAIN)).at(100))
        .isEqualTo(agreed(100, MAIN, "b", "c"));
  }

  @Test
  void twoAgainstTwoIsDisputed() {
    assertThat(vote(at(9, MAIN), at(9, MAIN), at(9, FORK), at(9, FORK)).at(9))
        .isInstanceOf(HeadVote.Verdict.Disputed.class);
  }

  @Test
  void aGroupThatContradictsItselfHasNoVote() {
    HeadVote vote =
        new HeadVote(
            Map.of("a", List.of(at(9, MAIN), at(9, FORK)), "b", List.of(at(9, MAIN))), Set.of());
    assertThat(vote.at(9))
        .isEqualTo(new HeadVote.Verdict.Lone(new BlockRef(9, hash(9, MAIN)), "b"));
  }

  @Test
  void aLoneHeadFarAheadDoesNotMoveTheMiddle() {
    assertThat(vote(at(5_000_100, MAIN), at(100, MAIN), at(101, MAIN)).middleHead()).contains(101L);
    assertThat(vote(at(5_000_100, MAIN), at(100, MAIN)).middleHead()).contains(100L);
  }

  @Test
  void aLoneHeadFarBehindDoesNotMoveTheMiddle() {
    assertThat(vote(at(80, MAIN), at(100, MAIN), at(100, MAIN)).middleHead()).contains(100L);
  }

  @Test
  void aGroupStandsWhereItsBestEndpointStands() {
    HeadVote vote =
        new HeadVote(
            Map.of("a", List.of(at(80, MAIN), at(100, MAIN)), "b", List.of(at(100, MAIN))),
            Set.of());
    assertThat(vote.middleHead()).contains(100L);
  }

  @Test
  void fewHeightsAreLookedAtFromTheMiddleDown() {
    assertThat(vote(at(5_000_100, MAIN), at(100, MAIN)).candidates())
        .containsExactly(100L, 99L, 98L, 97L, 95L, 92L);
    assertThat(vote(at(2, MAIN)).candidates()).containsExactly(2L, 1L, 0L);
  }

  @Test
  void tagsHaveMiddlesOfTheirOwnAndVouchForTheirBlocks() {
    HeadVote vote = vote(finalizedAt(100, 90), finalizedAt(100, 91), finalizedAt(100, 4_000));
    assertThat(vote.middleFinalized()).contains(91L);
    assertThat(vote.middleSafe()).contains(92L);
    assertThat(vote.at(91)).isEqualTo(agreed(91, MAIN, "a", "b"));
  }

  @Test
  void whoSaysNoTagIsNotCountedForIt() {
    HeadVote vote = vote(at(100, MAIN), at(100, MAIN), finalizedAt(100, 90));
    assertThat(vote.middleFinalized()).contains(90L);
    assertThat(vote(at(100, MAIN)).middleSafe()).isEmpty();
  }

  @Test
  void theBlockItselfComesFromWhoeverToldThatHash() {
    HeadVote vote = vote(at(100, FORK), at(101, MAIN), at(100, MAIN));
    assertThat(vote.block(new BlockRef(100, hash(100, MAIN)))).contains(block(100, MAIN));
    assertThat(vote.block(new BlockRef(99, hash(99, MAIN)))).isEmpty();
  }

  private static HeadReport told(int branch, long baseFee, boolean verified) {
    SeenBlock block = block(10, branch);
    return new HeadReport(
        new SeenBlock(
            block.ref(),
            block.parentHash(),
            block.stateRoot(),
            block.timestamp(),
            Optional.of(Wei.of(baseFee)),
            0,
            30_000_000,
            verified),
        Optional.empty(),
        Optional.empty(),
        Map.of(),
        Instant.EPOCH);
  }

  private static Optional<Wei> baseFee(HeadReport... reports) {
    return vote(reports).block(new BlockRef(10, hash(10, MAIN))).flatMap(SeenBlock::baseFee);
  }

  @Test
  void whatABlockHoldsIsProvenByItsHashOrSaidByMostAndNeverPickedFromATie() {
    assertThat(baseFee(told(MAIN, 7, false), told(MAIN, 11, false), told(MAIN, 1, true)))
        .contains(Wei.of(1));
    assertThat(baseFee(told(MAIN, 7, false), told(MAIN, 1, false), told(MAIN, 1, false)))
        .contains(Wei.of(1));
    assertThat(baseFee(told(MAIN, 7, false), told(MAIN, 11, false))).isEmpty();
    assertThat(baseFee(told(MAIN, 7, false), told(FORK, 11, false))).contains(Wei.of(7));
  }
}
