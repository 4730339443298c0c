package io.belay.app.send;

import io.belay.app.control.Build;
import io.belay.app.control.FullAddress;
import io.belay.app.control.Known;
import io.belay.app.control.ObservedLabel;
import io.belay.app.control.TxWords;
import io.belay.app.fx.Phrases;
import io.belay.app.fx.Ui;
import io.belay.base.Address;
import io.belay.core.chain.Chain;
import io.belay.core.decode.Meaning;
import io.belay.core.fee.FeeQuote;
import io.belay.core.money.Asset;
import io.belay.core.money.Wei;
import io.belay.core.send.SendPlan;
import io.belay.core.tx.UnsignedTransaction;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Exactly what is signed, field by field.
final class ReviewFacts extends VBox {
  private static final int SHORT_DATA = 2 + 2 * 100;

  private final Ui ui;
  private final SendPlan plan;
  private final Review review;
  private final Chain chain;
  private final PayeeWords payees;
  private final TxWords says;
  private final int groups;

  ReviewFacts(Ui ui, SendViewModel model, SendPlan plan, Review review) {
    this.ui = ui;
    this.plan = plan;
    this.review = review;
    this.chain = model.session().chain();
    this.payees = model.says().payees();
    this.says =
        TxWords.open(ui.words(), new Known(chain.currency(), model.session().knownTokens().get()));
    this.groups = model.session().connectivity().get().groups();
    getStyleClass().add("panel");
    UnsignedTransaction tx = review.transaction();
    what(tx);
    who(tx);
    fee(tx);
    fact("review.nonce", known(String.valueOf(tx.nonce()), plan.nonce()));
    outcome();
    carried();
    getChildren().add(bytes());
  }

  private void fact(String name, Node value) {
    HBox fact = Build.fact(ui.words().get(name), value);
    if (value instanceof VBox) {
      fact.setAlignment(javafx.geometry.Pos.TOP_LEFT);
    }
    getChildren().add(fact);
  }

  private void fact(String name, String value) {
    fact(name, Build.wrapped(value));
  }

  private HBox known(String value, io.belay.core.state.Observed<?> how) {
    return Build.row(10, Build.wrapped(value), new ObservedLabel(ui, how, groups));
  }

  private void what(UnsignedTransaction tx) {
    String money = chain.currency().amount(tx.value()).toString();
    String amount = review.amount().map(Object::toString).orElse(money);
    fact("review.amount", Build.label(amount, "section-title"));
    Asset asset = plan.intent().amount().asset();
    asset
        .contract()
        .ifPresent(at ->
            fact(
                "review.token",
                new VBox(
                    2,
                    new FullAddress(at),
                    Build.wrapped(
                        ui.text("asset.told", asset.symbol(), asset.decimals()),
                        "muted",
                        "caption"))));
  }

  private void who(UnsignedTransaction tx) {
    Address payer = plan.intent().from().address();
    boolean isTransfer = review.amount().isPresent();
    Address to = isTransfer ? review.meaning().payee() : tx.to();
    fact(
        isTransfer ? "review.to" : "review.called",
        named(to, payees.known(to, Optional.of(payer))));
    fact("review.from", named(payer, payees.name(payer).orElse("")));
    fact("review.chain", ui.text("review.chain.value", chain.name(), tx.chainId()));
    if (!isTransfer) {
      Address gains = review.meaning().payee();
      if (!gains.equals(to)) {
        fact("review.gains", named(gains, payees.known(gains, Optional.of(payer))));
      }
      if (!(review.meaning() instanceof Meaning.Payment)) {
        fact("review.does", says.meaning(tx, payer));
      }
      fact("review.data", data(tx));
    }
  }

  private static Node named(Address who, String words) {
    VBox box = new VBox(2, new FullAddress(who));
    if (!words.isEmpty()) {
      box.getChildren().add(Build.wrapped(words, "muted", "caption"));
    }
    return box;
  }

  private Node data(UnsignedTransaction tx) {
    boolean isShort = tx.data().length() <= SHORT_DATA;
    return Build.wrapped(
        isShort
            ? tx.data()
            : ui.text("review.data.long", Phrases.count(tx.data().length() / 2 - 1)),
        isShort ? "mono" : "muted");
  }

  private void fee(UnsignedTransaction tx) {
    FeeQuote quote = plan.fee();
    Asset asset = chain.currency();
    fact(
        "review.fee",
        ui.text(
            "review.fee.value", asset.amount(review.atMost()), asset.amount(review.expected())));
    if (quote.dataFee().value().signum() > 0) {
      fact(
          "review.datafee",
          ui.text(
              "review.datafee.value",
              asset.amount(quote.dataFee()),
              asset.amount(quote.dataFeeAtMost())));
    }
    fact(
        "review.price",
        ui.text(
            tx.legacy() ? "review.price.one" : "review.price.value",
            Phrases.count(tx.gasLimit()),
            tx.maxFeePerGas().toGwei(),
            tx.maxPriorityFeePerGas().toGwei()));
    fact(
        "review.wait",
        ui.text("review.wait.value", new Phrases(ui.words()).span(quote.expectedWait())));
  }

  private void outcome() {
    fact(
        "review.simulated",
        new SimulatedPane(ui, plan, chain, review.meaning().payee(), payees, groups));
    Asset sent = plan.intent().amount().asset();
    if (sent.isToken()) {
      fact(
          "review.balance.token",
          known(text(sent, plan.assetBalance().maybe()), plan.assetBalance()));
    }
    Asset asset = chain.currency();
    fact(
        "review.balance",
        known(
            ui.text(
                "review.balance.value",
                text(asset, plan.balance().maybe()),
                text(asset, plan.balanceAfter())),
            plan.balance()));
  }

  private static String text(Asset asset, Optional<Wei> wei) {
    return wei.map(w -> asset.amount(w).toString()).orElse("—");
  }

  private void carried() {
    Review.Carried carried = review.carried();
    if (plan.intent().privately()) {
      fact("review.private", ui.text("review.private.value"));
    }
    fact("review.through", operators(carried.through(), "review.through.none"));
    if (!carried.reserve().isEmpty()) {
      fact("review.reserve", operators(carried.reserve(), ""));
    }
    if (!carried.down().isEmpty()) {
      fact("review.down", operators(carried.down(), ""));
    }
  }

  private String operators(List<String> names, String none) {
    return names.isEmpty() ? ui.words().get(none) : String.join(" · ", names);
  }

  private TitledPane bytes() {
    TextArea area = new TextArea(review.bytes());
    area.getStyleClass().add("bytes");
    area.setAccessibleText(ui.text("review.bytes", review.size()));
    area.setEditable(false);
    area.setWrapText(true);
    area.setPrefRowCount(4);
    TitledPane pane = new TitledPane(ui.text("review.bytes", review.size()), area);
    pane.setId("bytes");
    pane.setExpanded(false);
    pane.setAnimated(false);
    return pane;
  }
}
