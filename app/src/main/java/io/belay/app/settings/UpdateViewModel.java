package io.belay.app.settings;

import io.belay.app.fx.Background.Running;
import io.belay.app.fx.Ui;
import io.belay.app.fx.Version;
import io.belay.app.trust.News;
import io.belay.base.WalletException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The question for a newer version. It is asked by [#ask] and by nothing else.
public final class UpdateViewModel {
  private final Ui ui;
  private final SettingsDesk desk;
  private final SimpleBooleanProperty busy = new SimpleBooleanProperty();
  private final StringProperty answer = new SimpleStringProperty("");
  private final StringProperty detail = new SimpleStringProperty("");
  private final StringProperty problem = new SimpleStringProperty("");
  private final ObservableList<String> lines = FXCollections.observableArrayList();
  private final ObservableList<String> shown = FXCollections.unmodifiableObservableList(lines);
  private Optional<Running> asking = Optional.empty();

  UpdateViewModel(Ui ui, SettingsDesk desk) {
    this.ui = ui;
    this.desk = desk;
  }

  /// While the answer is waited for.
  public ReadOnlyBooleanProperty busy() {
    return busy;
  }

  /// What was answered, in a sentence; blank until then.
  public ReadOnlyStringProperty answer() {
    return answer;
  }

  /// Who says so since when, and what to do about it; blank until then.
  public ReadOnlyStringProperty detail() {
    return detail;
  }

  /// Why there is no answer, or blank.
  public ReadOnlyStringProperty problem() {
    return problem;
  }

  /// What is new.
  public ObservableList<String> lines() {
    return shown;
  }

  /// Asks.
  public void ask() {
    if (busy.get()) {
      return;
    }
    clear();
    busy.set(true);
    asking = Optional.of(ui.background().run(desk::news, this::told, this::failed));
  }

  /// Asks no longer.
  public void cancel() {
    asking.ifPresent(Running::cancel);
    busy.set(false);
  }

  private void clear() {
    answer.set("");
    detail.set("");
    problem.set("");
    lines.clear();
  }

  private void told(News news) {
    busy.set(false);
    LocalDate day = news.signed().made().atZone(ZoneOffset.UTC).toLocalDate();
    String signed = ui.text("update.signed", day, news.signed().key());
    answer.set(
        news.newer()
            ? ui.text("update.newer", news.latest(), Version.NUMBER)
            : ui.text("update.newest", Version.NUMBER));
    detail.set(news.newer() ? signed + " " + ui.text("update.how") : signed);
    lines.setAll(news.newer() ? news.lines() : List.of());
  }

  private void failed(WalletException e) {
    busy.set(false);
    problem.set(ui.words().error(e));
  }
}
