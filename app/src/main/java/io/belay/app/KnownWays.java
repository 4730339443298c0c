package io.belay.app;

import io.belay.app.activity.WaysOut;
import io.belay.app.cli.DataDirectory;
import io.belay.core.chain.KnownNetwork;
import io.belay.core.rpc.SocksProxy;
import io.belay.core.send.AttemptRow;
import io.belay.core.send.Ladder;
import java.util.List;
import java.util.Optional;

/// The ways out of one network of a data directory.
record KnownWays(DataDirectory data, KnownNetwork network) implements WaysOut {
  @Override
  public Ladder ladder(List<AttemptRow> attempts) {
    boolean practice = network.chain().practice();
    Optional<SocksProxy> proxy = practice ? Optional.empty() : data.ways().proxy();
    return Ladder.of(
        new Ladder.Ground(
            data.ways().all(network),
            data.ways().endpoints().choices(network.chain().id().value()),
            proxy,
            practice),
        attempts);
  }
}
