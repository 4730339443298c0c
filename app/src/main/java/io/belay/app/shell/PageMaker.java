package io.belay.app.shell;

import io.belay.app.accounts.AccountDesk;
import io.belay.app.fx.Ui;
import io.belay.app.networks.NetworksView;
import io.belay.app.networks.NetworksViewModel;
import io.belay.app.sign.SignView;
import io.belay.app.sign.SignViewModel;
import io.belay.app.sign.VerifyViewModel;

/// Pages that lead nowhere else but to another network.
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
