package io.belay.app.drill;

import io.belay.base.Address;
import io.belay.base.Signature;
import io.belay.core.practice.Drill;
import io.belay.core.practice.DrillJson;
import io.belay.core.practice.DrillNet;
import io.belay.core.practice.DrillReport;
import io.belay.core.practice.Fault;
import io.belay.core.practice.ThrowAwaySigner;
import io.belay.core.state.Timing;
import io.belay.core.store.Settings;
import io.belay.keystore.SigningPayload;
import io.belay.keystore.vault.ThrowAwayKey;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;

/// Drills over a network's real endpoints, each with a fresh key, the last report in the data file.
public final class KeptDrills implements Drills {
  private final DrillNet net;
  private final Settings settings;
  private final InstantSource clock;
  private final SecureRandom random;

  /// Drills of a network; nothing is asked until one is run.
  public KeptDrills(DrillNet net, Settings settings, InstantSource clock, SecureRandom random) {
    this.net = net;
    this.settings = settings;
    this.clock = clock;
    this.random = random;
  }

  private String place() {
    return "drill." + net.chain().id();
  }

  @Override
  public Optional<DrillReport> last() {
    return settings.get(place()).flatMap(DrillJson::read);
  }

  @Override
  public DrillReport run(Optional<Fault> only, Drill.Listener listener)
      throws InterruptedException {
    try (ThrowAwayKey key = ThrowAwayKey.random(random)) {
      DrillReport report =
          new Drill(net, new Signer(key), new SendDuties(clock), Timing.real(clock), random)
              .run(only, listener);
      settings.set(place(), DrillJson.write(report).toString());
      return report;
    }
  }

  private record Signer(ThrowAwayKey key) implements ThrowAwaySigner {
    @Override
    public Address address() {
      return key.address();
    }

    @Override
    public Signature sign(SigningPayload.Transaction payload) {
      return key.sign(payload);
    }
  }
}
