package io.belay.app.fake;

import io.belay.app.activity.WaysOut;
import io.belay.core.rpc.EndpointStatus;
import io.belay.core.send.AttemptRow;
import io.belay.core.send.Ladder;
import io.belay.core.store.EndpointChoices;
import java.util.List;
import java.util.Optional;

/// The ways out of the fake network.
public final class FakeWays implements WaysOut {
  @Override
  public Ladder ladder(List<AttemptRow> attempts) {
    return Ladder.of(
        new Ladder.Ground(
            FakeNetwork.online().endpoints().stream().map(EndpointStatus::config).toList(),
            EndpointChoices.NONE,
            Optional.empty(),
            true),
        attempts);
  }
}
