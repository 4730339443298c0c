package io.belay.app.send;

import io.belay.app.fx.Background.Running;
import io.belay.app.fx.Handover;
import io.belay.app.fx.Ui;
import io.belay.base.WalletException;
import io.belay.core.send.SendPlan;
import io.belay.core.send.TransferIntent;
import io.belay.core.track.ChainSession;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/// At most one plan, and its nonce with it: given back when it is dropped, also one that comes
/// after it was given up.
final class HeldPlan {
  private final Ui ui;
  private final ChainSession session;
  private final ObjectProperty<Optional<SendPlan>> plan =
      new SimpleObjectProperty<>(Optional.empty());
  private final Handover<SendPlan> handover = new Handover<>();
  private Optional<Running> running = Optional.empty();

  HeldPlan(Ui ui, ChainSession session) {
    this.ui = ui;
    this.session = session;
  }

  ReadOnlyObjectProperty<Optional<SendPlan>> plan() {
    return plan;
  }

  /// Makes a plan.
  ///
  /// @param first done before, in the background; where it fails there is no plan
  /// @param made told when it is there
  /// @param failed told why there is none
  void make(
      TransferIntent intent, Runnable first, Runnable made, Consumer<WalletException> failed) {
    running =
        Optional.of(
            ui.background()
                .run(
                    () -> {
                      first.run();
                      return handover.offer(session.plan(intent), session::release);
                    },
                    made(made),
                    failed));
  }

  private Consumer<SendPlan> made(Runnable told) {
    return ready -> {
      handover.take();
      plan.set(Optional.of(ready));
      told.run();
    };
  }

  /// Gives the plan back, or stops making one.
  ///
  /// @param failed told where giving it back goes wrong
  void drop(Consumer<WalletException> failed) {
    running.ifPresent(Running::cancel);
    running = Optional.empty();
    handover.take().ifPresent(unused -> giveBack(unused, failed));
    plan.get().ifPresent(unused -> giveBack(unused, failed));
    plan.set(Optional.empty());
  }

  /// Lets go of a plan that was signed: its nonce is the transaction's now.
  void signed() {
    plan.set(Optional.empty());
  }

  private void giveBack(SendPlan unused, Consumer<WalletException> failed) {
    ui.background()
        .run(
            () -> {
              session.release(unused);
              return unused;
            },
            given -> {},
            failed);
  }
}
