package io.belay.app.accounts;

import io.belay.app.control.Build;
import io.belay.app.control.Strip;
import io.belay.app.control.TxLines;
import io.belay.app.fx.Page;
import io.belay.app.fx.Ui;
import io.belay.base.TxHash;
import io.belay.core.send.TxRecord;
import io.belay.core.store.AccountEntry;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// The page of one account.
final class AccountView implements Page {
  /// Where the page leads.
  ///
  /// @param back to the list
  /// @param send to the form, paying from the account
  /// @param activity to all that the account did
  /// @param open to a transaction
  record Ways(
      Runnable back,
      Consumer<AccountEntry> send,
      Consumer<AccountEntry> activity,
      Consumer<TxHash> open) {}

  private final Ui ui;
  private final AccountModels models;
  private final AccountViewModel model;
  private final Ways ways;
  private final VBox page = Build.column("page");
  private final VBox strips = new VBox(8);
  private final VBox head = new VBox(4);
  private final ReceivePanel receive;
  private final AccountSettings settings;
  private final TokensPanel tokens;
  private final AccountBalances balances;
  private final TxLines latest;
  private final Button back;

  AccountView(Ui ui, AccountModels models, Ways ways) {
    this.ui = ui;
    this.models = models;
    this.model = models.account();
    this.ways = ways;
    this.back = Build.button(ui.text("account.all"), "fth-arrow-left", "link", ways.back());
    back.setId("account-back");
    this.receive =
        new ReceivePanel(
            ui, models.receive(), model.hasFaucet() ? Optional.of(model::fund) : Optional.empty());
    this.settings = new AccountSettings(ui, model);
    this.balances = new AccountBalances(ui, model, models.others());
    this.tokens = new TokensPanel(ui, models.tokens(), models.adding(), model.now());
    this.latest = new TxLines(ui, model::says, ways.open());
    latest.sayWhenEmpty(ui.text("account.activity.empty", model.chain().name()));
    Button all = Build.button(ui.text("account.activity.all"), "link", () -> go(ways.activity()));
    all.setId("account-activity");
    page.getChildren()
        .addAll(
            Build.row(0, back),
            strips,
            head,
            receive,
            Build.label(ui.text("account.balances"), "section-title"),
            balances,
            tokens,
            Build.row(
                8, Build.label(ui.text("account.activity"), "section-title"), Build.spring(), all),
            latest,
            Build.label(ui.text("account.settings"), "section-title"),
            settings);
    model.account().addListener((o, was, is) -> is.ifPresent(this::showAccount));
    model.hidden().addListener((o, was, is) -> model.account().get().ifPresent(this::showHead));
    model.latest().addListener((ListChangeListener<TxRecord>) c -> latest.show(model.latest()));
    model.problem().addListener((o, was, is) -> showStrips());
    model.notice().addListener((o, was, is) -> showStrips());
    models
        .tokens()
        .holdings()
        .addListener((ListChangeListener<Holding>) c -> models.receive().offer());
    showStrips();
  }

  private void go(Consumer<AccountEntry> way) {
    model.account().get().ifPresent(way);
  }

  private void showAccount(AccountEntry entry) {
    showHead(entry);
    receive.show(entry);
    settings.show(entry);
    balances.show();
  }

  private void showHead(AccountEntry entry) {
    HBox title = Build.head(entry.name());
    if (model.hidden().get()) {
      title.getChildren().add(1, Build.label(ui.text("account.hidden"), "tag"));
    } else if (!entry.isWatched()) {
      title.getChildren().add(sending()); // the form offers only what is on the list
    }
    head.getChildren().setAll(title, Build.wrapped(model.kind(), "muted"));
  }

  private Node sending() {
    Button send =
        Build.button(
            ui.text("account.send"), "fth-arrow-up-right", "accent", () -> go(ways.send()));
    send.setId("account-send");
    return send;
  }

  private void showStrips() {
    strips.getChildren().clear();
    if (!model.problem().get().isEmpty()) {
      strips.getChildren().add(Strip.danger(model.problem().get(), ""));
    }
    if (!model.notice().get().isEmpty()) {
      strips.getChildren().add(Strip.note(model.notice().get(), ""));
    }
    Build.present(strips, !strips.getChildren().isEmpty());
  }

  /// Shows an account from now on.
  void show(AccountEntry entry) {
    models.receive().clear();
    model.show(entry);
  }

  /// Puts the focus where the page begins.
  void focus() {
    back.requestFocus();
  }

  @Override
  public Parent node() {
    return page;
  }

  @Override
  public void shown() {
    models.start();
  }

  @Override
  public void hidden() {
    tokens.end(); // the focus is where the person went
    models.stop();
  }

  @Override
  public void refresh() {
    models.start();
  }

  @Override
  public boolean back() {
    return tokens.close();
  }

  @Override
  public void redraw() {
    balances.show();
    tokens.show();
    latest.show(model.latest());
  }
}
