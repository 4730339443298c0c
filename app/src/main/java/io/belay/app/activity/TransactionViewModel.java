package io.belay.app.activity;

import io.belay.app.control.EvidenceLine;
import io.belay.app.control.EvidenceLines;
import io.belay.app.control.Known;
import io.belay.app.control.TxWords;
import io.belay.app.fx.Phrases;
import io.belay.app.fx.Ui;
import io.belay.base.TxHash;
import io.belay.base.WalletException;
import io.belay.core.chain.Chain;
import io.belay.core.decode.RevertReason;
import io.belay.core.rpc.Connectivity;
import io.belay.core.send.AttemptRow;
import io.belay.core.send.Ladder;
import io.belay.core.send.Purpose;
import io.belay.core.send.TxRecord;
import io.belay.core.send.TxState;
import io.belay.core.store.AccountEntry;
import io.belay.core.store.LabelBook;
import io.belay.core.track.ChainSession;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// One transaction: how far it has come, what each endpoint said, what can be done.
public final class TransactionViewModel {
  private final Ui ui;
  private final ChainSession session;
  private final WaysOut ways;
  private final ObjectProperty<TxRecord> record;
  private final Supplier<Known> knows;
  private final ObjectProperty<Known> known;
  private final ObjectProperty<Optional<Ladder>> ladder =
      new SimpleObjectProperty<>(Optional.empty());
  private final ObjectProperty<Optional<RevertReason>> refusal =
      new SimpleObjectProperty<>(Optional.empty());
  private final StringProperty notice = new SimpleStringProperty("");
  private final StringProperty problem = new SimpleStringProperty("");
  private final SignedBytes bytes;
  private final LabelViewModel label;
  private List<TxRecord> all;
  private List<AccountEntry> accounts;
  private boolean refusalAsked;

  TransactionViewModel(
      Ui ui,
      ChainSession session,
      WaysOut ways,
      TxRecord record,
      List<TxRecord> all,
      List<AccountEntry> accounts,
      Supplier<Known> knows,
      LabelBook labels) {
    this.label = new LabelViewModel(ui, labels, record.hash());
    this.ui = ui;
    this.knows = knows;
    this.session = session;
    this.ways = ways;
    this.record = new SimpleObjectProperty<>(record);
    this.known = new SimpleObjectProperty<>(knows.get());
    this.all = all;
    this.accounts = accounts;
    this.bytes = new SignedBytes(ui, session, record.hash());
    look();
  }

  /// Shows how far it has come meanwhile.
  void update(TxRecord next, List<TxRecord> journal, List<AccountEntry> list) {
    boolean changed = !next.equals(record.get());
    all = journal;
    accounts = list;
    record.set(next);
    known.set(knows.get());
    if (changed) {
      look();
    }
  }

  private void look() {
    if (wantsWays()) {
      List<AttemptRow> attempts = record.get().attempts();
      ui.background().run(() -> ways.ladder(attempts), this::show, this::failed);
    } else {
      ladder.set(Optional.empty());
    }
    if (!refusalAsked && record.get().succeeded().filter(ok -> !ok).isPresent()) {
      refusalAsked = true;
      // a reason is a help and no more: where nobody tells one, nothing is said
      ui.background().run(() -> session.refusal(hash()), refusal::set, e -> {});
    }
  }

  private void show(Ladder drawn) {
    ladder.set(Optional.of(drawn).filter(l -> wantsWays() && !l.isHeld()));
  }

  /// Whether nobody is known to have taken what is still to go out.
  private boolean wantsWays() {
    TxState state = record.get().state();
    boolean open = !state.isOver() && !state.isIncluded() && state != TxState.CONFLICT;
    return open
        && !state.reaches(TxState.ACCEPTED)
        && record.get().attempts().stream().noneMatch(row -> row.holds() || row.seen());
  }

  private void failed(WalletException e) {
    problem.set(ui.words().error(e));
  }

  /// What it is called.
  public LabelViewModel label() {
    return label;
  }

  TxHash hash() {
    return record.get().hash();
  }

  Chain chain() {
    return session.chain();
  }

  TxWords says() {
    return new TxWords(ui.words(), known.get());
  }

  /// What is known beside its bytes.
  ReadOnlyObjectProperty<Known> known() {
    return known;
  }

  /// The transaction as the journal has it.
  public ReadOnlyObjectProperty<TxRecord> record() {
    return record;
  }

  /// The ways out, while nobody has it.
  public ReadOnlyObjectProperty<Optional<Ladder>> ladder() {
    return ladder;
  }

  /// Why the contract refuses, where it did and says so.
  public ReadOnlyObjectProperty<Optional<RevertReason>> refusal() {
    return refusal;
  }

  /// What was done, or blank.
  public ReadOnlyStringProperty notice() {
    return notice;
  }

  /// What went wrong, or blank.
  public ReadOnlyStringProperty problem() {
    return problem;
  }

  /// Its bytes, to be carried by hand.
  public SignedBytes bytes() {
    return bytes;
  }

  /// Why something cannot be done with it now, in words; empty where it can.
  public Optional<String> whyNot(Deed deed) {
    return deed.whyNot(record.get(), all, hasKey()).map(ui.words()::get);
  }

  private boolean hasKey() {
    return accounts.stream()
        .anyMatch(a -> !a.isWatched() && a.ref().address().equals(record.get().from()));
  }

  /// Whether it is a payment that was refused, and so can be made anew with other inputs.
  boolean isEditable() {
    return record.get().state() == TxState.REJECTED
        && record.get().facts().purpose() == Purpose.TRANSFER
        && hasKey();
  }

  /// Why some of it cannot be done, one line for each reason.
  List<String> reasons() {
    List<String> lines = new ArrayList<>();
    for (Deed deed : Deed.values()) {
      whyNot(deed)
          .filter(why -> lines.stream().noneMatch(l -> l.endsWith(why)))
          .ifPresent(why -> lines.add(ui.text("deed.why", names(why), why)));
    }
    return lines;
  }

  private String names(String why) {
    return java.util.Arrays.stream(Deed.values())
        .filter(deed -> whyNot(deed).filter(why::equals).isPresent())
        .map(deed -> ui.text(deed.key()).replace("…", ""))
        .collect(java.util.stream.Collectors.joining(", "));
  }

  /// Sends the stored bytes again now.
  public void resend() {
    notice.set("");
    problem.set("");
    TxHash hash = hash();
    ui.background()
        .run(
            () -> {
              session.rebroadcast(hash);
              return hash;
            },
            sent -> notice.set(ui.text("deed.resent")),
            this::failed);
  }

  /// What is out of the ordinary.
  List<Trouble> troubles() {
    return new Troubles(ui.words(), says(), all, session.connectivity().get(), refusal.get())
        .of(record.get(), ui.clock().instant());
  }

  /// A line for each endpoint.
  List<EvidenceLine> evidence() {
    return EvidenceLines.of(record.get(), session.connectivity().get());
  }

  /// Others that were signed at its nonce, newest first.
  List<TxRecord> rivals() {
    return all.stream()
        .filter(r -> r.from().equals(record.get().from()) && r.nonce() == record.get().nonce())
        .filter(r -> !r.hash().equals(hash()))
        .toList();
  }

  /// A transaction of the journal.
  Optional<TxRecord> find(TxHash wanted) {
    return all.stream().filter(r -> r.hash().equals(wanted)).findFirst();
  }

  /// Operators that were found to hold it, of all, and how long it waits for a block: a sentence.
  public String progress() {
    return seenBy() + " " + block();
  }

  private String seenBy() {
    long seen =
        record.get().attempts().stream()
            .filter(AttemptRow::seen)
            .map(AttemptRow::group)
            .distinct()
            .count();
    return ui.text("tx.seenby", seen, session.connectivity().get().groups());
  }

  private String block() {
    Connectivity now = session.connectivity().get();
    if (record.get().block().isPresent()) {
      return ui.text("tx.inblock", Phrases.count(record.get().block().get().number()));
    }
    long since = record.get().facts().acceptedIn().orElse(Long.MAX_VALUE);
    long blocks = now.head().maybe().map(head -> head.number() - since).orElse(0L);
    if (blocks < 1 || record.get().state().isOver()) {
      return ui.text("tx.noblock");
    }
    Duration waited = session.chain().blockTime().multipliedBy(blocks);
    String span = new Phrases(ui.words()).span(waited);
    return blocks == 1
        ? ui.text("tx.noblock.one", span)
        : ui.text("tx.noblock.since", Phrases.count(blocks), span);
  }

  /// What Belay does next with it.
  public String next(Instant at) {
    TxRecord now = record.get();
    if (now.state().isOver()) {
      return ui.text("tx.next.over");
    }
    if (now.state() == TxState.CONFLICT && now.nextSend().isEmpty()) {
      return ui.text("tx.next.aside");
    }
    return now.nextSend()
        .map(next ->
            next.isAfter(at)
                ? ui.text("tx.next.in", new Phrases(ui.words()).span(Duration.between(at, next)))
                : ui.text("tx.next.now"))
        .orElseGet(() -> ui.text("tx.next.watching"));
  }
}
