package io.belay.app.cli;

import io.belay.app.drill.Drills;
import io.belay.core.rpc.Endpoint;
import io.belay.core.track.LiveSession;
import java.util.List;

/// A network in use.
///
/// @param session reads, sends and tracks
/// @param endpoints what it goes through
/// @param drills rehearses its outages
public record OpenNetwork(LiveSession session, List<Endpoint> endpoints, Drills drills) {
  /// Copies the endpoints.
  public OpenNetwork {
    endpoints = List.copyOf(endpoints);
  }
}
