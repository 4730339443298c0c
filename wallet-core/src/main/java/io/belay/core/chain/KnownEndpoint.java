package io.belay.core.chain;

import java.net.URI;
import java.util.List;

/// A public endpoint as the registry lists it.
///
/// @param url where it is
/// @param operator stable id of who runs it
/// @param operatorName for people
/// @param operatorKind such as `provider` or `aggregator`
/// @param tracking `none`, `limited` or `yes`, by the operator's own claim; blank where it has none
/// @param uses `read`, `broadcast`, `private-broadcast`, `broadcast-only`
public record KnownEndpoint(
    URI url,
    String operator,
    String operatorName,
    String operatorKind,
    String tracking,
    List<String> uses) {
  /// Copies the uses.
  public KnownEndpoint {
    uses = List.copyOf(uses);
  }
}
