package io.belay.core.rpc;

import io.belay.base.Address;
import io.belay.base.Hex;
import io.belay.base.WalletException;
import io.belay.core.proof.TxClaim;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/// Finds the transaction that used a nonce of an account, where this wallet did not make it. Nobody
/// indexes that: the account's count is halved down to the block in which it passed the nonce, at
/// one endpoint, as far back as endpoints keep state. What is found needs nobody's word: its
/// signature is the account's and its nonce is the one. Which block holds it the caller asks all.
final class NonceTaker {
  // full nodes keep the state of so many blocks
  private static final long KEPT = 127;
  private static final Duration ALL = Duration.ofSeconds(20);

  private final Supplier<List<Endpoint>> usable;

  NonceTaker(Supplier<List<Endpoint>> usable) {
    this.usable = usable;
  }

  /// The transaction; empty where nobody can tell it.
  ///
  /// @param head height at which the account's nonce is past this one
  /// @param isIt whether bytes are signed by the account with the nonce
  Optional<byte[]> find(Address account, long nonce, long head, Predicate<byte[]> isIt)
      throws InterruptedException {
    return Fanout.first(
        usable.get(), e -> ask(e, account, nonce, head, isIt), e -> e.health().hedge(), ALL);
  }

  private static byte[] ask(
      Endpoint endpoint, Address account, long nonce, long head, Predicate<byte[]> isIt)
      throws RpcException, InterruptedException {
    long past = head;
    long before = Math.max(0, head - KEPT) - 1;
    while (past - before > 1) {
      long middle = (past + before) / 2;
      OptionalLong count = count(endpoint, account, middle);
      if (count.isPresent() && count.getAsLong() > nonce) {
        past = middle;
      } else {
        before = middle; // where the state is not kept, it can only be later, or not be found
      }
    }
    JsonNode block =
        endpoint.call(
            endpoint.json().call("eth_getBlockByNumber", Hex.quantity(past), true), Ballot.ATTEMPT);
    for (JsonNode transaction : block.path("transactions")) {
      Optional<byte[]> found = read(transaction, account, nonce).filter(isIt);
      if (found.isPresent()) {
        return found.get();
      }
    }
    throw RpcException.garbage(new IllegalStateException("not in this block"));
  }

  private static OptionalLong count(Endpoint endpoint, Address account, long height)
      throws RpcException, InterruptedException {
    try {
      JsonNode count =
          endpoint.call(
              endpoint
                  .json()
                  .call("eth_getTransactionCount", account.toLowerHex(), Hex.quantity(height)),
              Ballot.ATTEMPT);
      return Quantity.of(count).map(OptionalLong::of).orElseGet(OptionalLong::empty);
    } catch (RpcException e) {
      if (e.error().isEmpty()) {
        throw e;
      }
      return OptionalLong.empty();
    }
  }

  private static Optional<byte[]> read(JsonNode transaction, Address account, long nonce) {
    // whose it is the signature says; what is claimed only saves looking at it
    boolean candidate =
        account
                .toLowerHex()
                .equalsIgnoreCase(transaction.path("from").asString(account.toLowerHex()))
            && Quantity.of(transaction.path("nonce")).filter(n -> n == nonce).isPresent();
    if (!candidate) {
      return Optional.empty();
    }
    try {
      return Optional.of(TxClaim.bytes(transaction));
    } catch (WalletException e) {
      return Optional.empty(); // of a type newer than this Belay, or no transaction at all
    }
  }
}
