package io.belay.app.accounts;

import io.belay.app.control.Aside;
import io.belay.app.control.Build;
import io.belay.app.control.TxLines;
import io.belay.app.fx.Page;
import io.belay.app.fx.Ui;
import io.belay.base.TxHash;
import io.belay.core.send.TxRecord;
import io.belay.core.store.AccountEntry;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/// All accounts: what they have together and each, and what they did last.
final class AccountsView implements Page {
  /// Where the page leads.
  ///
  /// @param send to the form
  /// @param details to Connectivity
  /// @param transaction to a transaction
  /// @param account to an account
  record Ways(
      Runnable send,
      Runnable details,
      Consumer<TxHash> transaction,
      Consumer<AccountEntry> account) {}

  private final Ui ui;
  private final AccountsViewModel model;
  private final TokenTotalsViewModel tokens;
  private final Ways ways;
  private final VBox page = Build.column("page");
  private final TotalsPanel totals;
  private final Aside aside = new Aside();
  private final TxLines recent;
  private final AccountTable table;
  private Optional<OthersViewModel> elsewhere = Optional.empty();
  private Optional<OthersPanel> elsewhereShown = Optional.empty();
  private Optional<HiddenViewModel> hidden = Optional.empty();

  AccountsView(Ui ui, AccountsViewModel model, TokenTotalsViewModel tokens, Ways ways) {
    this.ui = ui;
    this.model = model;
    this.tokens = tokens;
    this.ways = ways;
    this.totals = new TotalsPanel(ui, model, tokens);
    this.recent = new TxLines(ui, model::says, ways.transaction());
    this.table = new AccountTable(ui, model, ways.account());
    build();
    model
        .recent()
        .addListener(
            (javafx.collections.ListChangeListener<TxRecord>) c -> recent.show(model.recent()));
    recent.show(model.recent());
  }

  /// With the accounts on the other networks, and those off the list, below.
  AccountsView with(OthersViewModel others, HiddenViewModel away) {
    OthersPanel panel = new OthersPanel(ui, others, model.now());
    elsewhere = Optional.of(others);
    elsewhereShown = Optional.of(panel);
    hidden = Optional.of(away);
    page.getChildren().add(page.getChildren().size() - 2, panel);
    page.getChildren().add(new HiddenPanel(ui, away, ways.account()));
    return this;
  }

  /// With something to learn above the totals.
  public AccountsView with(Node lesson) {
    page.getChildren().add(1, lesson);
    return this;
  }

  private void build() {
    var make = Build.button(ui.text("accounts.new"), "fth-plus", "plain", () -> showNew());
    make.setId("new-account");
    var bring =
        Build.button(ui.text("accounts.import"), "fth-download", "plain", () -> showImport());
    bring.setId("import-account");
    var receive =
        Build.button(
            ui.text("accounts.receive"),
            "fth-arrow-down-left",
            "plain",
            () ->
                model.rows().stream().findFirst().map(AccountRow::entry).ifPresent(ways.account()));
    receive.setId("receive");
    var sending = Build.button(ui.text("nav.send"), "fth-arrow-up-right", "accent", ways.send());
    page.getChildren()
        .addAll(
            Build.head(ui.text("nav.accounts"), make, bring, receive, sending),
            new AccountStrips(ui, model, ways.details()),
            totals,
            aside,
            Build.column("panel flush", table.node()),
            Build.label(ui.text("accounts.recent"), "section-title"),
            recent);
  }

  private void showNew() {
    TextField name = new TextField();
    name.setId("account-name");
    name.setPromptText(ui.text("accounts.name"));
    name.setPrefWidth(280);
    Runnable make =
        () -> {
          model.newAccount(name.getText());
          back();
        };
    name.setOnAction(e -> make.run());
    aside.open(
        Build.column(
            "panel",
            Build.label(ui.text("accounts.new"), "section-title"),
            Build.row(
                8,
                name,
                Build.button(ui.text("accounts.make"), "accent", make),
                Build.button(ui.text("action.cancel"), "plain", this::back))));
    name.requestFocus();
  }

  private void showImport() {
    bring(new Brought(ImportViewModel.Kind.KEY, ""));
  }

  /// Opens the form for something from elsewhere.
  void bring(Brought what) {
    ImportViewModel importing = model.importing(this::imported);
    importing.kind().set(what.kind());
    importing.file().set(what.file());
    aside.open(new ImportPanel(ui, importing, this::back));
  }

  private void imported(String told) {
    back();
    model.imported(told);
  }

  @Override
  public boolean back() {
    boolean open = aside.isVisible();
    aside.close();
    return open;
  }

  @Override
  public Parent node() {
    return page;
  }

  /// Puts the focus on an account.
  void focus(AccountEntry entry) {
    table.focus(entry);
  }

  @Override
  public void shown() {
    model.start();
    tokens.start();
    elsewhere.ifPresent(OthersViewModel::start);
    hidden.ifPresent(HiddenViewModel::start);
  }

  @Override
  public void hidden() {
    model.stop();
    tokens.stop();
    elsewhere.ifPresent(OthersViewModel::stop);
    hidden.ifPresent(HiddenViewModel::stop);
  }

  @Override
  public void redraw() {
    totals.show();
    elsewhereShown.ifPresent(OthersPanel::redraw);
    recent.show(model.recent());
    table.redraw();
  }

  @Override
  public void refresh() {
    model.read();
    tokens.again();
    elsewhere.ifPresent(OthersViewModel::start);
  }
}
