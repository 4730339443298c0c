package io.belay.core.rpc;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/// What one endpoint was caught at, and which chain it was found to serve.
final class Conduct {
  private static final Duration AGAIN = Duration.ofMinutes(10);
  private static final Duration CHAIN_KNOWN = Duration.ofSeconds(60);

  private final EndpointId id;
  private final ChainMemory memory;
  private final Health health;
  private final InstantSource clock;
  private volatile boolean anotherChain;
  private volatile Instant chainAskedAt = Instant.MIN;
  private volatile boolean byTheList;
  private volatile Instant noAnswerAt = Instant.MIN;

  Conduct(EndpointId id, ChainMemory memory, Health health, InstantSource clock) {
    this.id = id;
    this.memory = memory;
    this.health = health;
    this.clock = clock;
  }

  /// Remembers it; lies cost the endpoint its vote for a while.
  void caught(String code, String detail) {
    memory.blamed(id, new Blame(code, detail, clock.instant()));
    if (Health.isLie(code)) {
      health.lied();
    }
  }

  /// It sent what is no answer to the question. No lie, but worth telling; not each time, since a
  /// captive portal does it to every request.
  void sentNoAnswer(boolean toAnotherQuestion) {
    Instant now = clock.instant();
    if (noAnswerAt.isBefore(now.minus(AGAIN))) {
      noAnswerAt = now;
      if (toAnotherQuestion) {
        caught("wrong-id", "an answer to another question");
      } else {
        caught("bad-answer", "an answer that is none, or too long or too deep");
      }
    }
  }

  List<Blame> blames() {
    return memory.blames(id);
  }

  /// Notes which chain it serves.
  void serves(boolean right) {
    if (!right && !anotherChain) {
      caught("wrong-chain", "it serves another network");
    }
    anotherChain = !right;
    byTheList = false;
    chainAskedAt = clock.instant();
  }

  /// It does not tell its chain: what the data file says of it counts.
  void servesByTheList() {
    byTheList = true;
    anotherChain = false;
    chainAskedAt = clock.instant();
  }

  /// Whether only the data file says which chain it serves.
  boolean isChainByTheList() {
    return byTheList;
  }

  /// Whether it was asked for its chain within the last minute.
  boolean isChainKnown() {
    return !chainAskedAt.isBefore(clock.instant().minus(CHAIN_KNOWN));
  }

  /// Whether it was found to serve another chain.
  boolean servesAnotherChain() {
    return anotherChain;
  }
}
