package io.belay.core.rpc;

import io.belay.base.Address;
import io.belay.base.Bytes32;
import io.belay.base.WalletException;
import io.belay.core.state.Beside;
import io.belay.core.state.Timing;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// A proof that is asked for while the head it will be checked against is being found out, so that
/// the one does not wait for the other. It is believed no more easily than any. Closing gives up on
/// it.
final class ProofAhead implements AutoCloseable {
  /// Nobody was asked.
  static final ProofAhead NONE = new ProofAhead(Optional.empty());

  private final Optional<Asked> asked;

  private record Asked(Address account, Endpoint endpoint, Beside<Optional<JsonNode>> answer) {}

  private ProofAhead(Optional<Asked> asked) {
    this.asked = asked;
  }

  /// Asks whoever will most likely be asked anyway, if there is anybody.
  static ProofAhead ask(Timing timing, Provers provers, Address account) {
    return new ProofAhead(
        provers
            .likely(account)
            .map(endpoint ->
                new Asked(
                    account,
                    endpoint,
                    Beside.ask(
                        timing,
                        "belay-ahead-" + endpoint.id(),
                        () -> provers.newest(endpoint, account)))));
  }

  /// The account's state by the answer of an endpoint, which is waited for; to be asked for once.
  /// Empty where it was not asked or failed, and where the proof does not fit: a block may be in
  /// between, so nobody is blamed.
  ///
  /// @param root of the state that is read
  Optional<AccountState> from(Endpoint endpoint, Bytes32 root) throws InterruptedException {
    if (asked.isEmpty() || !asked.get().endpoint().equals(endpoint)) {
      return Optional.empty();
    }
    Address account = asked.get().account();
    Optional<JsonNode> proof = asked.get().answer().answer();
    try {
      return proof.map(p -> AccountState.proven(p, account, root));
    } catch (WalletException e) {
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    asked.ifPresent(a -> a.answer().close());
  }
}
