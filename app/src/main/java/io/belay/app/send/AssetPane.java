package io.belay.app.send;

import io.belay.app.control.AddressField;
import io.belay.app.control.Build;
import io.belay.app.control.Checked;
import io.belay.app.control.FullAddress;
import io.belay.app.control.NamesakeStrip;
import io.belay.app.control.WaitLine;
import io.belay.app.fx.Phrases;
import io.belay.app.fx.Ui;
import io.belay.app.send.AssetChoice.Option;
import io.belay.base.Address;
import io.belay.core.money.Asset;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/// Chooses what is sent: the currency, a well-known token, or a token by its contract.
final class AssetPane extends VBox {
  private final Ui ui;
  private final AssetChoice choice;
  private final VBox told = new VBox(4);

  AssetPane(Ui ui, AssetChoice choice) {
    super(6);
    this.ui = ui;
    this.choice = choice;
    Node contract =
        Build.formRow(
            ui.text("asset.contract"),
            new AddressField(
                ui, "contract", ui.text("asset.contract"), choice.contract(), at -> ""));
    Build.present(contract, false);
    choice
        .option()
        .addListener((o, was, is) -> Build.present(contract, is instanceof Option.ByContract));
    getChildren()
        .addAll(
            list(),
            contract,
            told,
            new WaitLine(
                ui, choice.asking(), ui.text("asset.asking"), "stop-asking", choice::stop));
    choice.asset().addListener((o, was, is) -> tell());
    choice.problem().addListener((o, was, is) -> tell());
    tell();
  }

  private ComboBox<Option> list() {
    ComboBox<Option> box = new ComboBox<>(choice.options());
    box.setId("asset");
    box.setAccessibleText(ui.text("send.asset"));
    box.setMaxWidth(Double.MAX_VALUE);
    box.setConverter(new Named(ui));
    box.valueProperty().bindBidirectional(choice.option());
    return box;
  }

  private void tell() {
    told.getChildren().clear();
    Optional<Asset> token = choice.asset().get().filter(Asset::isToken);
    token.ifPresent(this::tell);
    // what is wrong with the address itself stands at its field
    Optional.of(choice.problem().get())
        .filter(problem -> !problem.isEmpty() && !isTyped())
        .ifPresent(problem -> told.getChildren().add(problem(problem)));
    Build.present(told, !told.getChildren().isEmpty());
  }

  private boolean isTyped() {
    return choice.option().get() instanceof Option.ByContract
        && Checked.address(choice.contract().get(), ui.words()).value().isEmpty();
  }

  private Node problem(String text) {
    return Build.row(
        8,
        Build.wrapped(text, "problem"),
        Build.button(ui.text("asset.again"), "link", choice::look));
  }

  private void tell(Asset token) {
    if (!(choice.option().get() instanceof Option.ByContract)) {
      token.contract().map(FullAddress::new).ifPresent(told.getChildren()::add);
    }
    told.getChildren()
        .add(
            Build.wrapped(
                ui.text("asset.told", token.symbol(), token.decimals()), "muted", "caption"));
    choice.namesake().ifPresent(real -> told.getChildren().add(NamesakeStrip.of(ui, token, real)));
  }

  private static final class Named extends StringConverter<Option> {
    private final Ui ui;

    private Named(Ui ui) {
      this.ui = ui;
    }

    @Override
    public String toString(Option option) {
      return switch (option) {
        case null -> "";
        case Option.Currency(Asset asset) -> ui.text("asset.currency", asset.symbol());
        case Option.Added added ->
            ui.text("asset.added", added.token().asset().symbol(), Phrases.brief(added.contract()));
        case Option.WellKnown(String symbol, Address at) -> symbol;
        case Option.ByContract() -> ui.text("asset.other");
      };
    }

    @Override
    public Option fromString(String text) {
      throw new UnsupportedOperationException("the list is not editable");
    }
  }
}
