package io.belay.core.send;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.core.rpc.EndpointConfig;
import io.belay.core.rpc.EndpointId;
import io.belay.core.rpc.SocksProxy;
import io.belay.core.send.Reveals.Code;
import io.belay.core.send.Rung.Kind;
import io.belay.core.send.Rung.Standing;
import io.belay.core.store.EndpointChoices;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LadderTest {
  private static final List<EndpointConfig> ALL =
      List.of(
          DoorFixture.own("own"),
          DoorFixture.ordinary("a"),
          DoorFixture.ordinary("b"),
          DoorFixture.sequencer("door"),
          DoorFixture.on(DoorFixture.relay("relay"), false));

  private static EndpointChoices choices(String policy, Map<String, Boolean> enabled) {
    return new EndpointChoices(List.of(), enabled, policy, false, Map.of());
  }

  private static Ladder ladder(
      List<EndpointConfig> endpoints, String policy, AttemptRow... attempts) {
    return Ladder.of(
        new Ladder.Ground(endpoints, choices(policy, Map.of()), Optional.empty(), false),
        List.of(attempts));
  }

  private static AttemptRow row(String endpoint, BroadcastOutcome outcome, boolean seen) {
    return new AttemptRow(
        new EndpointId(endpoint), endpoint, outcome.word(), outcome.kind(), 5, Instant.EPOCH, seen);
  }

  private static AttemptRow refused(String endpoint) {
    return row(endpoint, new BroadcastOutcome.Unreachable("refused", false), false);
  }

  @Test
  void theRungsAreInOrderAndEachSaysWhatItReveals() {
    Ladder ladder = ladder(ALL, "any");
    assertThat(ladder.rungs()).extracting(Rung::kind).containsExactly(Kind.values());
    assertThat(ladder.rung(Kind.ORDINARY).reveals())
        .isEqualTo(
            new Reveals(Code.ORDINARY, List.of("Operator a", "Operator b"), false, List.of()));
    assertThat(ladder.rung(Kind.SEQUENCER).reveals().code()).isEqualTo(Code.SEQUENCER);
    assertThat(ladder.rung(Kind.SEQUENCER).reveals().operators()).containsExactly("Operator door");
    assertThat(ladder.rung(Kind.PRIVATE_RELAY).reveals())
        .isEqualTo(
            new Reveals(
                Code.PRIVATE_RELAY, List.of("Operator relay"), false, List.of("Operator relay")));
    assertThat(ladder.rung(Kind.LIFEBOAT).reveals().code()).isEqualTo(Code.LIFEBOAT);
  }

  @ParameterizedTest
  @CsvSource({
    "any, OPEN, OPEN, OPEN, BARRED, OPEN",
    "trusted, BARRED, OPEN, BARRED, BARRED, ABSENT",
    "ask, BARRED, OPEN, BARRED, BARRED, ABSENT",
    "own-only, BARRED, OPEN, BARRED, BARRED, ABSENT",
  })
  void aRungIsOpenAsFarAsThePolicyGoes(
      String policy,
      Standing ordinary,
      Standing own,
      Standing sequencer,
      Standing relay,
      Standing dns) {
    Ladder ladder = ladder(ALL, policy);
    assertThat(ladder.rung(Kind.ORDINARY).standing()).isEqualTo(ordinary);
    assertThat(ladder.rung(Kind.OWN_NODE).standing()).isEqualTo(own);
    assertThat(ladder.rung(Kind.SEQUENCER).standing()).isEqualTo(sequencer);
    assertThat(ladder.rung(Kind.PRIVATE_RELAY).standing()).isEqualTo(relay);
    assertThat(ladder.rung(Kind.LAST_GOOD_DNS).standing()).isEqualTo(dns);
    assertThat(ladder.rung(Kind.PROXY).standing()).isEqualTo(Standing.ABSENT);
    assertThat(ladder.rung(Kind.LIFEBOAT).isAllowed()).isTrue();
  }

  @Test
  void aRelayIsOpenOnceItIsSwitchedOnAndADoorUntilItIsSwitchedOff() {
    List<EndpointConfig> endpoints =
        List.of(DoorFixture.sequencer("door"), DoorFixture.relay("relay"));
    Ladder ladder =
        Ladder.of(
            new Ladder.Ground(
                endpoints, choices("any", Map.of("door", false)), Optional.empty(), false),
            List.of());
    assertThat(ladder.rung(Kind.SEQUENCER).standing()).isEqualTo(Standing.BARRED);
    assertThat(ladder.rung(Kind.PRIVATE_RELAY).standing()).isEqualTo(Standing.OPEN);
  }

  @Test
  void aNetworkWithoutAnythingHasTheLifeboat() {
    Ladder ladder = ladder(List.of(), "any");
    assertThat(ladder.rungs())
        .filteredOn(Rung::isAllowed)
        .extracting(Rung::kind)
        .containsExactly(Kind.LIFEBOAT);
    assertThat(ladder.isHeld()).isFalse();
  }

  @Test
  void whatWasTriedIsToldRungByRung() {
    Ladder ladder =
        ladder(
            ALL,
            "any",
            refused("a"),
            row("b", new BroadcastOutcome.Unreachable("dns", false), false),
            refused("own"),
            row("door", new BroadcastOutcome.Accepted(), false));
    assertThat(ladder.rung(Kind.ORDINARY).standing()).isEqualTo(Standing.TRIED);
    assertThat(ladder.rung(Kind.ORDINARY).tried()).hasSize(2);
    assertThat(ladder.rung(Kind.OWN_NODE).standing()).isEqualTo(Standing.TRIED);
    assertThat(ladder.rung(Kind.LAST_GOOD_DNS).standing()).isEqualTo(Standing.TRIED);
    assertThat(ladder.rung(Kind.LAST_GOOD_DNS).tried()).hasSize(1);
    assertThat(ladder.rung(Kind.SEQUENCER).standing()).isEqualTo(Standing.HOLDS);
    assertThat(ladder.isHeld()).isTrue();
  }

  @Test
  void whoWasFoundToHoldItHoldsItWhateverItAnswered() {
    Ladder ladder =
        ladder(ALL, "any", row("a", new BroadcastOutcome.Unreachable("timeout", true), true));
    assertThat(ladder.rung(Kind.ORDINARY).standing()).isEqualTo(Standing.HOLDS);
  }

  @Test
  void whatWasTriedBeforeAPolicyWasMadeNarrowerStaysTold() {
    Ladder ladder = ladder(ALL, "own-only", refused("a"));
    assertThat(ladder.rung(Kind.ORDINARY).standing()).isEqualTo(Standing.TRIED);
  }

  @Test
  void aProxyIsUnderAllThatIsNotHere() {
    Ladder ladder =
        Ladder.of(
            new Ladder.Ground(
                ALL,
                choices("any", Map.of()),
                Optional.of(SocksProxy.parse("socks5://127.0.0.1:9050")),
                false),
            List.of(refused("a")));
    Rung proxy = ladder.rung(Kind.PROXY);
    assertThat(proxy.standing()).isEqualTo(Standing.TRIED);
    assertThat(proxy.endpoints())
        .extracting(config -> config.id().value())
        .containsExactly("a", "b", "door");
    assertThat(proxy.reveals().code()).isEqualTo(Code.PROXY_ISOLATED);
    assertThat(ladder.rung(Kind.LAST_GOOD_DNS).standing()).isEqualTo(Standing.ABSENT);
    assertThat(ladder.rung(Kind.ORDINARY).reveals().proxied()).isTrue();
  }
}
