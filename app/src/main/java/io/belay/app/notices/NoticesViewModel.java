package io.belay.app.notices;

import io.belay.app.control.Known;
import io.belay.app.control.TxWords;
import io.belay.app.fx.FxBind;
import io.belay.app.fx.Phrases;
import io.belay.app.fx.Ui;
import io.belay.base.ChainId;
import io.belay.core.rpc.Connectivity;
import io.belay.core.rpc.Connectivity.Mode;
import io.belay.core.send.TxRecord;
import io.belay.core.state.Subscription;
import io.belay.core.track.ChainSession;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// What happened in the networks that were opened, newest first, until the window closes.
public final class NoticesViewModel {
  private static final int MOST = 200;

  private final Ui ui;
  private final Elsewhere elsewhere;
  private final ObservableList<Notice> notices = FXCollections.observableArrayList();
  private final IntegerProperty unread = new SimpleIntegerProperty();
  private final Map<ChainId, Mode> modes = new HashMap<>();
  private final Map<ChainId, List<Subscription>> listening = new HashMap<>();
  private long count;

  /// Hears of nothing yet.
  public NoticesViewModel(Ui ui, Elsewhere elsewhere) {
    this.ui = ui;
    this.elsewhere = elsewhere;
  }

  /// The notices, newest first.
  public ObservableList<Notice> notices() {
    return FXCollections.unmodifiableObservableList(notices);
  }

  /// How many were not seen.
  public ReadOnlyIntegerProperty unread() {
    return unread;
  }

  /// Hears of a network from now on; of one that it hears of already nothing changes.
  ///
  /// @param known what this wallet knows beside a send's bytes, asked for at each
  public void follow(ChainSession session, Supplier<Known> known) {
    if (listening.containsKey(session.chain().id())) {
      return;
    }
    SendNews news = new SendNews();
    Subscription sends =
        FxBind.listen(
            session.activity(),
            ui.background(),
            now -> news.look(now).forEach(n -> add(n, session, known.get())));
    Subscription reach =
        FxBind.listen(session.connectivity(), ui.background(), now -> reached(session, now));
    listening.put(session.chain().id(), List.of(sends, reach));
  }

  private void add(SendNews.News news, ChainSession session, Known known) {
    TxRecord send = news.send();
    Phrases phrases = new Phrases(ui.words());
    String does = new TxWords(ui.words(), known).title(send);
    String state = phrases.state(send.state(), send.evidence());
    add(
        news.kind().weight(),
        ui.words().get(news.kind().key()),
        ui.text("notice.send", does, session.chain().name(), state),
        Optional.of(send));
    tellElsewhere(session);
  }

  private void reached(ChainSession session, Connectivity now) {
    Optional<Mode> before = Optional.ofNullable(modes.get(session.chain().id()));
    if (now.mode() == Mode.STARTING) {
      return;
    }
    modes.put(session.chain().id(), now.mode());
    boolean well = now.mode() == Mode.ONLINE;
    // a network that is well from the start is no news
    if (before.equals(Optional.of(now.mode())) || (well && before.isEmpty())) {
      return;
    }
    add(
        weight(now.mode()),
        ui.text("notice.mode." + now.mode().word(), session.chain().name()),
        ui.text("notice.groups", now.groupsUp(), now.groups()),
        Optional.empty());
    tellElsewhere(session);
  }

  /// Tells the newest one; where others may see the screen, only what kind it is and on which
  /// network.
  private void tellElsewhere(ChainSession session) {
    if (!elsewhere.wanted().getAsBoolean()) {
      return;
    }
    Notice newest = notices.getFirst();
    String detail =
        elsewhere.discreet().getAsBoolean() ? session.chain().name() : newest.detail();
    ui.background()
        .run(
            () -> {
              elsewhere.notifier().tell(newest.title(), detail);
              return newest;
            },
            told -> {},
            e -> {}); // it stands in the window all the same
  }

  private static Notice.Weight weight(Mode mode) {
    return switch (mode) {
      case STARTING, ONLINE -> Notice.Weight.NEWS;
      case DEGRADED, STALE -> Notice.Weight.ADVICE;
      case DISPUTED, HALT -> Notice.Weight.TROUBLE;
    };
  }

  private void add(Notice.Weight weight, String title, String detail, Optional<TxRecord> send) {
    notices.addFirst(new Notice(count++, weight, title, detail, ui.clock().instant(), send, false));
    if (notices.size() > MOST) {
      notices.removeLast();
    }
    recount();
  }

  /// One was seen.
  public void read(Notice notice) {
    change(each -> each.number() == notice.number() ? each.seen() : each);
  }

  /// All were seen.
  public void readAll() {
    change(Notice::seen);
  }

  private void change(UnaryOperator<Notice> change) {
    List<Notice> next = new ArrayList<>(notices);
    next.replaceAll(change);
    notices.setAll(next);
    recount();
  }

  private void recount() {
    unread.set((int) notices.stream().filter(notice -> !notice.read()).count());
  }

  /// Hears of nothing any more.
  public void close() {
    listening.values().forEach(all -> all.forEach(Subscription::close));
    listening.clear();
  }
}
