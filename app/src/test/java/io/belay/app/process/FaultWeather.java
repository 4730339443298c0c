package io.belay.app.process;

import java.io.IOException;
import java.util.List;
import java.util.Random;

/// Faults of endpoints that change all the time, until the end.
final class FaultWeather {
  private static final FaultProxy.Fault[] ALL = FaultProxy.Fault.values();

  private final List<FaultProxy> endpoints;
  private final Random random;
  private final Thread changing;

  /// Begins with one endpoint that is well, and any faults of the others.
  FaultWeather(List<FaultProxy> endpoints, long seed) throws IOException {
    this.endpoints = endpoints;
    this.random = new Random(seed);
    for (FaultProxy endpoint : endpoints) {
      endpoint.set(any(random));
    }
    one(random).set(FaultProxy.Fault.OK);
    // of its own, so that the same seed draws the same
    Random later = new Random(random.nextLong());
    this.changing = Thread.ofVirtual().start(() -> change(later));
  }

  /// Half of the time an endpoint is well.
  private static FaultProxy.Fault any(Random random) {
    return random.nextBoolean() ? FaultProxy.Fault.OK : ALL[random.nextInt(ALL.length)];
  }

  private FaultProxy one(Random random) {
    return endpoints.get(random.nextInt(endpoints.size()));
  }

  private void change(Random random) {
    try {
      while (true) {
        Thread.sleep(100 + random.nextInt(300));
        one(random).set(any(random));
      }
    } catch (IOException e) {
      throw new AssertionError("a port was taken", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// A stage that is over within a moment in good weather lasts longer in another.
  void suit(KillStage wanted) throws IOException {
    switch (wanted) {
      case PLANNING, SIGNING, JOURNALLED -> {}
      case ON_THE_WIRE -> draw(FaultProxy.Fault.SLOW, FaultProxy.Fault.SLOW, FaultProxy.Fault.HANG);
      case BETWEEN_ENDPOINTS -> {
        draw(FaultProxy.Fault.SLOW, FaultProxy.Fault.HANG, FaultProxy.Fault.UNAVAILABLE);
        one(random).set(random.nextBoolean() ? FaultProxy.Fault.OK : FaultProxy.Fault.LOST_REPLY);
      }
      case ACCEPTED -> draw(FaultProxy.Fault.OK, FaultProxy.Fault.LOST_REPLY);
    }
  }

  private void draw(FaultProxy.Fault... choice) throws IOException {
    for (FaultProxy endpoint : endpoints) {
      endpoint.set(choice[random.nextInt(choice.length)]);
    }
  }

  void end() throws InterruptedException {
    changing.interrupt();
    changing.join();
  }
}
