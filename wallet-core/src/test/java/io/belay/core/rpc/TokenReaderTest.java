package io.belay.core.rpc;

import static io.belay.core.rpc.FakeState.ALICE;
import static io.belay.core.rpc.FakeState.NOBODY;
import static org.assertj.core.api.Assertions.assertThat;

import io.belay.core.money.Wei;
import io.belay.core.state.Observed;
import io.belay.core.token.BalanceSlots;
import io.belay.core.token.TokenReader;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// A token whose storage holds its balances where no candidate looks.
@Timeout(20)
class TokenReaderTest extends NetworkInHand {
  private static final FakeState STATE = new FakeState();
  private static final FakeBlocks CHAIN = FakeBlocks.upTo(100, STATE.root());

  private final List<ScriptedTransport> nodes = List.of(node(), node());
  private Reader reader;
  private TokenReader tokens;

  private static ScriptedTransport node() {
    return STATE.prove(CHAIN.node());
  }

  @BeforeEach
  void open() {
    network.groups(nodes.get(0), nodes.get(1));
    reader = network.reader();
    tokens = new TokenReader(reader, BalanceSlots.load());
  }

  private void everybodySays(long balance) {
    String word = "0x%064x".formatted(BigInteger.valueOf(balance));
    nodes.forEach(node -> node.says("eth_call", word));
  }

  private long proofs() {
    return nodes.stream().mapToLong(node -> node.asked("eth_getProof")).sum();
  }

  private void agreesOn(long balance) throws InterruptedException {
    Observed<Wei> seen = tokens.balance(reader.view(), NOBODY, ALICE);
    assertThat(seen.level()).isEqualTo(Observed.Level.AGREED);
    assertThat(seen.maybe()).contains(Wei.of(balance));
  }

  @Test
  void whatNoSlotExplainsIsNotLookedForAgainBeforeItMoves() throws InterruptedException {
    everybodySays(1_000_000);
    agreesOn(1_000_000);
    long first = proofs();
    assertThat(first).isPositive();

    agreesOn(1_000_000);
    assertThat(proofs()).isEqualTo(first);

    nodes.forEach(CHAIN.grown(1, "main")::follow);
    network.clock.pass(Duration.ofSeconds(12));
    reader.poll();
    everybodySays(2_000_000);
    agreesOn(2_000_000);
    assertThat(proofs()).isGreaterThan(first);
  }

  @Test
  void whereNobodyAnswersItIsAskedAgainAsLongAsThePersonWaits() throws InterruptedException {
    reader.view();
    nodes.forEach(node -> node.fails("eth_call", TransportException.Reason.REFUSED));
    AtomicInteger tries = new AtomicInteger();
    Observed<Wei> seen =
        reader.patiently(
            Duration.ofSeconds(10),
            () -> {
              if (tries.incrementAndGet() == 2) {
                everybodySays(7);
              }
              return tokens.balance(reader.view(), NOBODY, ALICE);
            });
    assertThat(seen.maybe()).contains(Wei.of(7));
    assertThat(tries).hasValue(2);
  }

  @Test
  void aBalanceTooSmallToTellSlotsApartIsNotLookedFor() throws InterruptedException {
    everybodySays(7);
    agreesOn(7);
    assertThat(proofs()).isZero();
  }
}
