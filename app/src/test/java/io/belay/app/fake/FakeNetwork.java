package io.belay.app.fake;

import io.belay.core.rpc.Blame;
import io.belay.core.rpc.Connectivity;
import io.belay.core.rpc.EndpointConfig;
import io.belay.core.rpc.EndpointId;
import io.belay.core.rpc.EndpointStatus;
import io.belay.core.rpc.EndpointStatus.Mark;
import io.belay.core.send.AttemptRow;
import io.belay.core.state.Observed;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// Six endpoints of five operators, one of each trouble.
public final class FakeNetwork {
  public static final List<String> IDS =
      List.of("practice-1", "practice-2", "practice-3", "practice-4", "practice-5", "practice-6");
  public static final List<String> GROUPS =
      List.of("alpine", "birch", "birch", "cedar", "dune", "ember");
  private static final List<EndpointStatus.State> STATES =
      List.of(
          EndpointStatus.State.UP,
          EndpointStatus.State.UP,
          EndpointStatus.State.LAGGING,
          EndpointStatus.State.NO_ANSWER,
          EndpointStatus.State.SET_ASIDE,
          EndpointStatus.State.UP);

  private FakeNetwork() {}

  public static Connectivity online() {
    return with(Connectivity.Mode.ONLINE, 3);
  }

  public static Connectivity with(Connectivity.Mode mode, int up) {
    List<EndpointStatus> endpoints = new ArrayList<>();
    for (int i = 0; i < IDS.size(); i++) {
      endpoints.add(endpoint(i));
    }
    return new Connectivity(
        FakeSession.CHAIN.id(),
        mode,
        new Observed.Agreed<>(
            FakeSession.block(412), FakeSession.evidence("alpine", "birch", "ember")),
        Optional.of(FakeSession.NOW.minusSeconds(6)),
        new Observed.Agreed<>(
            FakeSession.block(352), FakeSession.evidence("alpine", "birch", "ember")),
        up,
        5,
        endpoints,
        FakeSession.NOW);
  }

  private static EndpointStatus endpoint(int i) {
    EndpointStatus.State state = STATES.get(i);
    boolean silent = state == EndpointStatus.State.NO_ANSWER;
    List<Integer> latencies = new ArrayList<>();
    List<Mark> marks = new ArrayList<>(Collections.nCopies(12, silent ? Mark.FAILED : Mark.GOOD));
    for (int k = 0; k < 40; k++) {
      latencies.add(silent ? -1 : 4 + i * 40 + (k * 37 + i * 11) % (5 + i * 25));
    }
    if (state == EndpointStatus.State.SET_ASIDE) {
      marks.set(6, Mark.LIE);
      marks.set(10, Mark.LIE);
    }
    return new EndpointStatus(
        new EndpointConfig(
            new EndpointId(IDS.get(i)),
            FakeSession.CHAIN.id(),
            URI.create("practice:" + IDS.get(i)),
            Character.toUpperCase(GROUPS.get(i).charAt(0)) + GROUPS.get(i).substring(1),
            GROUPS.get(i),
            EndpointConfig.Kind.PRACTICE,
            true),
        state,
        silent ? OptionalInt.empty() : OptionalInt.of(4 + i * 40),
        silent ? OptionalInt.empty() : OptionalInt.of(9 + i * 62),
        latencies,
        marks,
        silent ? OptionalLong.empty() : OptionalLong.of(i == 2 ? 405 : 412),
        i == 2 ? Optional.of(Duration.ofSeconds(84)) : Optional.empty(),
        silent ? EndpointStatus.Voice.UNKNOWN : EndpointStatus.Voice.AGREES,
        state == EndpointStatus.State.SET_ASIDE
            ? List.of(new Blame("bad-proof", "a balance failed its proof", FakeSession.NOW))
            : List.of(),
        silent ? Optional.of(Duration.ofSeconds(24)) : Optional.empty());
  }

  /// What an endpoint said to a transaction.
  static AttemptRow attempt(String id) {
    int at = IDS.indexOf(id);
    return new AttemptRow(
        new EndpointId(id),
        GROUPS.get(at),
        List.of("accepted", "accepted", "already-known", "no-answer", "rejected", "accepted")
            .get(at),
        List.of("accepted", "accepted", "already-known", "timeout", "refused", "accepted").get(at),
        at * 57 + 8,
        FakeSession.NOW.minusSeconds(9),
        at < 3);
  }
}
