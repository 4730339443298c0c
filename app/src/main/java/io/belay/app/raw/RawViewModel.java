package io.belay.app.raw;

import io.belay.app.control.EvidenceLine;
import io.belay.app.control.EvidenceLines;
import io.belay.app.control.Known;
import io.belay.app.fx.Ui;
import io.belay.base.TxHash;
import io.belay.base.WalletException;
import io.belay.core.send.AttemptRow;
import io.belay.core.send.BroadcastReport;
import io.belay.core.state.State;
import io.belay.core.store.AccountEntry;
import io.belay.core.track.ChainSession;
import io.belay.core.tx.DecodedTransaction;
import io.belay.core.tx.RawParts;
import io.belay.core.tx.RawText;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// A raw transaction from its text to what the endpoints say of it.
public final class RawViewModel {
  /// Where it stands.
  public enum Step {
    /// It is being put in and looked at.
    OPEN,
    /// It is on its way.
    SENDING
  }

  private final Ui ui;
  private final ChainSession session;
  private final State<List<AccountEntry>> accounts;
  private final Consumer<TxHash> followed;
  private final StringProperty text = new SimpleStringProperty("");
  private final StringProperty file = new SimpleStringProperty("");
  private final StringProperty problem = new SimpleStringProperty("");
  private final ObjectProperty<Step> step = new SimpleObjectProperty<>(Step.OPEN);
  private final ObjectProperty<Optional<RawWords>> shown =
      new SimpleObjectProperty<>(Optional.empty());
  private final ObjectProperty<Optional<BroadcastReport.Verdict>> verdict =
      new SimpleObjectProperty<>(Optional.empty());
  private final ObservableList<AttemptRow> answers = FXCollections.observableArrayList();

  /// @param accounts of the open vault
  /// @param followed told the hash of what joined the journal
  public RawViewModel(
      Ui ui, ChainSession session, State<List<AccountEntry>> accounts, Consumer<TxHash> followed) {
    this.ui = ui;
    this.session = session;
    this.accounts = accounts;
    this.followed = followed;
    text.addListener((o, was, is) -> decode(is));
  }

  /// The bytes in hexadecimal, as they are put in.
  public StringProperty text() {
    return text;
  }

  /// The name of a file to open.
  public StringProperty file() {
    return file;
  }

  /// What is wrong with the text or the file, or blank.
  public ReadOnlyStringProperty problem() {
    return problem;
  }

  /// Where it stands.
  public ReadOnlyObjectProperty<Step> step() {
    return step;
  }

  /// The transaction, once the text is one.
  ReadOnlyObjectProperty<Optional<RawWords>> shown() {
    return shown;
  }

  /// What may be said of it after it was sent.
  public ReadOnlyObjectProperty<Optional<BroadcastReport.Verdict>> verdict() {
    return verdict;
  }

  /// What endpoints answered, as it comes.
  public ObservableList<AttemptRow> answers() {
    return answers;
  }

  /// A line for each endpoint that answered.
  List<EvidenceLine> evidence() {
    return EvidenceLines.of(answers, session.connectivity().get());
  }

  private void decode(String typed) {
    answers.clear();
    verdict.set(Optional.empty());
    problem.set("");
    if (typed.isBlank()) {
      shown.set(Optional.empty());
      return;
    }
    try {
      DecodedTransaction tx = DecodedTransaction.of(RawText.parse(typed));
      Optional<AccountEntry> sender =
          accounts.get().stream()
              .filter(entry -> entry.ref().address().equals(tx.from()))
              .findFirst();
      shown.set(
          Optional.of(
              new RawWords(
                  ui.words().unveiled(),
                  session.chain(),
                  new Known(session.chain().currency(), session.knownTokens().get()),
                  tx,
                  sender)));
    } catch (WalletException e) {
      shown.set(Optional.empty());
      problem.set(ui.words().error(e));
    }
  }

  /// Reads the file: text, bytes, or a picture of a QR code.
  public void open() {
    if (isBusy() || file.get().isBlank()) {
      return;
    }
    String name = file.get();
    problem.set("");
    ui.background()
        .run(() -> RawInput.read(name), this::put, e -> problem.set(ui.words().error(e)));
  }

  /// Puts a text in: a part beside the parts that are there, anything else in their place. While
  /// one is on its way the next has to wait, or the answers to that one would stand under another.
  public void put(String given) {
    if (isBusy()) {
      return;
    }
    String before = text.get();
    boolean more = RawParts.isPart(given) && RawParts.isPart(before);
    text.set(more ? before.strip() + "\n" + given.strip() : given);
  }

  private boolean isBusy() {
    boolean sending = step.get() == Step.SENDING;
    if (sending) {
      problem.set(ui.text("raw.busy"));
    }
    return sending;
  }

  /// Forgets what was put in.
  public void clear() {
    if (step.get() == Step.OPEN) {
      text.set("");
      file.set("");
      problem.set("");
    }
  }

  private void failed(WalletException e) {
    step.set(Step.OPEN);
    problem.set(ui.words().error(e));
  }

  /// Whether what is shown can be sent now.
  public boolean isSendable() {
    return step.get() == Step.OPEN && shown.get().filter(RawWords::isSendable).isPresent();
  }

  /// Sends what is shown: an own account's by the journal, which follows it; anybody else's once.
  public void broadcast() {
    shown.get().filter(words -> isSendable()).ifPresent(this::send);
  }

  private void send(RawWords words) {
    step.set(Step.SENDING);
    problem.set("");
    answers.clear();
    verdict.set(Optional.empty());
    if (words.isFollowed()) {
      ui.background().run(() -> adopted(words), this::adopted, this::failed);
    } else {
      // not kept for cancelling: what has begun to leave is heard to its end
      ui.background()
          .run(() -> session.broadcast(words.tx().signed(), this::heard), this::said, this::failed);
    }
  }

  private TxHash adopted(RawWords words) {
    if (!session.adopt(words.tx())) {
      throw new WalletException("bad-raw-transaction", "the journal cannot follow this kind");
    }
    return words.tx().signed().hash();
  }

  private void adopted(TxHash hash) {
    step.set(Step.OPEN);
    clear();
    followed.accept(hash);
  }

  private void heard(AttemptRow row) {
    ui.background()
        .onUi(() -> {
          answers.removeIf(before -> before.endpoint().equals(row.endpoint()));
          answers.add(row);
        });
  }

  private void said(BroadcastReport report) {
    step.set(Step.OPEN);
    problem.set("");
    verdict.set(Optional.of(report.verdict()));
  }

  /// The key of what may be said of it.
  static String key(BroadcastReport.Verdict verdict) {
    return "raw.said." + verdict.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
