package io.belay.app.accounts;

import io.belay.app.control.Build;
import io.belay.app.control.Chip;
import io.belay.app.control.Strip;
import io.belay.app.control.TxLines;
import io.belay.app.drill.FirstOutagePanel;
import io.belay.app.fx.Page;
import io.belay.app.fx.Ui;
import io.belay.base.TxHash;
import io.belay.core.money.Asset;
import io.belay.core.rpc.Connectivity;
import io.belay.core.send.TxRecord;
import io.belay.core.store.AccountEntry;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// The accounts page.
public final class AccountsView implements Page {
  private final Ui ui;
  private final AccountsViewModel model;
  private final Runnable send;
  private final VBox page = Build.column("page");
  private final VBox totals = new VBox();
  private final VBox strips = new VBox(8);
  private final VBox aside = new VBox();
  private final TxLines recent;
  private final Button more;
  private final AccountTable table;
  private Optional<OthersViewModel> elsewhere = Optional.empty();

  /// @param send leads to sending
  /// @param details leads to Connectivity
  /// @param open leads to a transaction
  public AccountsView(
      Ui ui, AccountsViewModel model, Runnable send, Runnable details, Consumer<TxHash> open) {
    this.ui = ui;
    this.model = model;
    this.send = send;
    this.recent = new TxLines(ui, model::says, open);
    this.more = Build.button(ui.text("trouble.more"), "link", details);
    this.table = new AccountTable(ui, model, this::showReceive);
    build();
    model.total().addListener((o, was, is) -> showTotal(is));
    model.problem().addListener((o, was, is) -> showStrips());
    model.connectivity().addListener((o, was, is) -> showStrips());
    model.notice().addListener((o, was, is) -> showStrips());
    model
        .recent()
        .addListener(
            (javafx.collections.ListChangeListener<TxRecord>) c -> recent.show(model.recent()));
    showTotal(model.total().get());
    showStrips();
    recent.show(model.recent());
  }

  /// With the accounts on the other networks below.
  public AccountsView with(OthersViewModel others) {
    elsewhere = Optional.of(others);
    page.getChildren().add(page.getChildren().size() - 2, new OthersPanel(ui, others, model.now()));
    return this;
  }

  /// With something to learn above the totals.
  public AccountsView with(FirstOutagePanel lesson) {
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
            () -> model.rows().stream().findFirst().ifPresent(row -> showReceive(row.entry())));
    receive.setId("receive");
    var sending = Build.button(ui.text("nav.send"), "fth-arrow-up-right", "accent", send);
    page.getChildren()
        .addAll(
            Build.head(ui.text("nav.accounts"), make, bring, receive, sending),
            strips,
            totals,
            aside,
            Build.column("panel flush", table.node()),
            Build.label(ui.text("accounts.recent"), "section-title"),
            recent);
    Build.present(aside, false);
  }

  private void showTotal(Total total) {
    Asset asset = model.chain().currency();
    Label sum = Build.label(total.text(ui.words(), asset), "total");
    HBox line = Build.row(8, sum, Build.label(asset.symbol(), "muted"));
    line.setAlignment(javafx.geometry.Pos.BASELINE_LEFT);
    VBox panel =
        Build.column("panel", line, new Chip(total.weakest(), total.known(ui.words(), asset)));
    panel.setMaxWidth(440);
    totals.getChildren().setAll(panel);
  }

  private void showStrips() {
    boolean focused = more.isFocused();
    strips.getChildren().clear();
    if (!model.problem().get().isEmpty()) {
      strips.getChildren().add(Strip.danger(model.problem().get(), ""));
    }
    for (String warning : model.warnings()) {
      String key = "vault.warning." + warning;
      strips.getChildren().add(Strip.advice(ui.text(key), ui.text(key + ".detail")));
    }
    if (model.isTroubled()) {
      strips.getChildren().add(trouble(model.connectivity().get()));
    }
    if (!model.notice().get().isEmpty()) {
      strips.getChildren().add(Strip.note(model.notice().get(), ""));
    }
    Build.present(strips, !strips.getChildren().isEmpty());
    if (focused) {
      more.requestFocus(); // a strip whose words changed is another one; its button is not
    }
  }

  private Strip trouble(Connectivity now) {
    String mode = now.mode().word();
    String title = ui.text("trouble." + mode, now.groups() - now.groupsUp(), now.groups());
    String detail = ui.text("trouble.detail." + mode, now.groupsUp());
    return now.mode() == Connectivity.Mode.DISPUTED || now.mode() == Connectivity.Mode.HALT
        ? Strip.danger(title, detail, more)
        : Strip.advice(title, detail, more);
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
    show(
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
    show(new ImportPanel(ui, model.importing(this::imported), this::back));
  }

  private void imported(String told) {
    back();
    model.imported(told);
  }

  private void showReceive(AccountEntry entry) {
    Optional<Runnable> fund =
        model.hasFaucet() ? Optional.of(() -> model.fund(entry)) : Optional.empty();
    show(new ReceivePanel(ui, entry, model.chain(), fund, this::back));
  }

  private void show(Parent panel) {
    aside.getChildren().setAll(panel);
    Build.present(aside, true);
  }

  @Override
  public boolean back() {
    boolean open = aside.isVisible();
    aside.getChildren().clear();
    Build.present(aside, false);
    return open;
  }

  @Override
  public Parent node() {
    return page;
  }

  @Override
  public void shown() {
    model.start();
    elsewhere.ifPresent(OthersViewModel::start);
  }

  @Override
  public void hidden() {
    model.stop();
    elsewhere.ifPresent(OthersViewModel::stop);
  }

  @Override
  public void redraw() {
    showTotal(model.total().get());
    recent.show(model.recent());
    table.redraw();
  }

  @Override
  public void refresh() {
    model.read();
    elsewhere.ifPresent(OthersViewModel::start);
  }
}
