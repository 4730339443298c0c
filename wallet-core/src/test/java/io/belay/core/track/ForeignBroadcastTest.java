package io.belay.core.track;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.core.fee.FeeChoice;
import io.belay.core.money.Wei;
import io.belay.core.practice.Fault;
import io.belay.core.send.AttemptRow;
import io.belay.core.send.BroadcastReport;
import io.belay.core.send.SendPlan;
import io.belay.core.send.TransferIntent;
import io.belay.core.send.TxState;
import io.belay.core.tx.DecodedTransaction;
import io.belay.core.tx.SignedTransaction;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What was signed elsewhere goes out by the same ways.
@Timeout(60)
class ForeignBroadcastTest {
  @TempDir Path directory;

  @Test
  void eachAnswerIsHeardAndNothingIsKept() throws IOException, InterruptedException {
    try (PracticeWallet wallet = new PracticeWallet(directory);
        LiveSession session = wallet.session()) {
      SignedTransaction signed = signed(wallet, session);
      wallet.net.setFault("practice-2", Fault.REFUSE);
      List<AttemptRow> heard = new CopyOnWriteArrayList<>();
      BroadcastReport report = session.broadcast(signed, heard::add);
      assertThat(report.verdict()).isEqualTo(BroadcastReport.Verdict.SUBMITTED);
      assertThat(heard)
          .extracting(row -> row.endpoint().value() + " " + row.holds())
          .containsExactlyInAnyOrder(
              "practice-1 true", "practice-2 false", "practice-3 true", "practice-4 true");
      assertThat(session.activity().get()).isEmpty();
    }
  }

  @Test
  void anAdoptedOneIsFollowedAndItsBytesStay() throws IOException, InterruptedException {
    try (PracticeWallet wallet = new PracticeWallet(directory);
        LiveSession session = wallet.session()) {
      SignedTransaction signed = signed(wallet, session);
      assertThat(session.adopt(DecodedTransaction.of(signed.raw()))).isTrue();
      session.step();
      assertThat(session.activity().get().getFirst().state().reaches(TxState.ACCEPTED)).isTrue();
      assertThat(session.signed(signed.hash())).contains(signed);
      assertThat(session.refusal(signed.hash())).isEmpty();
    }
  }

  private static SignedTransaction signed(PracticeWallet wallet, LiveSession session)
      throws InterruptedException {
    wallet.net.faucet(wallet.account().address(), Optional.empty());
    wallet.net.mine(1);
    session.refresh();
    SendPlan plan =
        session.plan(
            TransferIntent.of(
                wallet.account(),
                wallet.account().address(),
                session.chain().currency().amount(Wei.of(1)),
                FeeChoice.Pace.NORMAL));
    return plan.transaction()
        .signed(wallet.vault.sign(wallet.account(), plan.transaction().payload()));
  }
}
