package io.belay.core.practice;

import io.belay.base.WindowThread;
import io.belay.core.rpc.Reply;
import io.belay.core.rpc.Transport;
import io.belay.core.rpc.TransportException;
import io.belay.core.rpc.TransportException.Reason;
import io.belay.core.state.Timing;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/// An endpoint with a fault. The fault is looked up at each exchange, so it can be switched while
/// in use.
public final class FaultyTransport implements Transport {
  private static final Duration SLOW = Duration.ofMillis(1_500);
  private static final Duration TRICKLE = Duration.ofMillis(500);
  private static final int JITTER_MILLIS = 801;

  private final Transport inner;
  private final Supplier<Fault> fault;
  private final Timing timing;
  private final RandomGenerator random;
  private final Map<Fault, Twist> twists = new EnumMap<>(Fault.class);

  /// @param inner the honest endpoint; closed with this one
  /// @param fault what is wrong now
  /// @param timing for what comes and goes, and for waiting
  /// @param random for what varies
  public FaultyTransport(
      Transport inner, Supplier<Fault> fault, Timing timing, RandomGenerator random) {
    this.inner = inner;
    this.fault = fault;
    this.timing = timing;
    this.random = random;
    twists.put(Fault.STALE, new Stale());
    twists.put(Fault.FUTURE_HEAD, new FutureHead());
    twists.put(Fault.FORKED, new Fork());
    twists.put(Fault.LYING, Lies.balance());
    twists.put(Fault.LYING_NONCE, Lies.nonce());
    twists.put(Fault.LYING_FEES, Lies.fees());
    twists.put(Fault.WRONG_CHAIN, Lies.chain());
    twists.put(Fault.BAD_PROOF, Lies.proof());
    twists.put(Fault.NO_PROOF, Gaps.noProof());
    twists.put(Fault.NO_EIP1898, Gaps.noBlockByHash());
    twists.put(Fault.NULL_BY_HASH, Gaps.noTransactionByHash());
    twists.put(Fault.DROP_TX, Broadcasts.dropped());
    twists.put(Fault.SAYS_KNOWN, Broadcasts.refused("already known"));
    twists.put(Fault.SAYS_NONCE_TOO_LOW, Broadcasts.refused("nonce too low"));
    twists.put(
        Fault.SAYS_NO_FUNDS, Broadcasts.refused("insufficient funds for gas * price + value"));
    twists.put(Fault.FOREIGN_HASH, Broadcasts.foreignHash(random));
  }

  @Override
  public Reply exchange(byte[] body, Duration timeout)
      throws TransportException, InterruptedException {
    WindowThread.mustNotWait("an endpoint");
    Fault now = fault.get().at(timing.instant());
    Twist twist = twists.get(now);
    return twist == null
        ? formed(now, body, timeout)
        : new Twisted(inner, twist).exchange(body, timeout);
  }

  private Reply formed(Fault now, byte[] body, Duration timeout)
      throws TransportException, InterruptedException {
    return switch (now) {
      case REFUSE -> throw new TransportException(Reason.REFUSED, "connection refused");
      case DNS -> throw new TransportException(Reason.DNS, "name not found");
      case HANG -> throw waited(timeout, timeout);
      case SLOW -> late(SLOW, body, timeout);
      case JITTER -> late(Duration.ofMillis(random.nextInt(JITTER_MILLIS)), body, timeout);
      case HTTP_500 -> Spoiled.status(500, "Internal Server Error");
      case HTTP_503 -> Spoiled.status(503, "Service Unavailable");
      case TOO_MANY -> Spoiled.tooMany();
      case TOO_MANY_IN_BODY -> Spoiled.tooManyInBody(body);
      case UNAUTHORIZED -> Spoiled.status(401, "{\"error\":\"a key is needed\"}");
      case HTML -> Spoiled.page();
      case GARBAGE -> Spoiled.noise(random);
      case DEEP_JSON -> Spoiled.deep();
      case TRUNCATED -> Spoiled.half(inner.exchange(body, timeout));
      case WRONG_ID -> Spoiled.otherIds(inner.exchange(body, timeout));
      case DUPLICATE_KEYS -> Spoiled.twice(inner.exchange(body, timeout));
      case ENDLESS -> throw endless(body, timeout);
      case LOST_REPLY -> lost(body, timeout);
      default -> inner.exchange(body, timeout);
    };
  }

  private Reply late(Duration delay, byte[] body, Duration timeout)
      throws TransportException, InterruptedException {
    if (delay.compareTo(timeout) >= 0) {
      throw waited(timeout, timeout);
    }
    timing.sleep(delay);
    return inner.exchange(body, timeout.minus(delay));
  }

  private TransportException endless(byte[] body, Duration timeout)
      throws TransportException, InterruptedException {
    inner.exchange(body, timeout);
    return waited(TRICKLE, timeout);
  }

  private TransportException waited(Duration time, Duration timeout) throws InterruptedException {
    boolean late = time.compareTo(timeout) >= 0;
    timing.sleep(late ? timeout : time);
    return late
        ? new TransportException(Reason.TIMEOUT, "no answer in time")
        : new TransportException(Reason.TOO_LARGE, "answer too long");
  }

  private Reply lost(byte[] body, Duration timeout)
      throws TransportException, InterruptedException {
    Reply reply = inner.exchange(body, timeout);
    if (Members.of(body).list().stream().anyMatch(Broadcasts::isSend)) {
      throw new TransportException(Reason.BROKEN, "connection broke");
    }
    return reply;
  }

  @Override
  public void close() {
    inner.close();
  }
}
