package io.belay.app.fake;

import io.belay.core.decode.Erc20Call;
import io.belay.core.fee.FeeQuote;
import io.belay.core.money.Asset;
import io.belay.core.money.Wei;
import io.belay.core.send.NonceLease;
import io.belay.core.send.SendPlan;
import io.belay.core.send.Simulation;
import io.belay.core.send.TransferIntent;
import io.belay.core.send.Warning;
import io.belay.core.state.Observed;
import io.belay.core.tx.UnsignedTransaction;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Plans as a session makes them, without asking anybody.
final class FakePlanning {
  private FakePlanning() {}

  private static UnsignedTransaction transaction(FakeSession session, TransferIntent intent) {
    Asset asset = intent.amount().asset();
    Wei units =
        intent.all()
            ? session
                .balance(intent.from().address(), asset)
                .maybe()
                .orElseThrow()
                .minusOrZero(asset.isToken() ? Wei.ZERO : Wei.ofGwei("16").times(21_000))
            : intent.amount().units();
    return new UnsignedTransaction(
        FakeSession.CHAIN.id(),
        118,
        Wei.ofGwei("1"),
        Wei.ofGwei("16"),
        session.gas(intent),
        asset.contract().orElse(intent.to()),
        asset.isToken() ? Wei.ZERO : units,
        asset.isToken()
            ? new Erc20Call.Transfer(intent.to(), units.value()).data()
            : intent.data());
  }

  static SendPlan plain(FakeSession session, TransferIntent intent) {
    UnsignedTransaction tx = transaction(session, intent);
    return new SendPlan(
        intent,
        tx,
        new FeeQuote(Wei.ofGwei("16"), Wei.ofGwei("1"), Wei.ofGwei("9"), Duration.ofSeconds(24)),
        new NonceLease(1, FakeSession.CHAIN.id(), intent.from().address(), 118),
        session.balance(intent.from().address()),
        new Observed.Proven<>(118L, FakeSession.evidence("alpine", "birch")),
        List.of(new Warning("first-time-recipient")),
        Simulation.unknown("not-simulated"),
        session.balance(intent.from().address(), intent.amount().asset()),
        Optional.empty());
  }
}
