package io.belay.core.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.core.state.Observed;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.node.JsonNodeFactory;

/// Two groups, one of them a block ahead, so that each names another block final and safe.
@Timeout(20)
class ComparedHeightTest extends NetworkInHand {
  private static final FakeBlocks CHAIN = FakeBlocks.upTo(100);

  private final ScriptedTransport a = CHAIN.node();
  private final ScriptedTransport b = CHAIN.node();
  private HeadChain heads;

  @BeforeEach
  void open() {
    network.groups(a, b);
    heads = network.heads();
  }

  @Test
  void whatIsFinalIsComparedWithTheNextPollAndNobodyWaitsForIt() throws InterruptedException {
    CHAIN.grown(1, "main").follow(a);
    View first = heads.whole(Duration.ofSeconds(1));
    assertThat(first.headObserved().maybe()).contains(CHAIN.head());
    assertThat(first.finalized().level()).isEqualTo(Observed.Level.UNKNOWN);
    assertThat(first.safe()).isEmpty();
    assertThat(a.asked("eth_getBlockByNumber")).isEqualTo(3);

    // the chain goes on, and what is final with it: it is compared at the height asked for
    FakeBlocks longer = CHAIN.grown(3, "main");
    longer.follow(b);
    longer.grown(1, "main").follow(a);
    network.clock.pass(Duration.ofSeconds(12));
    View second = heads.atMost(Duration.ofSeconds(1));
    assertThat(second.headObserved().maybe()).contains(longer.head());
    assertThat(second.finalized().maybe()).contains(CHAIN.ref(96));
    assertThat(second.finalized().level()).isEqualTo(Observed.Level.AGREED);
    assertThat(second.safe()).contains(CHAIN.ref(98));
    assertThat(a.asked("eth_getBlockByNumber")).isEqualTo(3 + 5);

    network.clock.pass(Duration.ofSeconds(12));
    View third = heads.atMost(Duration.ofSeconds(1));
    assertThat(third.finalized().maybe()).contains(longer.ref(99));
    assertThat(third.safe()).contains(longer.ref(101));
  }

  @Test
  void whoCannotSayWhatIsThereIsNotAskedForEver() throws InterruptedException {
    FakeBlocks ahead = CHAIN.grown(1, "main");
    a.on(
        "eth_getBlockByNumber",
        params -> {
          String which = params.path(0).asString("");
          return ScriptedTransport.result(
              which.startsWith("0x") ? JsonNodeFactory.instance.nullNode() : ahead.at(which));
        });
    heads.whole(Duration.ofSeconds(1));
    network.clock.pass(Duration.ofSeconds(12));
    View view = heads.atMost(Duration.ofSeconds(1));
    assertThat(view.finalized().maybe()).contains(CHAIN.ref(96));
    assertThat(view.finalized().level()).isEqualTo(Observed.Level.SINGLE);
  }

  @Test
  void whoAsksForAllThereIsToKnowIsToldAtOnce() throws InterruptedException {
    CHAIN.grown(1, "main").follow(a);
    View view = heads.refresh();
    assertThat(view.finalized().maybe()).contains(CHAIN.ref(96));
    assertThat(view.finalized().proof().orElseThrow().groups()).containsExactlyInAnyOrder("a", "b");
    assertThat(view.safe()).contains(CHAIN.ref(98));
  }
}
