package io.belay.core.track;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.base.TxHash;
import io.belay.core.fee.FeeChoice;
import io.belay.core.money.Wei;
import io.belay.core.practice.Fault;
import io.belay.core.rpc.Connectivity;
import io.belay.core.rpc.Endpoint;
import io.belay.core.rpc.EndpointConfig.Kind;
import io.belay.core.send.SendPlan;
import io.belay.core.send.TransferIntent;
import io.belay.core.send.TxRecord;
import io.belay.core.send.TxState;
import io.belay.core.state.Observed;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// X19, I16: endpoints change while a session is open, and nothing that was begun is lost.
@Timeout(60)
class SwapSessionTest {
  @TempDir Path directory;
  private PracticeWallet wallet;

  @BeforeEach
  void fund() throws IOException, InterruptedException {
    wallet = new PracticeWallet(directory);
    wallet.net.faucet(wallet.account().address(), Optional.empty());
    wallet.net.mine(3);
  }

  @AfterEach
  void close() {
    wallet.close();
  }

  private List<Endpoint> endpoints(String... ids) {
    return wallet.endpoints(Kind.PRACTICE).stream()
        .filter(e -> List.of(ids).contains(e.id().value()))
        .toList();
  }

  private SendPlan plan(LiveSession session) throws InterruptedException {
    return session.plan(
        TransferIntent.of(
            wallet.account(),
            wallet.account().address(),
            session.chain().currency().amount(Wei.of(100_000_000_000_000_000L)),
            FeeChoice.Pace.NORMAL));
  }

  @Test
  void whatIsSignedIsCarriedByTheEndpointsThatCome() throws InterruptedException {
    try (LiveSession session = wallet.session()) {
      session.use(endpoints("practice-1", "practice-2"));
      TxHash first = session.send(plan(session), wallet.vault);
      SendPlan planned = plan(session);
      wallet.net.setFault("practice-1", Fault.REFUSE);
      wallet.net.setFault("practice-2", Fault.HANG);
      session.step();
      assertThat(record(session, first).state()).isEqualTo(TxState.UNKNOWN);

      session.use(endpoints("practice-3", "practice-4"));
      // planned before and signed now: by the plan's own nonce, over the new endpoints
      TxHash second = session.send(planned, wallet.vault);
      session.step();
      session.settle();
      assertThat(record(session, first).state().reaches(TxState.ACCEPTED)).isTrue();
      assertThat(record(session, second).state().reaches(TxState.ACCEPTED)).isTrue();
      assertThat(record(session, second).nonce()).isEqualTo(1);
      wallet.net.mine(2);
      session.step();
      assertThat(record(session, second).state().isIncluded()).isTrue();
    }
  }

  @Test
  void theHeightThatWasShownIsKeptInMind() throws InterruptedException {
    try (LiveSession session = wallet.session()) {
      session.refresh();
      OptionalLong before = height(session);
      assertThat(before).isPresent();
      session.use(endpoints("practice-3", "practice-4"));
      assertThat(session.connectivity().get().endpoints())
          .extracting(s -> s.config().id())
          .extracting(Object::toString)
          .containsExactly("practice-3", "practice-4");
      assertThat(session.balance(wallet.account().address()).level())
          .isEqualTo(Observed.Level.PROVEN);
      assertThat(height(session).getAsLong()).isGreaterThanOrEqualTo(before.getAsLong());
    }
  }

  private static OptionalLong height(LiveSession session) {
    Connectivity now = session.connectivity().get();
    return now.head().maybe().map(b -> OptionalLong.of(b.number())).orElse(OptionalLong.empty());
  }

  private static TxRecord record(LiveSession session, TxHash hash) {
    return session.activity().get().stream()
        .filter(r -> r.hash().equals(hash))
        .findFirst()
        .orElseThrow();
  }
}
