package io.belay.app.control;

import io.belay.app.fx.Ui;
import io.belay.base.Address;
import io.belay.core.decode.Meaning;
import io.belay.core.send.TxRecord;
import io.belay.core.track.ChainSession;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Asks tokens that a list of transactions calls what they are, each once. Where nobody tells, the
/// list says so itself: its amounts stay in smallest units.
public final class AskTokens {
  private final Ui ui;
  private final ChainSession session;
  private final Set<Address> asked = new HashSet<>();

  /// Asks through this session.
  public AskTokens(Ui ui, ChainSession session) {
    this.ui = ui;
    this.session = session;
  }

  /// Asks about those that nothing is known of. Whoever shows them hears of it by
  /// [ChainSession#knownTokens].
  public void about(List<TxRecord> records) {
    for (TxRecord record : records) {
      if (Meaning.of(record.transaction()) instanceof Meaning.TokenCall(Address token, var c, var v)
          && !session.knownTokens().get().containsKey(token)
          && asked.add(token)) {
        ui.background().run(() -> session.token(token.toString()), told -> {}, e -> {});
      }
    }
  }
}
