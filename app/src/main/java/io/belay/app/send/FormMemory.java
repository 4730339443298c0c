package io.belay.app.send;

import io.belay.app.fx.Ui;
import io.belay.base.WalletException;
import io.belay.core.track.ChainSession;
import java.util.ArrayList;
import java.util.List;

/// Remembers the form that may be signed next, with its intent's id, until it is signed or given
/// up. After a crash the form is that payment again, or says that it was made.
final class FormMemory {
  private final Ui ui;
  private final ChainSession session;
  private final Drafts drafts;
  private final SendForm form;
  private final SendMessages messages;
  private final List<Runnable> waiting = new ArrayList<>();
  private boolean asked;
  private boolean recalled;

  FormMemory(Ui ui, ChainSession session, Drafts drafts, SendForm form, SendMessages messages) {
    this.ui = ui;
    this.session = session;
    this.drafts = drafts;
    this.form = form;
    this.messages = messages;
  }

  /// What writes the form down as it is now; to be done in the background.
  Runnable keeping() {
    SavedForm typed = form.saved();
    return () -> drafts.keep(typed);
  }

  /// Forgets the form: it was signed, or given up.
  void forget(String id) {
    ui.background()
        .run(
            () -> {
              drafts.drop(id);
              return id;
            },
            gone -> {},
            messages::failed);
  }

  /// Brings back what a crash left, once the accounts are there.
  void recall() {
    if (!asked && !form.accounts().isEmpty()) {
      asked = true;
      ui.background()
          .run(
              drafts::read,
              left -> {
                left.ifPresent(this::restore);
                recalled();
              },
              (WalletException e) -> recalled());
    }
  }

  private void recalled() {
    recalled = true;
    waiting.forEach(Runnable::run);
    waiting.clear();
  }

  /// Whether what a crash left is back, as far as there is anybody whose it could be.
  ///
  /// @param later done once it is, where it is not yet
  boolean isRecalled(Runnable later) {
    boolean back = recalled || form.accounts().isEmpty();
    if (!back) {
      waiting.add(later);
    }
    return back;
  }

  private void restore(SavedForm left) {
    boolean signed =
        session.activity().get().stream().anyMatch(r -> r.intentId().equals(left.id()));
    if (signed) {
      forget(left.id());
      messages.tell("made");
    } else if (form.isBlank() && isHere(left)) {
      form.restore(left);
      messages.tell("restored");
    }
  }

  /// Another vault's form is none of this one's business.
  private boolean isHere(SavedForm left) {
    return form.accounts().stream()
        .anyMatch(entry -> entry.ref().address().toString().equals(left.from()));
  }
}
