package io.belay.app.connectivity;

import io.belay.core.rpc.EndpointId;
import java.util.List;
import java.util.Map;

/// Faults that can be switched on per practice endpoint. May block.
public interface FaultSwitches {
  /// The fault of each endpoint now; an endpoint that is missing has none.
  Map<EndpointId, String> now();

  /// Names of all faults, `none` first.
  List<String> known();

  /// Switches a fault on; `none` switches it off.
  void set(EndpointId endpoint, String fault);
}
