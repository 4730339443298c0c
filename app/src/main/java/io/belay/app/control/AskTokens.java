package io.belay.app.control;

import io.belay.app.fx.Ui;
import io.belay.base.Address;
import io.belay.core.decode.Meaning;
import io.belay.core.send.TxRecord;
import io.belay.core.state.State;
import io.belay.core.token.KnownToken;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Asks tokens that a list of transactions calls what they are, each once. Where nobody tells, the
/// list says so itself: its amounts stay in smallest units.
public final class AskTokens {
  /// Asks a contract what it is; whoever does so remembers what it said.
  public interface Ask {
    /// Asks.
    Object of(String contract) throws InterruptedException;
  }

  private final Ui ui;
  private final State<Map<Address, KnownToken>> known;
  private final Ask ask;
  private final Set<Address> asked = new HashSet<>();

  /// @param known the tokens that were asked
  public AskTokens(Ui ui, State<Map<Address, KnownToken>> known, Ask ask) {
    this.ui = ui;
    this.known = known;
    this.ask = ask;
  }

  /// Asks about those that nothing is known of.
  public void about(List<TxRecord> records) {
    about(called(records));
  }

  /// As above, where it was looked through before.
  ///
  /// @param tokens from [#called]
  public void about(Set<Address> tokens) {
    for (Address token : tokens) {
      if (!known.get().containsKey(token) && asked.add(token)) {
        ui.background().run(() -> ask.of(token.toString()), told -> {}, e -> {});
      }
    }
  }

  /// The tokens that these transactions call.
  public static Set<Address> called(List<TxRecord> records) {
    Set<Address> tokens = new LinkedHashSet<>();
    for (TxRecord record : records) {
      if (Meaning.of(record.transaction())
          instanceof Meaning.TokenCall(Address token, var call, var value)) {
        tokens.add(token);
      }
    }
    return tokens;
  }
}
