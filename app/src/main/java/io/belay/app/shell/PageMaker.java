package io.belay.app.shell;

import io.belay.app.accounts.AccountDesk;
import io.belay.app.connectivity.ConnectivityView;
import io.belay.app.connectivity.ConnectivityViewModel;
import io.belay.app.connectivity.NetworkViewModel;
import io.belay.app.drill.DrillView;
import io.belay.app.drill.DrillViewModel;
import io.belay.app.fx.Ui;
import io.belay.app.networks.NetworksView;
import io.belay.app.networks.NetworksViewModel;
import io.belay.app.settings.SettingsView;
import io.belay.app.sign.SignView;
import io.belay.app.sign.SignViewModel;
import io.belay.app.sign.VerifyViewModel;
import io.belay.app.unlock.VaultDoor.Opened;
import io.belay.app.vault.LockChoice;
import io.belay.app.vault.VaultView;
import io.belay.app.vault.VaultViewModel;

/// Pages that lead to few others.
final class PageMaker {
  private PageMaker() {}

  static OtherNets others(Deps deps, Net net, NetChoice choice) {
    return new OtherNets(deps.nets(), net.session().chain().id(), choice);
  }

  static NetworksView networks(Ui ui, Deps deps, NetChoice choice) {
    return new NetworksView(
        ui,
        new NetworksViewModel(
            ui, deps.nets().desk(), new NetworksViewModel.Elsewhere(choice::choose, choice::load)));
  }

  static ConnectivityView connectivity(Ui ui, Deps deps, Net net) {
    return new ConnectivityView(
        ui,
        new ConnectivityViewModel(ui, net.session(), net.faults()),
        new NetworkViewModel(ui, deps.endpoints(), net.session().chain().id()),
        new DrillView(ui, new DrillViewModel(ui, net.drills(), Facts.operators(net))));
  }

  static VaultView vault(Ui ui, Deps deps, Opened opened, Rooms.Around around) {
    return new VaultView(
        ui, new VaultViewModel(ui, deps.keeper().apply(opened), around.lock()), around.idle());
  }

  static SettingsView settings(Ui ui, Rooms.Around around, Runnable details) {
    return new SettingsView(
        ui, around.settings(), new LockChoice(ui, around.idle()), details);
  }

  static SignView sign(Ui ui, Deps deps, Net net, AccountDesk desk, Rooms.Around around) {
    SignViewModel model =
        new SignViewModel(
            ui,
            net.session(),
            desk.accounts(),
            desk.signer(),
            () -> Facts.known(deps, net),
            new SignChains(around.networks()),
            around.unsigned());
    VerifyViewModel verifier =
        new VerifyViewModel(ui, net.session(), desk.accounts(), () -> Facts.known(deps, net));
    return new SignView(ui, model, verifier, net.session().chain().name());
  }
}
