package io.belay.app.cli;

import io.belay.base.Hex;
import io.belay.base.WalletException;
import io.belay.core.fee.FeeChoice;
import io.belay.core.money.Amount;
import io.belay.core.money.Asset;
import io.belay.core.money.Wei;
import io.belay.core.send.TransferIntent;
import io.belay.core.send.TxState;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import picocli.CommandLine.Option;

/// What `send` is told, as text and as an intent.
final class SendOptions {
  private static final List<TxState> WAITS =
      List.of(TxState.ACCEPTED, TxState.SEEN, TxState.INCLUDED, TxState.SAFE, TxState.FINAL);

  @Option(names = "--from", paramLabel = "A", required = true, description = "the paying account")
  String from = "";

  @Option(names = "--to", paramLabel = "B", required = true, description = "the recipient")
  String to = "";

  @Option(
      names = "--amount",
      paramLabel = "N",
      required = true,
      description = "how much, such as 0.1; all for everything there is")
  String amount = "";

  @Option(
      names = "--token",
      paramLabel = "T",
      description = "a token's contract, or the symbol of a well-known one")
  Optional<String> token = Optional.empty();

  @Option(names = "--fee", paramLabel = "slow|normal|fast", description = "how soon")
  Optional<String> fee = Optional.empty();

  @Option(names = "--max-fee", paramLabel = "GWEI", description = "most to pay per gas")
  Optional<String> maxFee = Optional.empty();

  @Option(names = "--priority-fee", paramLabel = "GWEI", description = "of it, for the producer")
  Optional<String> priorityFee = Optional.empty();

  @Option(names = "--gas", paramLabel = "N", description = "gas limit")
  Optional<String> gas = Optional.empty();

  @Option(names = "--nonce", paramLabel = "N", description = "nonce")
  Optional<String> nonce = Optional.empty();

  @Option(names = "--data", paramLabel = "HEX", description = "call data")
  String data = "0x";

  @Option(
      names = "--id",
      paramLabel = "KEY",
      description = "your name for this payment: given again, it never pays twice")
  Optional<String> id = Optional.empty();

  @Option(
      names = "--private",
      description = {
        "send it to private relays only, never to a public pool; without one nothing is signed.",
        "What is read to plan it, the trial included, still asks the usual endpoints."
      })
  boolean privately;

  @Option(names = "--dry-run", description = "show what would be signed and stop")
  boolean dryRun;

  @Option(names = "--yes", description = "sign without asking")
  boolean yes;

  @Option(
      names = "--confirm-fee",
      paramLabel = "FIGURE",
      description = "the figure that an unusually high fee has to be confirmed by")
  Optional<String> confirmFee = Optional.empty();

  @Option(
      names = "--wait",
      paramLabel = "STATE",
      description = "none, accepted, seen, included (default), safe or final")
  String waitFor = "included";

  @Option(names = "--timeout", paramLabel = "S", description = "seconds to wait (180)")
  String timeout = "180";

  /// What to wait for; empty for not at all.
  ///
  /// @throws WalletException `usage`
  Optional<TxState> awaited() {
    if (waitFor.equals("none")) {
      return Optional.empty();
    }
    return Optional.of(
        WAITS.stream()
            .filter(state -> state.word().equals(waitFor))
            .findFirst()
            .orElseThrow(() ->
                new WalletException(
                    "usage", "--wait is none, accepted, seen, included, safe or final")));
  }

  /// How long to wait.
  Duration patience() {
    return Numbers.seconds(timeout, "--timeout");
  }

  /// The payment that is meant.
  ///
  /// @param asset what is sent
  /// @throws WalletException for each part that is wrong, in the order of the options
  TransferIntent intent(Asset asset, Accounts accounts) {
    return new TransferIntent(
        TransferIntent.idOr(id),
        accounts.withKey(from).ref(),
        accounts.address(to),
        new Amount(asset, isAll() ? Wei.ZERO : Amount.parse(amount, asset.decimals())),
        isAll(),
        choice(),
        number(gas, "--gas", 21_000, 1_000_000_000),
        number(nonce, "--nonce", 0, Long.MAX_VALUE - 1),
        Hex.encode(Hex.decode(data)),
        privately);
  }

  private boolean isAll() {
    return amount.strip().equalsIgnoreCase("all");
  }

  private FeeChoice choice() {
    if (maxFee.isEmpty()) {
      if (priorityFee.isPresent()) {
        throw new WalletException("usage", "--priority-fee goes with --max-fee");
      }
      return pace();
    }
    if (fee.isPresent()) {
      throw new WalletException("usage", "either --fee or --max-fee, not both");
    }
    Wei most = Wei.ofGwei(maxFee.get());
    Wei tip = priorityFee.map(Wei::ofGwei).orElse(Wei.of(1_000_000_000L));
    return new FeeChoice.Custom(
        most, priorityFee.isEmpty() && tip.compareTo(most) > 0 ? most : tip);
  }

  private FeeChoice pace() {
    return switch (fee.orElse("normal").toLowerCase(Locale.ROOT)) {
      case "slow" -> FeeChoice.Pace.SLOW;
      case "normal" -> FeeChoice.Pace.NORMAL;
      case "fast" -> FeeChoice.Pace.FAST;
      default -> throw new WalletException("usage", "--fee is slow, normal or fast");
    };
  }

  private static OptionalLong number(Optional<String> text, String what, long least, long most) {
    return text.isEmpty()
        ? OptionalLong.empty()
        : OptionalLong.of(Numbers.whole(text.get(), what, least, most));
  }
}
