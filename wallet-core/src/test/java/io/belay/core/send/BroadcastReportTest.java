package io.belay.core.send;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.core.rpc.Endpoint;
import io.belay.core.rpc.EndpointId;
import io.belay.core.rpc.NetworkInHand;
import io.belay.core.rpc.NodeError;
import io.belay.core.rpc.ScriptedTransport;
import io.belay.core.send.BroadcastReport.Verdict;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BroadcastReportTest extends NetworkInHand {
  private static final BroadcastOutcome ACCEPTED = new BroadcastOutcome.Accepted();
  private static final BroadcastOutcome KNOWN = new BroadcastOutcome.AlreadyKnown();
  private static final BroadcastOutcome NO_FUNDS = refused(NodeError.Kind.INSUFFICIENT_FUNDS);
  private static final BroadcastOutcome LOST = new BroadcastOutcome.Unreachable("timeout", true);
  private static final BroadcastOutcome SHUT = new BroadcastOutcome.Unreachable("refused", false);

  private static BroadcastOutcome refused(NodeError.Kind kind) {
    return new BroadcastOutcome.Rejected(new NodeError(kind, -32000, "no"));
  }

  /// One endpoint a group: a, b, c, …
  private Verdict verdict(BroadcastOutcome... outcomes) {
    Map<Endpoint, BroadcastOutcome> answers = new LinkedHashMap<>();
    for (int i = 0; i < outcomes.length; i++) {
      answers.put(
          network.endpoint(Character.toString('a' + i), new ScriptedTransport()), outcomes[i]);
    }
    return BroadcastReport.of(answers).verdict();
  }

  @Test
  void whoeverHoldsItMakesItSubmittedWhateverTheOthersSay() {
    assertThat(verdict(ACCEPTED, NO_FUNDS, NO_FUNDS, LOST, SHUT)).isEqualTo(Verdict.SUBMITTED);
    assertThat(verdict(NO_FUNDS, NO_FUNDS, KNOWN)).isEqualTo(Verdict.SUBMITTED);
  }

  @Test
  void twoGroupsThatRefuseForGoodReject() {
    assertThat(verdict(NO_FUNDS, NO_FUNDS)).isEqualTo(Verdict.REJECTED);
    assertThat(verdict(NO_FUNDS, refused(NodeError.Kind.GAS_TOO_LOW), SHUT))
        .isEqualTo(Verdict.REJECTED);
  }

  @Test
  void oneGroupAloneCannotReject() {
    assertThat(verdict(NO_FUNDS)).isEqualTo(Verdict.UNKNOWN);
    assertThat(verdict(NO_FUNDS, SHUT, SHUT)).isEqualTo(Verdict.UNKNOWN);
    Map<Endpoint, BroadcastOutcome> oneGroup =
        Map.of(
            network.endpoint("x-1", "x", new ScriptedTransport()), NO_FUNDS,
            network.endpoint("x-2", "x", new ScriptedTransport()), NO_FUNDS);
    assertThat(BroadcastReport.of(oneGroup).verdict()).isEqualTo(Verdict.UNKNOWN);
  }

  @Test
  void nothingIsRejectedWhileOneLostAnswerMayHaveBeenAYes() {
    assertThat(verdict(NO_FUNDS, NO_FUNDS, LOST)).isEqualTo(Verdict.UNKNOWN);
    assertThat(verdict(NO_FUNDS, NO_FUNDS, new BroadcastOutcome.Unreachable("foreign-hash", true)))
        .isEqualTo(Verdict.UNKNOWN);
  }

  @ParameterizedTest
  @EnumSource(
      value = NodeError.Kind.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {
        "INSUFFICIENT_FUNDS",
        "GAS_TOO_LOW",
        "GAS_LIMIT_TOO_HIGH",
        "INVALID_TX",
        "FEE_BELOW_BASEFEE"
      })
  void aRefusalThatIsNotForGoodLeavesItOpen(NodeError.Kind kind) {
    assertThat(verdict(NO_FUNDS, NO_FUNDS, refused(kind))).isEqualTo(Verdict.UNKNOWN);
    assertThat(verdict(refused(kind), refused(kind))).isEqualTo(Verdict.UNKNOWN);
  }

  @Test
  void whatReachedNobodyWasNotSent() {
    assertThat(verdict()).isEqualTo(Verdict.NOT_SENT);
    assertThat(verdict(SHUT, SHUT)).isEqualTo(Verdict.NOT_SENT);
  }

  @Test
  void aLostAnswerIsUnknownAndNeverNotSent() {
    assertThat(verdict(LOST, SHUT)).isEqualTo(Verdict.UNKNOWN);
    assertThat(verdict(LOST)).isEqualTo(Verdict.UNKNOWN);
  }

  @Test
  void eachAnswerIsKeptUnderItsEndpoint() {
    Endpoint one = network.endpoint("one", new ScriptedTransport());
    assertThat(BroadcastReport.of(Map.of(one, LOST)).outcomes())
        .isEqualTo(Map.of(new EndpointId("one"), LOST));
  }
}
