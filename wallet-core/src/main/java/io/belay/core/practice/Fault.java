package io.belay.core.practice;

import io.belay.base.WalletException;
import java.time.Instant;

/// What may be wrong with a practice endpoint, each as seen at real ones (connectivity.md). The ids
/// are stable: they are stored and typed at the command line.
public enum Fault {
  /// None.
  OK("ok", "answers as it should"),
  /// Nothing listens.
  REFUSE("refuse", "refuses the connection"),
  /// No answer, ever.
  HANG("hang", "takes the request and never answers"),
  /// Late.
  SLOW("slow", "answers one and a half seconds late"),
  /// Late by chance.
  JITTER("jitter", "answers up to 0.8 seconds late, by chance"),
  /// Every five seconds another.
  FLAP("flap", "is there for five seconds and gone for five"),
  /// HTTP status.
  HTTP_500("http500", "answers HTTP 500, internal error"),
  /// HTTP status.
  HTTP_503("http503", "answers HTTP 503, overloaded"),
  /// HTTP status with Retry-After.
  TOO_MANY("429", "answers HTTP 429, too many requests"),
  /// The same hidden in a good status.
  TOO_MANY_IN_BODY("429-body", "says that requests are too many, in an HTTP 200"),
  /// HTTP 401.
  UNAUTHORIZED("unauthorized", "wants a key"),
  /// A page, as captive portals do.
  HTML("html", "answers a web page instead of JSON"),
  /// Noise.
  GARBAGE("garbage", "answers random bytes"),
  /// Half of it.
  TRUNCATED("truncated", "breaks off in the middle of its answer"),
  /// A parser's stack is the target.
  DEEP_JSON("deep-json", "answers JSON of ten thousand levels"),
  /// A reader's memory is the target.
  ENDLESS("endless", "answers without an end"),
  /// Somebody else's answer.
  WRONG_ID("wrong-id", "answers under another request's id"),
  /// Two readers may read two values.
  DUPLICATE_KEYS("duplicate-keys", "answers with members that appear twice"),
  /// Behind.
  STALE("stale", "is twenty blocks behind"),
  /// Ahead.
  FUTURE_HEAD("future-head", "claims a head five million blocks ahead"),
  /// Beside.
  FORKED("forked", "follows a fork: every block has another hash"),
  /// Balance.
  LYING("lying", "multiplies balances by ten and adds one ether"),
  /// Nonce.
  LYING_NONCE("lying-nonce", "multiplies nonces by ten and adds one"),
  /// Fees.
  LYING_FEES("lying-fees", "multiplies fees by five hundred"),
  /// Another network.
  WRONG_CHAIN("wrong-chain", "says that it serves chain 1"),
  /// One byte is enough.
  BAD_PROOF("bad-proof", "sends proofs with one byte changed"),
  /// Older or cheaper than needed.
  NO_PROOF("no-proof", "does not know eth_getProof"),
  /// Older or cheaper than needed.
  NO_EIP1898("no-eip1898", "cannot be asked about a block by its hash"),
  /// Balancers do that.
  NULL_BY_HASH("null-by-hash", "knows no transaction and no receipt by its hash"),
  /// Accepted and forgotten.
  DROP_TX("drop-tx", "accepts transactions and forgets them"),
  /// Wrong refusal.
  SAYS_KNOWN("says-known", "says that it knows a transaction, without taking it"),
  /// Wrong refusal.
  SAYS_NONCE_TOO_LOW("says-nonce-too-low", "says that the nonce is used, without looking"),
  /// Wrong refusal.
  SAYS_NO_FUNDS("says-no-funds", "says that the money does not suffice, without looking"),
  /// A tracker by that hash waits for ever.
  FOREIGN_HASH("foreign-hash", "takes a transaction and answers another hash"),
  /// Taken, unsaid.
  LOST_REPLY("lost-reply", "takes a transaction and breaks off before its answer"),
  /// The name does not resolve.
  DNS("dns", "cannot be found by its name");

  private static final long FLAP_MILLIS = 5_000;

  private final String id;
  private final String words;

  Fault(String id, String words) {
    this.id = id;
    this.words = words;
  }

  /// The stable id, such as `lost-reply`.
  public String id() {
    return id;
  }

  /// What such an endpoint does, in a few plain words that go on after its name.
  public String describe() {
    return words;
  }

  /// The fault with this id.
  ///
  /// @throws WalletException `unknown-fault`
  public static Fault of(String id) {
    for (Fault fault : values()) {
      if (fault.id.equals(id)) {
        return fault;
      }
    }
    throw new WalletException("unknown-fault", "there is no such fault");
  }

  /// What it amounts to at this moment: a flapping endpoint is there or refuses, others stay.
  Fault at(Instant now) {
    if (this != FLAP) {
      return this;
    }
    return now.toEpochMilli() / FLAP_MILLIS % 2 == 0 ? OK : REFUSE;
  }
}
