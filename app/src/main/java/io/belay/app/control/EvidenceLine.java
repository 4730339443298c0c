package io.belay.app.control;

import io.belay.core.rpc.EndpointConfig;
import io.belay.core.rpc.EndpointStatus;
import io.belay.core.send.AttemptRow;
import java.util.Optional;

/// What one endpoint has to do with one transaction.
///
/// @param name the endpoint
/// @param operator who runs it
/// @param attempt what it said, if it was asked
/// @param status how it does now, if it is still among those in use
/// @param block whether its chain holds the block with the transaction; empty where nobody can tell
public record EvidenceLine(
    String name,
    String operator,
    Optional<AttemptRow> attempt,
    Optional<EndpointStatus> status,
    Optional<Boolean> block) {

  /// Of an endpoint that was asked, and is in use or not.
  static EvidenceLine of(AttemptRow row, Optional<EndpointStatus> status, Optional<Boolean> block) {
    String operator =
        status.map(EndpointStatus::config).map(EndpointConfig::operator).orElse(row.group());
    return new EvidenceLine(row.endpoint().value(), operator, Optional.of(row), status, block);
  }

  /// Of an endpoint in use that was not asked.
  static EvidenceLine of(EndpointStatus status, Optional<Boolean> block) {
    EndpointConfig config = status.config();
    return new EvidenceLine(
        config.id().value(), config.operator(), Optional.empty(), Optional.of(status), block);
  }

  /// Whether it took the transaction, and nobody else saw it.
  boolean isBlackHole() {
    return attempt.filter(AttemptRow::blackHole).isPresent();
  }

  /// Whether it named another transaction's hash.
  boolean isEcho() {
    return attempt.filter(row -> row.echo().isPresent()).isPresent();
  }
}
