package io.belay.app.shell;

import io.belay.app.accounts.AccountDesk;
import io.belay.app.accounts.AccountsPage;
import io.belay.app.accounts.Brought;
import io.belay.app.accounts.ImportViewModel;
import io.belay.app.activity.ActivityView;
import io.belay.app.activity.ActivityViewModel;
import io.belay.app.activity.SecondViewModel;
import io.belay.app.book.BookView;
import io.belay.app.book.BookViewModel;
import io.belay.app.connectivity.FirstOutagePanel;
import io.belay.app.connectivity.FirstOutageViewModel;
import io.belay.app.control.PageScroll;
import io.belay.app.fx.Page;
import io.belay.app.fx.Surprises;
import io.belay.app.fx.Ui;
import io.belay.app.nonces.NoncesView;
import io.belay.app.nonces.NoncesViewModel;
import io.belay.app.notices.NoticesView;
import io.belay.app.raw.RawView;
import io.belay.app.raw.RawViewModel;
import io.belay.app.send.SendView;
import io.belay.app.send.SendViewModel;
import io.belay.app.unlock.VaultDoor.Opened;
import io.belay.app.unlock.Way;
import io.belay.base.TxHash;
import io.belay.core.chain.Chain;
import io.belay.core.money.PaymentUri;
import io.belay.core.send.TxRecord;
import io.belay.core.state.State;
import io.belay.core.store.AccountEntry;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The open wallet: sidebar, one page at a time, status line.
final class Rooms extends BorderPane {
  private final Pages pages = new Pages();
  private final Sidebar sidebar;
  private final StatusViewModel status;
  private final PageScroll middle = new PageScroll();
  private final ActivityViewModel activity;
  private final SendViewModel send;
  private final AccountsPage accountsPage;
  private final RawViewModel raw;
  private final Ui ui;
  private final ReadOnlyIntegerProperty unread;
  private final InvalidationListener counting = changed -> count();
  private Place place = Place.ACCOUNTS;
  private final Around around;
  private final CommandDesk commands;
  private final State<List<AccountEntry>> accounts;
  private final Optional<FirstOutageViewModel> outage;
  private boolean closed;

  Rooms(Ui ui, Deps deps, Net net, Opened opened, Around around) {
    this.ui = ui;
    AccountDesk desk = deps.desk().apply(opened);
    this.outage = net.faults().map(faults -> new FirstOutageViewModel(ui, net.session(), faults));
    this.accounts = desk.accounts();
    this.activity =
        new ActivityViewModel(
            ui,
            net.session(),
            desk.accounts(),
            net.ways(),
            () -> Facts.known(deps, net),
            deps.labels());
    this.send =
        new SendViewModel(
            ui,
            net.session(),
            desk.accounts(),
            deps.contacts().entries(),
            desk.signer(),
            net.drafts(),
            this::open);
    this.raw = new RawViewModel(ui, net.session(), desk.accounts(), this::open);
    this.accountsPage = accountsPage(deps, net, desk, around.networks());
    outage.ifPresent(lesson -> accountsPage.teach(outagePanel(lesson)));
    pages.put(Place.ACCOUNTS, () -> accountsPage);
    pages.put(Place.ACTIVITY, () -> activityPage(ui, net, desk));
    pages.put(Place.SEND, () -> new SendView(ui, send, () -> go(Place.ACCOUNTS)));
    pages.put(Place.SIGN, () -> PageMaker.sign(ui, deps, net, desk, around));
    addKeeping(ui, deps, net, opened, around, desk.accounts());
    this.sidebar = new Sidebar(ui, around.networks(), this::go, around.lock());
    this.status = new StatusViewModel(ui, net.session());
    setLeft(sidebar);
    this.around = around;
    Commands all =
        new Commands(
            ui,
            key -> key.act(this, around.lock()),
            this::go,
            this::showAccount,
            chain -> around.networks().choose(chain.id()));
    this.commands = new CommandDesk(ui, all, desk.accounts(), around.networks());
    setCenter(new StackPane(middle, commands.view()));
    setBottom(
        new StatusLine(ui, status, net.session().chain().name(), () -> go(Place.CONNECTIVITY)));
    widthProperty()
        .addListener((o, was, is) -> sidebar.narrow(is.doubleValue() < Sidebar.ROOM_FOR_WORDS));
    heightProperty()
        .addListener((o, was, is) -> sidebar.low(is.doubleValue() < Sidebar.ROOM_FOR_ALL));
    status.start();
    this.unread = around.notices().unread();
    unread.addListener(counting);
    count();
    enter(place);
  }

  private AccountsPage accountsPage(Deps deps, Net net, AccountDesk desk, NetChoice networks) {
    return new AccountsPage(
        ui,
        new AccountsPage.Source(
            net.session(),
            desk,
            PageMaker.others(deps, net, networks),
            () -> Facts.known(deps, net)),
        new AccountsPage.Ways(
            () -> go(Place.SEND),
            this::sendFrom,
            () -> go(Place.CONNECTIVITY),
            this::activityOf,
            this::open));
  }

  /// Pages about what is kept: people, ways, the vault, and the window itself.
  private void addKeeping(
      Ui ui, Deps deps, Net net, Opened opened, Around around, State<List<AccountEntry>> accounts) {
    Chain chain = net.session().chain();
    pages.put(
        Place.BOOK,
        () -> new BookView(ui, new BookViewModel(ui, deps.contacts(), accounts, chain)));
    pages.put(Place.CONNECTIVITY, () -> PageMaker.connectivity(ui, deps, net));
    pages.put(Place.NETWORKS, () -> PageMaker.networks(ui, deps, around.networks()));
    pages.put(Place.VAULT, () -> PageMaker.vault(ui, deps, opened, around));
    pages.put(Place.NOTICES, () -> new NoticesView(ui, around.notices(), this::open));
    pages.put(Place.SETTINGS, () -> PageMaker.settings(ui, around, () -> go(Place.CONNECTIVITY)));
  }

  private void count() {
    int some = unread.get();
    sidebar.news(
        Place.NOTICES,
        some == 0 ? ui.text("nav.notices") : ui.text("nav.notices.count", some),
        some > 0);
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

  private FirstOutagePanel outagePanel(FirstOutageViewModel lesson) {
    return new FirstOutagePanel(ui, lesson, () -> go(Place.SEND), this::open);
  }

  private Page page() {
    return pages.get(place);
  }

  /// Whatever fails in a page that is left, it is left: another page, and above all the lock, must
  /// not depend on it.
  private void leave() {
    try {
      page().hidden();
    } catch (RuntimeException e) {
      Surprises.tell(e);
    }
  }

  void go(Place next) {
    leave();
    if (next == Place.ACTIVITY) {
      activity.close();
    }
    if (next == Place.ACCOUNTS) {
      accountsPage.close();
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

  /// Whether it is known what is in the form; where not yet, this is done once it is.
  boolean isFormKnown(Runnable later) {
    return send.isKnown(later);
  }

  /// Leads to the form with what a link asks for, over what is typed there only if so meant.
  boolean pay(PaymentUri asked, boolean over) {
    if (!over && !send.isUntouched()) {
      return false;
    }
    go(Place.SEND);
    return send.fill(asked);
  }

  /// Leads to a raw transaction from elsewhere.
  void openRaw() {
    go(Place.ACTIVITY);
    activity.turn(ActivityViewModel.Part.RAW);
  }

  private void enter(Place next) {
    place = next;
    sidebar.select(next);
    // what had the focus goes with its page: the keyboard's way goes on at the next page's name
    boolean lost = middle.isFocusWithin();
    middle.setContent(new VBox(page().node()));
    middle.setVvalue(0);
    if (lost) {
      sidebar.focus(next);
    }
    page().shown();
  }

  /// Begins the keyboard's way, once it is in the window.
  void begin() {
    sidebar.focus(place);
  }

  void refresh() {
    page().refresh();
  }

  /// Leads to the search of the page, or of the activity where the page has none.
  void find() {
    if (place != Place.ACTIVITY) {
      go(Place.ACTIVITY);
    }
    page().find();
  }

  void back() {
    if (!page().back() && place == Place.SEND) {
      go(Place.ACCOUNTS);
    }
  }

  void confirm() {
    page().confirm();
  }

  NetChoice networks() {
    return around.networks();
  }

  /// Hides amounts, or shows them again.
  void hide() {
    around.hide().run();
  }

  /// Writes all amounts anew.
  void redraw() {
    pages.made().forEach(Page::redraw);
  }

  /// What can be done, by typing.
  CommandDesk commands() {
    return commands;
  }

  /// Leads to an account; to nothing where there are not so many.
  ///
  /// @param number from 0, in the order of the list
  void account(int number) {
    List<AccountEntry> all = accounts.get();
    if (number < all.size()) {
      showAccount(all.get(number));
    }
  }

  private void showAccount(AccountEntry entry) {
    go(Place.ACCOUNTS);
    accountsPage.open(entry);
  }

  /// Leads on from how a person began.
  void bring(Way way) {
    switch (way) {
      case KEY -> bring(new Brought(ImportViewModel.Kind.KEY, ""));
      case WATCH -> bring(new Brought(ImportViewModel.Kind.WATCH, ""));
      case CREATE, WORDS, BACKUP, PRACTICE -> {} // the accounts are there
    }
  }

  /// Leads to the import form, filled.
  void bring(Brought what) {
    go(Place.ACCOUNTS);
    accountsPage.bring(what);
  }

  /// Opens what was dropped on the window.
  void open(Dropped what) {
    switch (what) {
      case Dropped.KeystoreFile(Path file) ->
          bring(new Brought(ImportViewModel.Kind.KEYSTORE, file.toString()));
      case Dropped.RawFile(Path file) -> {
        openRaw();
        raw.file().set(file.toString());
        raw.open();
      }
      case Dropped.RawWords(String text) -> {
        openRaw();
        raw.put(text);
      }
      case Dropped.Unknown() -> {} // it was refused before
    }
  }

  private void sendFrom(AccountEntry entry) {
    go(Place.SEND);
    send.payFrom(entry);
  }

  private void activityOf(AccountEntry entry) {
    go(Place.ACTIVITY);
    activity.finder().clear();
    activity.finder().account().set(Optional.of(entry));
  }

  /// Stops all asking and gives back what the pages hold.
  void close() {
    closed = true;
    commands.close();
    outage.ifPresent(FirstOutageViewModel::close);
    unread.removeListener(counting);
    leave();
    status.stop();
  }
}
