package io.belay.app.cli;

import io.belay.base.TxHash;
import io.belay.base.WalletException;
import io.belay.core.fee.FeeChoice;
import io.belay.core.fee.FeeQuote;
import io.belay.core.money.Asset;
import io.belay.core.send.SendPlan;
import io.belay.core.send.TransferIntent;
import io.belay.core.send.TxState;
import io.belay.core.track.LiveSession;
import io.belay.keystore.vault.Unlocked;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "send",
    description = {
      "Plan, review, sign and send a payment over every endpoint, and wait.",
      "Once signed it is journalled: whatever happens then, Belay goes on sending it, once."
    })
final class Send implements Callable<Integer> {
  @Mixin SendOptions options = new SendOptions();

  private final Invocation call;

  Send(Invocation call) {
    this.call = call;
  }

  @Override
  public Integer call() throws InterruptedException {
    Optional<TxState> awaited = options.awaited();
    TxWait wait = new TxWait(call, options.patience());
    LiveSession session = call.network().session();
    Optional<TxHash> before = options.id.flatMap(session::byIntent);
    if (before.isPresent()) {
      call.out().note("this id has its transaction already: nothing more is signed");
      return wait.report(before.get(), awaited, true).number();
    }
    TransferIntent intent = options.intent(asset(session), call.accounts());
    if (!options.yes && !options.dryRun && call.terminal().console().isEmpty()) {
      throw new WalletException(
          "usage", "there is no terminal to ask at: give --yes to sign without being asked");
    }
    SendPlan plan = session.plan(intent);
    if (options.dryRun) {
      session.release(plan);
      Map<FeeChoice.Pace, FeeQuote> fees = session.fees();
      call.out().result(PlanText.json(plan, fees), PlanText.lines(plan, session.chain(), fees));
      return ExitCode.DONE.number();
    }
    TxHash hash = sign(session, plan);
    call.signed();
    return wait.report(hash, awaited, false).number();
  }

  /// What is sent: a token has to be asked for its decimals.
  private Asset asset(LiveSession session) throws InterruptedException {
    return options.token.isEmpty()
        ? session.chain().currency()
        : session.token(options.token.get());
  }

  private TxHash sign(LiveSession session, SendPlan plan) {
    PlanText.lines(plan, session.chain(), Map.of()).forEach(call.out()::note);
    boolean signed = false;
    try {
      SendPlan confirmed = confirmed(plan);
      if (!options.yes) {
        Confirm.ask(call.terminal(), "Sign and send? [y/N] ");
      }
      try (Unlocked unlocked = call.keyring().unlock(plan.intent().from())) {
        TxHash hash = session.send(confirmed, unlocked);
        signed = true;
        return hash;
      }
    } finally {
      if (!signed) {
        session.release(plan);
      }
    }
  }

  /// A fee that nobody can have meant wants its figure, not just a yes.
  private SendPlan confirmed(SendPlan plan) {
    if (plan.mustType().isEmpty()) {
      return plan;
    }
    String figure = plan.mustType().get();
    if (options.confirmFee.isPresent()) {
      return plan.confirmed(options.confirmFee.get());
    }
    if (options.yes || call.terminal().console().isEmpty()) {
      throw new WalletException(
          "fee-not-confirmed",
          "the fee is unusually high: give --confirm-fee " + figure + " if it is meant");
    }
    return plan.confirmed(
        Confirm.typed(
            call.terminal(), "The fee is unusually high. Type " + figure + " if it is meant: "));
  }
}
