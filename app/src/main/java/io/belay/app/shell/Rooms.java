package io.belay.app.shell;

import io.belay.app.accounts.AccountDesk;
import io.belay.app.accounts.AccountsView;
import io.belay.app.accounts.AccountsViewModel;
import io.belay.app.accounts.OthersViewModel;
import io.belay.app.activity.ActivityView;
import io.belay.app.activity.ActivityViewModel;
import io.belay.app.activity.SecondViewModel;
import io.belay.app.book.BookView;
import io.belay.app.book.BookViewModel;
import io.belay.app.connectivity.ConnectivityView;
import io.belay.app.connectivity.ConnectivityViewModel;
import io.belay.app.connectivity.NetworkViewModel;
import io.belay.app.control.Known;
import io.belay.app.drill.DrillView;
import io.belay.app.drill.DrillViewModel;
import io.belay.app.fx.Page;
import io.belay.app.fx.Ui;
import io.belay.app.networks.NetworksView;
import io.belay.app.networks.NetworksViewModel;
import io.belay.app.nonces.NoncesView;
import io.belay.app.nonces.NoncesViewModel;
import io.belay.app.raw.RawView;
import io.belay.app.raw.RawViewModel;
import io.belay.app.send.SendView;
import io.belay.app.send.SendViewModel;
import io.belay.app.unlock.VaultDoor.Opened;
import io.belay.app.vault.LockViewModel;
import io.belay.app.vault.VaultView;
import io.belay.app.vault.VaultViewModel;
import io.belay.base.Address;
import io.belay.base.TxHash;
import io.belay.core.rpc.EndpointConfig;
import io.belay.core.rpc.EndpointStatus;
import io.belay.core.send.TxRecord;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;

/// The open wallet: sidebar, one page at a time, status line.
final class Rooms extends BorderPane {
  private final Map<Place, Page> pages = new EnumMap<>(Place.class);
  private final Sidebar sidebar;
  private final StatusViewModel status;
  private final ScrollPane middle = new ScrollPane();
  private final ActivityViewModel activity;
  private final SendViewModel send;
  private Place place = Place.ACCOUNTS;
  private boolean closed;

  /// What the window does for whoever is in.
  ///
  /// @param idle after how long it locks
  /// @param networks turns to another one
  /// @param lock locks now
  record Around(LockViewModel idle, NetChoice networks, Runnable lock) {}

  Rooms(Ui ui, Deps deps, Net net, Opened opened, Around around) {
    AccountDesk desk = deps.desk().apply(opened);
    this.activity =
        new ActivityViewModel(
            ui, net.session(), desk.accounts(), net.ways(), () -> known(deps, net));
    AccountsViewModel accounts =
        new AccountsViewModel(ui, net.session(), desk, () -> known(deps, net));
    SendViewModel send =
        new SendViewModel(
            ui,
            net.session(),
            desk.accounts(),
            deps.contacts().entries(),
            desk.signer(),
            net.drafts(),
            this::open);
    this.send = send;
    pages.put(
        Place.ACCOUNTS,
        new AccountsView(
                ui, accounts, () -> go(Place.SEND), () -> go(Place.CONNECTIVITY), this::open)
            .with(new OthersViewModel(ui, desk, others(deps, net, around.networks()))));
    pages.put(Place.ACTIVITY, activityPage(ui, net, desk));
    pages.put(Place.SEND, new SendView(ui, send, () -> go(Place.ACCOUNTS)));
    pages.put(
        Place.BOOK,
        new BookView(
            ui, new BookViewModel(ui, deps.contacts(), desk.accounts(), net.session().chain())));
    pages.put(
        Place.CONNECTIVITY,
        new ConnectivityView(
            ui,
            new ConnectivityViewModel(ui, net.session(), net.faults()),
            new NetworkViewModel(ui, deps.endpoints(), net.session().chain().id()),
            new DrillView(ui, new DrillViewModel(ui, net.drills(), operators(net)))));
    pages.put(Place.NETWORKS, networksPage(ui, deps, around.networks()));
    pages.put(
        Place.VAULT,
        new VaultView(
            ui, new VaultViewModel(ui, deps.keeper().apply(opened), around.lock()), around.idle()));
    this.sidebar = new Sidebar(ui, around.networks(), this::go, around.lock());
    this.status = new StatusViewModel(ui, net.session());
    middle.setFitToWidth(true);
    setLeft(sidebar);
    setCenter(middle);
    setBottom(
        new StatusLine(ui, status, net.session().chain().name(), () -> go(Place.CONNECTIVITY)));
    widthProperty()
        .addListener((o, was, is) -> sidebar.narrow(is.doubleValue() < Sidebar.ROOM_FOR_WORDS));
    status.start();
    enter(place);
  }

  private static OtherNets others(Deps deps, Net net, NetChoice choice) {
    return new OtherNets(deps.nets(), net.session().chain().id(), choice);
  }

  private static NetworksView networksPage(Ui ui, Deps deps, NetChoice choice) {
    return new NetworksView(
        ui,
        new NetworksViewModel(
            ui, deps.nets().desk(), new NetworksViewModel.Elsewhere(choice::choose, choice::load)));
  }

  private ActivityView activityPage(Ui ui, Net net, AccountDesk desk) {
    SecondViewModel second =
        new SecondViewModel(ui, net.session(), desk.accounts(), desk.signer(), this::open);
    NoncesViewModel nonces =
        new NoncesViewModel(
            ui,
            net.session(),
            desk.accounts(),
            new NoncesViewModel.Elsewhere(activity::open, second::fill, second::speedUp));
    RawViewModel raw = new RawViewModel(ui, net.session(), desk.accounts(), this::open);
    return new ActivityView(
        ui,
        activity,
        second,
        new ActivityView.Others(
            new NoncesView(ui, nonces, activity::close),
            new RawView(ui, raw, activity::close),
            () -> go(Place.CONNECTIVITY),
            this::again));
  }

  private static Known known(Deps deps, Net net) {
    long chain = net.session().chain().id().value();
    Map<Address, String> names = new HashMap<>();
    deps.contacts().entries().get().stream()
        .filter(entry -> entry.isOn(chain))
        .forEach(entry -> names.putIfAbsent(entry.address(), entry.name()));
    return new Known(net.session().chain().currency(), net.session().knownTokens().get(), names);
  }

  /// Each group's operator.
  private static Map<String, String> operators(Net net) {
    return net.session().connectivity().get().endpoints().stream()
        .map(EndpointStatus::config)
        .collect(
            Collectors.toMap(EndpointConfig::group, EndpointConfig::operator, (one, same) -> one));
  }

  private Page page() {
    Page page = pages.get(place);
    if (page == null) {
      throw new IllegalStateException("no page " + place);
    }
    return page;
  }

  void go(Place next) {
    page().hidden();
    if (next == Place.ACTIVITY) {
      activity.close();
    }
    enter(next);
  }

  private void open(TxHash hash) {
    if (closed) {
      return; // it was signed before the lock; the journal has it
    }
    if (place != Place.ACTIVITY) {
      go(Place.ACTIVITY);
    }
    activity.open(hash); // within the page, back leads to where it was
  }

  /// Leads to a form with what a refused transaction was to do.
  private void again(TxRecord refused) {
    go(Place.SEND);
    send.again(refused);
  }

  /// Leads to a raw transaction from elsewhere.
  void openRaw() {
    go(Place.ACTIVITY);
    activity.turn(ActivityViewModel.Part.RAW);
  }

  private void enter(Place next) {
    place = next;
    sidebar.select(next);
    middle.setContent(new VBox(page().node()));
    middle.setVvalue(0);
    page().shown();
  }

  void refresh() {
    page().refresh();
  }

  void back() {
    if (!page().back() && place == Place.SEND) {
      go(Place.ACCOUNTS);
    }
  }

  void confirm() {
    page().confirm();
  }

  /// Stops all asking and gives back what the pages hold.
  void close() {
    closed = true;
    page().hidden();
    status.stop();
  }
}
