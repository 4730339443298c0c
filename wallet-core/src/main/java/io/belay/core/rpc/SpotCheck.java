package io.belay.core.rpc;

import io.belay.base.Address;
import io.belay.base.WalletException;
import io.belay.core.proof.AccountProof;
import java.time.Duration;
import java.util.List;

/// Asks endpoints to prove an account that is nobody's, when a person wants to know how they do:
/// who sends false proofs is found out before anything depends on it, and nobody learns an address.
final class SpotCheck {
  private static final Address NOBODY = Address.parse("0x0000000000000000000000000000000000000000");
  private static final Duration PATIENCE = Duration.ofMillis(1500);

  private final Provers provers;

  SpotCheck(Provers provers) {
    this.provers = provers;
  }

  /// Asks all that can prove at the view's head, and blames those whose proof fails.
  void run(View view) throws InterruptedException {
    if (view.head().isPresent() && view.isAgreed()) {
      SeenBlock head = view.head().get();
      Fanout.gather(provers.candidates(NOBODY), e -> isProven(e, head), PATIENCE, answers -> false);
    }
  }

  private boolean isProven(Endpoint endpoint, SeenBlock head)
      throws RpcException, InterruptedException {
    try {
      AccountProof.parse(provers.ask(endpoint, NOBODY, List.of(), head))
          .verify(NOBODY, head.stateRoot());
      return true;
    } catch (WalletException e) {
      throw Provers.lied(endpoint, e);
    }
  }
}
