package io.belay.core.rpc;

import io.belay.base.Address;
import io.belay.base.Bytes32;
import io.belay.base.WalletException;
import io.belay.core.state.Beside;
import io.belay.core.state.Timing;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The proof of an account that somebody waits for, asked of the first who tells a head rather than
/// once the groups agree on one. It counts where they agree on that very block, and is believed no
/// more easily than any. Closing gives up on it.
final class ProofAhead implements AutoCloseable {
  // short beside the time after which others are asked too
  private static final Duration MOMENT = Duration.ofMillis(20);

  private final Address account;
  private final Provers provers;
  private final Timing timing;
  private final Consumer<ProofAhead> over;
  private volatile Optional<Asked> asked = Optional.empty();
  // whether the answer was taken
  private volatile boolean heard;
  private boolean closed;

  private record Asked(Endpoint endpoint, Bytes32 root, Beside<Optional<AccountState>> answer) {}

  /// @param over told when it is closed
  ProofAhead(Address account, Provers provers, Timing timing, Consumer<ProofAhead> over) {
    this.account = account;
    this.provers = provers;
    this.timing = timing;
    this.over = over;
  }

  /// Asks an endpoint that told a head, if nobody was asked and it may be.
  synchronized void told(Endpoint endpoint, SeenBlock head) {
    if (!closed && asked.isEmpty() && provers.mayBegin(endpoint, account)) {
      asked =
          Optional.of(
              new Asked(
                  endpoint,
                  head.stateRoot(),
                  Beside.ask(
                      timing, "belay-ahead-" + endpoint.id(), () -> proven(endpoint, head))));
    }
  }

  private Optional<AccountState> proven(Endpoint endpoint, SeenBlock head)
      throws InterruptedException {
    try {
      return Optional.of(
          AccountState.proven(
              provers.ask(endpoint, account, List.of(), head), account, head.stateRoot()));
    } catch (RpcException | WalletException e) {
      return Optional.empty(); // whoever reads the account asks again, and blames
    }
  }

  /// Who was asked for the proof in a state.
  Optional<Endpoint> askedFor(Bytes32 root) {
    return asked.filter(a -> a.root().equals(root)).map(Asked::endpoint);
  }

  /// The account's state in a state, where it was asked for that and the proof is there or comes in
  /// a moment.
  Optional<AccountState> soon(Bytes32 root) throws InterruptedException {
    Optional<Asked> mine = asked.filter(a -> a.root().equals(root));
    if (mine.isEmpty()) {
      return Optional.empty();
    }
    Optional<Optional<AccountState>> answer = mine.get().answer().within(MOMENT);
    heard = answer.isPresent();
    return answer.orElse(Optional.empty());
  }

  /// The account's state in a state by an endpoint, whose answer is waited for; to be asked for
  /// once. Empty where it was not asked for that, or did not prove it.
  Optional<AccountState> from(Endpoint endpoint, Bytes32 root) throws InterruptedException {
    Optional<Asked> mine =
        asked.filter(a -> a.endpoint().equals(endpoint) && a.root().equals(root));
    return mine.isPresent() && !heard ? mine.get().answer().answer() : Optional.empty();
  }

  @Override
  public synchronized void close() {
    closed = true;
    over.accept(this);
    asked.ifPresent(a -> a.answer().close());
  }
}
