package io.belay.app.sign;

import io.belay.app.control.Build;
import io.belay.app.control.FullAddress;
import io.belay.app.control.Strip;
import io.belay.app.fx.Ui;
import io.belay.base.Address;
import io.belay.base.ChainId;
import io.belay.core.decode.SigningRisk;
import io.belay.core.decode.SigningRisk.Code;
import io.belay.core.decode.SigningRisk.Weight;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;

/// What is to be known before signing, as strips.
record RiskStrips(Ui ui, OtherChains chains, String here) {
  List<Strip> of(List<SigningRisk> risks) {
    return risks.stream().map(this::strip).toList();
  }

  private Strip strip(SigningRisk risk) {
    String key = "sign.risk." + risk.code().word();
    String title = ui.text(key, withHere(risk.facts()));
    String detail = detail(risk, key);
    Node[] actions = turn(risk).stream().toArray(Node[]::new);
    Strip strip =
        risk.weight() == Weight.ADVICE
            ? Strip.advice(title, detail, actions)
            : Strip.danger(title, detail, actions);
    strip.setId("risk-" + risk.code().word());
    address(risk).ifPresent(who -> strip.showing(new FullAddress(who)));
    return strip;
  }

  private String detail(SigningRisk risk, String key) {
    boolean forEver = risk.code() == Code.NO_END && risk.facts().getFirst().isEmpty();
    return forEver
        ? ui.text("sign.risk.no-end.none")
        : ui.text(key + ".detail", withHere(risk.facts()));
  }

  /// The facts, and behind them the network that is looked at.
  private Object[] withHere(List<String> facts) {
    Object[] all = new Object[facts.size() + 1];
    facts.toArray(all);
    all[facts.size()] = here;
    return all;
  }

  private static Optional<Address> address(SigningRisk risk) {
    return switch (risk.code()) {
      case PERMIT,
          PERMIT2,
          EVERYTHING,
          TRANSFER,
          INNER_APPROVAL,
          SAFE,
          DELEGATECALL,
          CALL,
          OTHER_ACCOUNT,
          UNKNOWN_CONTRACT ->
          risk.facts().stream().filter(fact -> !fact.isEmpty()).findFirst().map(RiskStrips::parse);
      default -> Optional.empty();
    };
  }

  // a message may write an address without its capital letters, or with wrong ones
  private static Address parse(String text) {
    return Address.parse(text.toLowerCase(java.util.Locale.ROOT));
  }

  private Optional<Button> turn(SigningRisk risk) {
    if (risk.code() != Code.OTHER_CHAIN) {
      return Optional.empty();
    }
    ChainId chain = ChainId.of(Long.parseLong(risk.facts().getFirst()));
    return chains
        .name(chain)
        .map(name -> {
          Button button =
              Build.button(ui.text("sign.turn", name), "plain", () -> chains.turn(chain));
          button.setId("sign-turn");
          return button;
        });
  }
}
