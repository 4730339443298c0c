package io.belay.core.rpc;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// How one endpoint does, as shown to people.
///
/// @param config the endpoint
/// @param state its state now
/// @param p50 median of the last answers' times, ms
/// @param p90 90th percentile of the last answers' times, ms
/// @param latencies times of the last answers, ms, oldest first; -1 where none came
/// @param marks the last reads, oldest first
/// @param height its head's height
/// @param behind how far its head is behind the agreed one
/// @param voice whether its head agrees with the others'
/// @param blamed what it was caught at, newest first
/// @param nextRetry time until it is tried again
public record EndpointStatus(
    EndpointConfig config,
    State state,
    OptionalInt p50,
    OptionalInt p90,
    List<Integer> latencies,
    List<Mark> marks,
    OptionalLong height,
    Optional<Duration> behind,
    Voice voice,
    List<Blame> blamed,
    Optional<Duration> nextRetry) {

  /// An endpoint's state.
  public enum State {
    /// Not asked yet.
    UNTRIED,
    /// Answers, at head.
    UP,
    /// Answers, too far behind to read from.
    LAGGING,
    /// Does not answer.
    NO_ANSWER,
    /// Asks for fewer requests.
    LIMITED,
    /// Was caught lying; no vote for a while.
    SET_ASIDE,
    /// Serves another chain.
    WRONG_CHAIN,
    /// Switched off by the user.
    DISABLED;

    /// The word the command line uses, such as `no-answer`.
    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }

  /// How an endpoint's head goes with the block that is read from.
  public enum Voice {
    /// Names the same block as others do.
    AGREES,
    /// Names the block, and nobody confirms it.
    ALONE,
    /// Names another block at that height.
    CONTRADICTS,
    /// Said nothing yet that could be compared.
    UNKNOWN;

    /// The word in the texts.
    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /// How one read went.
  public enum Mark {
    /// Answered.
    GOOD,
    /// No answer or an error.
    FAILED,
    /// Caught lying.
    LIE
  }
}
