package io.belay.app.activity;

import io.belay.app.control.Known;
import io.belay.app.file.NewFile;
import io.belay.app.fx.Ui;
import io.belay.base.TxHash;
import io.belay.base.WalletException;
import io.belay.core.chain.Chain;
import io.belay.core.send.TxRecord;
import io.belay.core.store.LabelBook;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// Writes the transactions that are listed to a new file that only its owner can read.
public final class ExportViewModel {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

  /// The form of the file.
  public enum Form {
    /// A table, values parted by commas.
    CSV,
    /// A list of objects.
    JSON
  }

  private final Ui ui;
  private final Chain chain;
  private final Supplier<Known> known;
  private final LabelBook labels;
  private final StringProperty folder = new SimpleStringProperty(System.getProperty("user.home"));
  private final StringProperty notice = new SimpleStringProperty("");
  private final StringProperty problem = new SimpleStringProperty("");

  ExportViewModel(Ui ui, Chain chain, Supplier<Known> known, LabelBook labels) {
    this.ui = ui;
    this.chain = chain;
    this.known = known;
    this.labels = labels;
  }

  /// Where the file goes.
  public StringProperty folder() {
    return folder;
  }

  /// What was written, or blank.
  public ReadOnlyStringProperty notice() {
    return notice;
  }

  /// What went wrong, or blank.
  public ReadOnlyStringProperty problem() {
    return problem;
  }

  /// Writes these.
  public void write(List<TxRecord> records, Form form) {
    notice.set("");
    problem.set("");
    List<TxRecord> listed = List.copyOf(records);
    Map<TxHash, String> called = labels.labels().get();
    TxExport export = new TxExport(chain, known.get(), called);
    String place = folder.get();
    Instant now = ui.clock().instant();
    ui.background()
        .run(
            () -> write(export, listed, form, path(place, form, now)),
            file -> notice.set(ui.text("export.written", listed.size(), file)),
            e -> problem.set(ui.words().error(e)));
  }

  private static Path write(TxExport export, List<TxRecord> records, Form form, Path file) {
    NewFile.whole(
        file,
        switch (form) {
          case CSV -> export.csv(records);
          case JSON -> export.json(records);
        });
    return file;
  }

  private Path path(String place, Form form, Instant now) {
    try {
      return Path.of(place)
          .resolve(
              "belay-activity-"
                  + chain.id()
                  + "-"
                  + STAMP.format(now)
                  + "."
                  + form.name().toLowerCase(Locale.ROOT));
    } catch (InvalidPathException e) {
      throw new WalletException("file-not-written", "there is no such folder", e);
    }
  }
}
