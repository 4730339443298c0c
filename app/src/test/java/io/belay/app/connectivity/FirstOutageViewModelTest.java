package io.belay.app.connectivity;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.app.connectivity.FirstOutageViewModel.Step;
import io.belay.app.fake.FakeNetwork;
import io.belay.app.fake.FakeSession;
import io.belay.app.fake.FakeSwitches;
import io.belay.app.fake.FakeTx;
import io.belay.app.fx.SameThread;
import io.belay.app.fx.Ui;
import io.belay.app.fx.Words;
import io.belay.base.WalletException;
import io.belay.core.rpc.Connectivity;
import io.belay.core.rpc.EndpointId;
import io.belay.core.send.TxState;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FirstOutageViewModelTest {
  private final FakeSession session = new FakeSession();
  private final FakeSwitches faults = new FakeSwitches();
  private final Ui ui = new Ui(new Words(Locale.ENGLISH), new SameThread(), () -> FakeSession.NOW);
  private final FirstOutageViewModel model = new FirstOutageViewModel(ui, session, faults);

  @BeforeEach
  void sixEndpointsOneOfThemSlow() {
    session.connectivity.set(FakeNetwork.with(Connectivity.Mode.ONLINE, 3));
    faults.set(new EndpointId("practice-2"), "slow");
  }

  private String fault(String endpoint) {
    return faults.now().getOrDefault(new EndpointId(endpoint), "none");
  }

  @Test
  void allButTwoAreCutAndAPaymentMadeMeanwhileCounts() {
    session.activity.set(List.of(FakeTx.of(1, TxState.FINAL)));
    model.begin();
    assertThat(model.step().get()).isEqualTo(Step.CUT);
    assertThat(model.cut()).isEqualTo(4);
    assertThat(model.all()).isEqualTo(6);
    assertThat(List.of(fault("practice-1"), fault("practice-4"))).containsOnly("refuse");
    assertThat(List.of(fault("practice-5"), fault("practice-6"))).containsOnly("none");

    session.activity.set(List.of(FakeTx.of(2, TxState.SEEN), FakeTx.of(1, TxState.FINAL)));
    assertThat(model.step().get()).isEqualTo(Step.CUT);
    session.activity.set(List.of(FakeTx.of(2, TxState.INCLUDED), FakeTx.of(1, TxState.FINAL)));
    assertThat(model.step().get()).isEqualTo(Step.CARRIED);
    assertThat(model.carried()).map(r -> r.hash()).contains(FakeTx.of(2, TxState.SEEN).hash());
  }

  @Test
  void everybodyIsAsBeforeAfterwards() {
    model.begin();
    session.activity.set(List.of(FakeTx.of(2, TxState.FINAL)));
    model.end();
    assertThat(model.step().get()).isEqualTo(Step.OVER);
    assertThat(fault("practice-1")).isEqualTo("none");
    assertThat(fault("practice-2")).isEqualTo("slow");
    model.away();
    assertThat(model.step().get()).isEqualTo(Step.AWAY);
  }

  @Test
  void whoStopsHalfwayOrLocksLeavesNothingCut() {
    model.begin();
    model.close();
    assertThat(model.step().get()).isEqualTo(Step.AWAY);
    assertThat(fault("practice-1")).isEqualTo("none");
    session.activity.set(List.of(FakeTx.of(2, TxState.FINAL)));
    assertThat(model.step().get()).isEqualTo(Step.AWAY);
  }

  @Test
  void notNowIsTakenForAnAnswerAndNothingIsCut() {
    model.away();
    model.begin();
    assertThat(model.step().get()).isEqualTo(Step.AWAY);
    assertThat(fault("practice-1")).isEqualTo("none");
  }

  @Test
  void whatCannotBeCutIsToldAndOfferedAgain() {
    FaultSwitches broken =
        new FaultSwitches() {
          @Override
          public Map<EndpointId, String> now() {
            return Map.of();
          }

          @Override
          public List<String> known() {
            return List.of();
          }

          @Override
          public void set(EndpointId endpoint, String fault) {
            throw new WalletException("disk-full", "x");
          }
        };
    FirstOutageViewModel refused = new FirstOutageViewModel(ui, session, broken);
    refused.begin();
    assertThat(refused.problem().get()).isNotBlank();
    assertThat(refused.step().get()).isEqualTo(Step.OFFERED);
  }
}
