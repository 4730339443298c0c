package io.belay.app.fake;

import io.belay.app.connectivity.FaultSwitches;
import io.belay.core.rpc.EndpointId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Switches that remember.
public final class FakeSwitches implements FaultSwitches {
  private final Map<EndpointId, String> faults = new TreeMap<>();

  @Override
  public Map<EndpointId, String> now() {
    return Map.copyOf(faults);
  }

  @Override
  public List<String> known() {
    return List.of("none", "down", "slow", "lie-balance", "lag");
  }

  @Override
  public void set(EndpointId endpoint, String fault) {
    faults.put(endpoint, fault);
  }
}
