package io.belay.app.accounts;

import io.belay.app.control.Known;
import io.belay.app.fx.Page;
import io.belay.app.fx.Ui;
import io.belay.base.TxHash;
import io.belay.core.store.AccountEntry;
import io.belay.core.track.ChainSession;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

/// The list of accounts, or in its place one of them.
public final class AccountsPage implements Page {
  /// Where the accounts lead.
  ///
  /// @param send to the form, paying from whichever account
  /// @param sendFrom to the form, paying from this account
  /// @param details to Connectivity
  /// @param activity to all that an account did
  /// @param open to a transaction
  public record Ways(
      Runnable send,
      Consumer<AccountEntry> sendFrom,
      Runnable details,
      Consumer<AccountEntry> activity,
      Consumer<TxHash> open) {}

  /// What the accounts are read from.
  ///
  /// @param session the network that is looked at
  /// @param desk the accounts
  /// @param others the other networks
  /// @param known what is known beside the transactions' bytes
  public record Source(
      ChainSession session, AccountDesk desk, OtherNetworks others, Supplier<Known> known) {}

  private final AccountsView list;
  private final Supplier<AccountView> maker;
  private final AccountViewModel shown;
  private final VBox node = new VBox();
  private Page open;
  private Optional<AccountView> one = Optional.empty();
  private boolean inView;

  /// Shows the list; the page of one account is made when the first is opened.
  public AccountsPage(Ui ui, Source source, Ways ways) {
    ChainSession session = source.session();
    AccountDesk desk = source.desk();
    this.shown = new AccountViewModel(ui, session, desk, source.known());
    this.maker = () -> view(ui, source, ways);
    this.list =
        new AccountsView(
                ui,
                new AccountsViewModel(ui, session, desk, source.known()),
                new TokenTotalsViewModel(ui, session, desk.accounts()),
                new AccountsView.Ways(ways.send(), ways.details(), ways.open(), this::open))
            .with(
                new OthersViewModel(ui, desk.accounts()::get, source.others()),
                new HiddenViewModel(ui, desk));
    this.open = list;
    node.getChildren().setAll(list.node());
  }

  private AccountView view(Ui ui, Source source, Ways ways) {
    ChainSession session = source.session();
    return new AccountView(
        ui,
        new AccountModels(
            shown,
            new OthersViewModel(ui, () -> shown.account().get().stream().toList(), source.others()),
            new TokensViewModel(ui, session),
            new AddTokenViewModel(ui, session),
            new ReceiveViewModel(ui, session)),
        new AccountView.Ways(this::close, ways.sendFrom(), ways.activity(), ways.open()));
  }

  /// With something to learn above the list.
  public void teach(Node lesson) {
    list.with(lesson);
  }

  /// Leads to an account.
  public void open(AccountEntry entry) {
    AccountView view = one.orElseGet(maker);
    one = Optional.of(view);
    view.show(entry);
    turn(view);
    view.focus();
  }

  /// Leads to the list, with the form open for something from elsewhere.
  public void bring(Brought what) {
    close();
    list.bring(what);
  }

  /// Leads back to the list, to the account that was open.
  public void close() {
    if (isInside()) {
      turn(list);
      shown.account().get().ifPresent(list::focus);
    }
  }

  private boolean isInside() {
    return one.filter(open::equals).isPresent();
  }

  private void turn(Page next) {
    if (inView) {
      open.hidden();
    }
    open = next;
    node.getChildren().setAll(next.node());
    if (inView) {
      next.shown();
    }
    scroll().ifPresent(pane -> pane.setVvalue(0));
  }

  private Optional<ScrollPane> scroll() {
    for (Node each = node; each != null; each = each.getParent()) {
      if (each instanceof ScrollPane pane) {
        return Optional.of(pane);
      }
    }
    return Optional.empty();
  }

  @Override
  public Parent node() {
    return node;
  }

  @Override
  public void shown() {
    inView = true;
    open.shown();
  }

  @Override
  public void hidden() {
    inView = false;
    open.hidden();
  }

  @Override
  public void refresh() {
    open.refresh();
  }

  @Override
  public boolean back() {
    if (open.back()) {
      return true;
    }
    boolean inside = isInside();
    close();
    return inside;
  }

  @Override
  public void redraw() {
    list.redraw();
    one.ifPresent(AccountView::redraw);
  }
}
