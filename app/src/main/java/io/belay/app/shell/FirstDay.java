package io.belay.app.shell;

import io.belay.app.fx.Ui;
import io.belay.app.networks.FirstNetworksView;
import io.belay.app.networks.FirstNetworksViewModel;
import io.belay.app.unlock.GateView;
import io.belay.app.unlock.NetworkQuestion;
import io.belay.base.ChainId;
import java.util.Optional;
import java.util.function.Supplier;

/// The question of the networks, as the gate asks it on the first day.
final class FirstDay implements NetworkQuestion {
  private final Nets nets;
  private final FirstNetworksViewModel model;

  private FirstDay(Nets nets, FirstNetworksViewModel model) {
    this.nets = nets;
    this.model = model;
  }

  /// What the gate needs to know of the rest.
  static GateView.Around around(Ui ui, Deps deps) {
    FirstNetworksViewModel model = new FirstNetworksViewModel(ui, deps.nets().desk());
    return new GateView.Around(
        deps.nets().isPractice(),
        deps.random(),
        new FirstDay(deps.nets(), model),
        () -> new FirstNetworksView(ui, model));
  }

  @Override
  public void practise() {
    model.through().set(Optional.of(FirstNetworksViewModel.Through.PRACTICE));
  }

  @Override
  public boolean isWhole() {
    return model.isWhole();
  }

  @Override
  public String answer() {
    return model.answer();
  }

  @Override
  public Runnable deed() {
    Supplier<Optional<ChainId>> decided = model.decided();
    return () -> decided.get().ifPresent(nets::open); // from here on packets leave
  }
}
