package io.belay.app;

import io.belay.app.connectivity.FaultSwitches;
import io.belay.core.practice.Fault;
import io.belay.core.practice.PracticeNet;
import io.belay.core.rpc.EndpointId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The practice endpoints' faults as the connectivity page switches them.
final class PracticeSwitches implements FaultSwitches {
  private static final String NONE = "none";

  private final PracticeNet net;

  PracticeSwitches(PracticeNet net) {
    this.net = net;
  }

  @Override
  public Map<EndpointId, String> now() {
    Map<EndpointId, String> now = new HashMap<>();
    net.endpoints()
        .forEach(
            e -> now.put(new EndpointId(e.id()), e.fault() == Fault.OK ? NONE : e.fault().id()));
    return now;
  }

  @Override
  public List<String> known() {
    return Stream.concat(
            Stream.of(NONE), Stream.of(Fault.values()).filter(f -> f != Fault.OK).map(Fault::id))
        .toList();
  }

  @Override
  public void set(EndpointId endpoint, String fault) {
    net.setFault(endpoint.value(), fault.equals(NONE) ? Fault.OK : Fault.of(fault));
  }
}
