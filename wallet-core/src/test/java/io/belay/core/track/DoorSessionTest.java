package io.belay.core.track;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.base.TxHash;
import io.belay.core.fee.FeeChoice;
import io.belay.core.money.Wei;
import io.belay.core.practice.Fault;
import io.belay.core.practice.PracticeEndpoint;
import io.belay.core.rpc.EndpointTraits.Use;
import io.belay.core.rpc.Transport;
import io.belay.core.send.SendPlan;
import io.belay.core.send.TransferIntent;
import io.belay.core.send.TxRecord;
import io.belay.core.send.TxState;
import io.belay.core.state.Observed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A session with a door for transactions only: it carries what nobody else takes, and is asked
/// nothing else.
@Timeout(60)
class DoorSessionTest {
  private static final String DOOR = "practice-4";

  @TempDir Path directory;
  private final List<String> heard = new CopyOnWriteArrayList<>();

  @Test
  void aDoorCarriesWhatNobodyElseTakesAndIsAskedNothingElse()
      throws IOException, InterruptedException {
    try (PracticeWallet wallet = new PracticeWallet(directory);
        LiveSession session = session(wallet)) {
      wallet.net.faucet(wallet.account().address(), java.util.Optional.empty());
      wallet.net.mine(3);
      session.refresh();
      Observed<Wei> balance = session.balance(wallet.account().address());
      assertThat(balance.level()).isEqualTo(Observed.Level.PROVEN);
      assertThat(session.connectivity().get().endpoints()).hasSize(3);
      SendPlan plan =
          session.plan(
              TransferIntent.of(
                  wallet.account(),
                  wallet.account().address(),
                  session.chain().currency().amount(Wei.of(100_000_000_000_000_000L)),
                  FeeChoice.Pace.NORMAL));
      TxHash hash = session.send(plan, wallet.vault);
      assertThat(heard).isEmpty();

      wallet.net.endpoints().stream()
          .map(PracticeEndpoint::id)
          .filter(id -> !id.equals(DOOR))
          .forEach(id -> wallet.net.setFault(id, Fault.REFUSE));
      session.step();
      TxRecord record = session.activity().get().getFirst();
      assertThat(record.hash()).isEqualTo(hash);
      assertThat(record.state()).isEqualTo(TxState.ACCEPTED);
      assertThat(heard).hasSize(2);
      assertThat(heard.get(0)).contains("eth_chainId");
      assertThat(heard.get(1)).contains("eth_sendRawTransaction");
    }
  }

  private LiveSession session(PracticeWallet wallet) {
    return wallet.session(
        wallet.endpoints(
            e ->
                e.id().equals(DOOR)
                    ? PracticeWallet.only(e, Use.BROADCAST_ONLY, false)
                    : PracticeWallet.plain(e),
            (config, way) -> config.id().value().equals(DOOR) ? listening(way) : way));
  }

  private Transport listening(Transport inner) {
    return (body, timeout) -> {
      heard.add(new String(body, StandardCharsets.UTF_8));
      return inner.exchange(body, timeout);
    };
  }
}
