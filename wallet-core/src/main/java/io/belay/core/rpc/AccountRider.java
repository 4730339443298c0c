package io.belay.core.rpc;

import io.belay.base.Address;
import io.belay.base.Bytes32;
import io.belay.base.WalletException;
import io.belay.core.state.Timing;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The account that was read last, proven again with each head: by the endpoint that knows it
/// already and by nobody else, and one account alone, since two in one request would be told to
/// belong together.
final class AccountRider implements Rider {
  private final Provers provers;
  private final Timing timing;
  private final Set<ProofAhead> ahead = ConcurrentHashMap.newKeySet();
  private volatile Optional<Wanted> wanted = Optional.empty();
  private volatile Optional<Brought> brought = Optional.empty();

  private record Wanted(Address account, Instant until) {}

  /// @param root of the state that the proof holds in
  private record Brought(Address account, Bytes32 root, AccountState state) {}

  AccountRider(Provers provers, Timing timing) {
    this.provers = provers;
    this.timing = timing;
  }

  /// Notes that an account is read.
  void wants(Address account) {
    wanted = Optional.of(new Wanted(account, timing.instant().plus(LATELY)));
  }

  /// A proof that is asked for as soon as somebody tells a head.
  ProofAhead ahead(Address account) {
    provers.familiar(account); // so that whoever polls need not wait for the disk
    ProofAhead proof = new ProofAhead(account, provers, timing, ahead::remove);
    ahead.add(proof);
    return proof;
  }

  @Override
  public void over(Endpoint endpoint, Optional<SeenBlock> head) {
    head.ifPresent(told -> ahead.forEach(proof -> proof.told(endpoint, told)));
  }

  /// What a poll brought of an account in a state, proven.
  Optional<AccountState> brought(Address account, Bytes32 root) {
    return brought
        .filter(b -> b.account().equals(account) && b.root().equals(root))
        .map(Brought::state);
  }

  @Override
  public Optional<JsonRpc.Call> question(Endpoint endpoint) {
    return account()
        .filter(account -> provers.keeper(account).filter(endpoint::equals).isPresent())
        .map(account -> Provers.question(endpoint, account, List.of(), "latest"));
  }

  private Optional<Address> account() {
    return wanted.filter(w -> timing.instant().isBefore(w.until())).map(Wanted::account);
  }

  @Override
  public void hear(Endpoint endpoint, SeenBlock head, Endpoint.Answer answer) {
    Optional<Address> account = account();
    if (account.isEmpty() || answer.value().isEmpty()) {
      return;
    }
    try {
      AccountState state =
          AccountState.proven(answer.value().get(), account.get(), head.stateRoot());
      brought = Optional.of(new Brought(account.get(), head.stateRoot(), state));
    } catch (WalletException e) {
      // a block came in between, or another account is wanted by now: whoever reads it asks
    }
  }
}
