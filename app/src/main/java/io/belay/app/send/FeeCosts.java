package io.belay.app.send;

import io.belay.app.control.Checked;
import io.belay.app.fx.Phrases;
import io.belay.app.fx.Ui;
import io.belay.core.fee.FeeBasis;
import io.belay.core.fee.FeeChoice;
import io.belay.core.fee.FeeGuard;
import io.belay.core.fee.FeeOracle;
import io.belay.core.fee.FeeQuote;
import io.belay.core.money.Asset;
import io.belay.core.money.Wei;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;

/// What a choice of fee costs and how long it waits, in words; about, as the fee that is signed is
/// worked out for the review. Pure.
///
/// @param currency what fees are paid in
/// @param basis what fees are worked out from; empty where nobody tells
/// @param gas how much of it this payment takes; empty where that is not known
/// @param value wei that are sent, which a fee is held against; empty for none
/// @param whole whether all of the currency is sent, whose fee is reckoned otherwise
record FeeCosts(
    Ui ui,
    Asset currency,
    Optional<FeeBasis> basis,
    Optional<Long> gas,
    Optional<Wei> value,
    boolean whole) {
  private static final MathContext THREE_DIGITS = new MathContext(3);

  /// Of a pace: `0.00021 ETH, about 24 s`.
  String pace(FeeChoice.Pace pace) {
    return basis.map(known -> cost(quote(pace, known))).orElseGet(() -> ui.text("fee.unknown"));
  }

  /// Of own figures, and what there is to say of them; blank until both are right.
  String own(Checked<FeeChoice> choice) {
    if (choice.value().isEmpty() || basis.isEmpty()) {
      return choice.value().isEmpty() ? "" : ui.text("fee.unknown");
    }
    FeeQuote quote = quote(choice.value().get(), basis.get());
    String wait = span(quote);
    if (quote.maxFeePerGas().compareTo(quote.nextBaseFee()) < 0) {
      return ui.text("fee.own.low", gwei(quote.nextBaseFee()), wait);
    }
    return (cost(quote) + judged(quote)).strip();
  }

  private String judged(FeeQuote quote) {
    return gas.map(units ->
            switch (FeeGuard.judge(quote, units, basis, value)) {
              case USUAL -> "";
              case HIGH -> ". " + ui.text("fee.own.high");
              case EXTREME -> ". " + ui.text("fee.own.extreme");
            })
        .orElse("");
  }

  private FeeQuote quote(FeeChoice choice, FeeBasis known) {
    return whole ? FeeOracle.spentWhole(choice, known) : FeeOracle.quote(choice, known);
  }

  private String cost(FeeQuote quote) {
    String wait = span(quote);
    return gas.map(units -> ui.text("fee.cost", about(currency, quote.expected(units)), wait))
        .orElseGet(() -> ui.text("fee.price", gwei(price(quote)), wait));
  }

  private static Wei price(FeeQuote quote) {
    return quote.expected(1);
  }

  private String span(FeeQuote quote) {
    return new Phrases(ui.words()).span(quote.expectedWait());
  }

  private static String gwei(Wei wei) {
    return rounded(new BigDecimal(wei.value(), 9));
  }

  private static String about(Asset asset, Wei wei) {
    return rounded(new BigDecimal(wei.value(), asset.decimals())) + " " + asset.symbol();
  }

  private static String rounded(BigDecimal exact) {
    return exact.signum() == 0
        ? "0"
        : exact.round(THREE_DIGITS).stripTrailingZeros().toPlainString();
  }
}
