package io.belay.core.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belay.base.WalletException;
import io.belay.core.practice.DrillAct.Outcome;
import io.belay.core.practice.DrillScene.Kind;
import io.belay.core.rpc.EndpointConfig;
import io.belay.core.rpc.Reply;
import io.belay.core.rpc.TransportException;
import io.belay.core.state.Observed.Level;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DrillTest {
  private final DrillFixture net = new DrillFixture();

  private DrillFixture providers(int count) {
    for (int i = 0; i < count; i++) {
      net.with("p" + i, EndpointConfig.Kind.PROVIDER);
    }
    return net;
  }

  private static DrillAct only(DrillReport report, Kind kind) {
    List<DrillAct> acts = report.of(kind);
    assertThat(acts).hasSize(1);
    return acts.getFirst();
  }

  private static Level level(DrillAct act, DrillJob job) {
    return act.result(job).orElseThrow().level();
  }

  @Test
  void fourHealthyGroupsSurviveEverything() {
    DrillReport report = providers(4).run(Optional.empty());
    assertThat(report.acts()).hasSize(1 + 4 + 6 + 1 + 1 + 4 + 1 + 1);
    assertThat(report.acts()).noneMatch(act -> act.outcome() == Outcome.FAILS);
    DrillVerdict verdict = report.verdict();
    assertThat(verdict.passed()).isTrue();
    assertThat(verdict.one()).contains(true);
    assertThat(verdict.pair()).contains(true);
    assertThat(verdict.alone()).contains(true);
    assertThat(verdict.liar()).contains(true);
    assertThat(report.of(Kind.LIAR)).allMatch(act -> act.blamed().size() == 1);
    assertThat(only(report, Kind.CALM).outcome()).isEqualTo(Outcome.HOLDS);
    assertThat(only(report, Kind.ALONE).outcome()).isEqualTo(Outcome.HOLDS_LESS);
    assertThat(net.time.elapsed()).isLessThan(Duration.ofSeconds(60));
    assertThat(net.told).hasSize(report.acts().size()).startsWith("calm 1", "cut 2");
    assertThat(net.closed).isEqualTo(4);
  }

  @Test
  void withEverybodyGoneTheLastValuesAreShownAsOldAndSigningGoesOn() {
    DrillAct dark = only(providers(3).run(Optional.of(Fault.DNS)), Kind.DNS);
    assertThat(dark.outcome()).isEqualTo(Outcome.WAITS);
    assertThat(level(dark, DrillJob.BALANCE)).isEqualTo(Level.STALE);
    assertThat(level(dark, DrillJob.FEE)).isEqualTo(Level.STALE);
    assertThat(level(dark, DrillJob.SIGN)).isEqualTo(Level.STALE);
    assertThat(dark.result(DrillJob.SEND).orElseThrow().reached()).isZero();
  }

  @Test
  void oneGroupAloneIsSaidToBlock() {
    DrillReport report = providers(1).run(Optional.empty());
    DrillVerdict verdict = report.verdict();
    assertThat(verdict.passed()).isFalse();
    assertThat(verdict.one()).contains(false);
    assertThat(verdict.blockers()).containsExactly("p0");
    assertThat(verdict.liar()).contains(true); // the word of one whose proof failed is not shown
    assertThat(verdict.pair()).isEmpty();
    assertThat(only(report, Kind.CALM).outcome()).isEqualTo(Outcome.HOLDS_LESS);
  }

  @Test
  void theOwnNodeAloneProvesEverything() {
    DrillReport report =
        providers(2).with("own", EndpointConfig.Kind.OWN).run(Optional.of(Fault.REFUSE));
    DrillAct alone = only(report, Kind.ALONE);
    assertThat(alone.scene().broken()).containsExactly("p0", "p1");
    assertThat(level(alone, DrillJob.BALANCE)).isEqualTo(Level.PROVEN);
    assertThat(level(alone, DrillJob.FEE)).isEqualTo(Level.AGREED);
    assertThat(alone.result(DrillJob.SEND).orElseThrow().reached()).isEqualTo(1);
    assertThat(alone.works()).isTrue();
  }

  @Test
  void aLiarAmongThemIsBlamedAndBelievedByNobody() {
    SimFault lies =
        new SimFault(new SimFault.Kind.Known(Fault.LYING), Duration.ZERO, Duration.ofHours(1));
    DrillReport report =
        providers(2)
            .with("liar", EndpointConfig.Kind.PROVIDER, lies)
            .with("p3", EndpointConfig.Kind.PROVIDER)
            .run(Optional.empty());
    assertThat(report.verdict().right()).isTrue();
    assertThat(report.verdict().one()).contains(true);
    assertThat(report.acts()).anyMatch(act -> "bad-proof".equals(act.blamed().get("liar")));
  }

  @Test
  void aDeadEndpointIsFoundOutByTheSceneThatNeedsIt() {
    SimFault dead =
        new SimFault(new SimFault.Kind.Known(Fault.REFUSE), Duration.ZERO, Duration.ofHours(1));
    DrillReport report =
        net.with("dead", EndpointConfig.Kind.PROVIDER, dead)
            .with("p1", EndpointConfig.Kind.PROVIDER)
            .run(Optional.of(Fault.REFUSE));
    assertThat(report.verdict().passed()).isFalse();
    assertThat(report.verdict().blockers()).containsExactly("p1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"lost-reply", "hang", "lying-fees", "drop-tx", "foreign-hash"})
  void otherFaultsCanBeAskedFor(String fault) {
    DrillReport report = providers(3).run(Optional.of(Fault.of(fault)));
    assertThat(report.of(Kind.FAULT)).hasSize(3).allMatch(DrillAct::works);
    assertThat(report.verdict().passed()).isTrue();
    assertThat(report.verdict().one()).isEmpty();
  }

  @Test
  void noFaultIsNoDrill() {
    assertThatThrownBy(() -> providers(2).run(Optional.of(Fault.OK)))
        .hasRootCauseInstanceOf(WalletException.class);
  }

  @Test
  void nothingThatSendsEverReachesAWay() {
    DrillReport report = providers(4).run(Optional.empty());
    assertThat(report.acts().stream().flatMap(a -> a.result(DrillJob.SEND).stream()))
        .anyMatch(sent -> sent.reached() == 4);
    assertThat(net.passed)
        .isNotEmpty()
        .noneMatch(body -> body.toLowerCase(Locale.ROOT).contains("send"));
  }

  @Test
  void theWireHoldsBatchesOddNamesAndNoise() throws Exception {
    HeldWire wire =
        new HeldWire(
            (body, timeout) -> {
              throw new AssertionError("it went out");
            },
            raw -> {});
    String batch =
        "[{\"id\":1,\"method\":\"eth_chainId\"},{\"id\":2,\"method\":\"eth_sendRawTransaction\","
            + "\"params\":[\"0x02\"]},{\"id\":3,\"method\":\"eth_sendBundle\"}]";
    Reply reply = wire.exchange(batch.getBytes(StandardCharsets.UTF_8), Duration.ofSeconds(1));
    assertThat(new String(reply.body(), StandardCharsets.UTF_8))
        .contains("\"id\":2,\"result\":\"0x")
        .contains("\"id\":3,\"error\"");
    assertThatThrownBy(
            () -> wire.exchange("eth_send".getBytes(StandardCharsets.UTF_8), Duration.ZERO))
        .isInstanceOf(TransportException.class);
  }

  @Test
  void aReportIsTheSameWhenReadBack() {
    DrillReport report = providers(2).run(Optional.empty());
    String text = DrillJson.write(report).toString();
    assertThat(DrillJson.read(text)).contains(report);
    assertThat(DrillJson.read("{}")).isEmpty();
    assertThat(DrillJson.read(text.replace("\"liar\"", "\"lies\""))).isEmpty();
    assertThat(DrillJson.read("[")).isEmpty();
  }
}
