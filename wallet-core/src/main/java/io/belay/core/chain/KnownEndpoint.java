package io.belay.core.chain;

import java.net.URI;
import java.util.List;

/// A public endpoint as the registry lists it.
///
/// @param url where it is
/// @param operator stable id of who runs it
/// @param operatorName for people
/// @param operatorKind such as `provider` or `aggregator`
/// @param uses `read`, `broadcast`, …
public record KnownEndpoint(
    URI url, String operator, String operatorName, String operatorKind, List<String> uses) {
  /// Copies the uses.
  public KnownEndpoint {
    uses = List.copyOf(uses);
  }
}
