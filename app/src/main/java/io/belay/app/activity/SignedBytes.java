package io.belay.app.activity;

import io.belay.app.file.NewFile;
import io.belay.app.fx.Background.Job;
import io.belay.app.fx.Ui;
import io.belay.app.qr.QrFiles;
import io.belay.base.Hex;
import io.belay.base.TxHash;
import io.belay.base.WalletException;
import io.belay.core.track.ChainSession;
import io.belay.core.tx.RawParts;
import io.belay.core.tx.SignedTransaction;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// The lifeboat: a signed transaction as text, file or QR code, to be carried by hand.
public final class SignedBytes {
  private final Ui ui;
  private final TxHash hash;
  private final long chain;
  private final ObjectProperty<Optional<SignedTransaction>> signed =
      new SimpleObjectProperty<>(Optional.empty());
  private final StringProperty folder = new SimpleStringProperty(System.getProperty("user.home"));
  private final StringProperty notice = new SimpleStringProperty("");
  private final StringProperty problem = new SimpleStringProperty("");

  SignedBytes(Ui ui, ChainSession session, TxHash hash) {
    this.ui = ui;
    this.hash = hash;
    this.chain = session.chain().id().value();
    ui.background().run(() -> session.signed(hash), signed::set, this::failed);
  }

  private void failed(WalletException e) {
    notice.set("");
    problem.set(ui.words().error(e));
  }

  /// The bytes, once they were read from the journal.
  public ReadOnlyObjectProperty<Optional<SignedTransaction>> signed() {
    return signed;
  }

  /// Where files go.
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

  long chain() {
    return chain;
  }

  /// The bytes in hexadecimal; blank until they were read.
  public String text() {
    return signed.get().map(tx -> Hex.encode(tx.raw())).orElse("");
  }

  /// How many there are.
  int size() {
    return signed.get().map(tx -> tx.raw().length).orElse(0);
  }

  /// The texts of the codes that a camera reads, one after the other; none until they were read.
  public List<String> parts() {
    return signed.get().map(tx -> RawParts.of(tx.raw())).orElse(List.of());
  }

  /// Writes the text to a new file.
  public void saveText() {
    byte[] bytes = (text() + "\n").getBytes(StandardCharsets.US_ASCII);
    save(() -> write(".txt", bytes));
  }

  /// Writes the QR codes to new pictures, one each.
  public void savePicture() {
    save(() -> QrFiles.write(file(".png"), parts()).getFirst());
  }

  private void save(Job<Path> job) {
    notice.set("");
    problem.set("");
    if (signed.get().isPresent()) {
      ui.background().run(job, file -> notice.set(ui.text("bytes.saved", file)), this::failed);
    }
  }

  private Path write(String ending, byte[] bytes) {
    Path file = file(ending);
    NewFile.write(file, bytes);
    return file;
  }

  private Path file(String ending) {
    try {
      return Path.of(folder.get())
          .resolve("transaction-" + hash.toString().substring(0, 10) + ending);
    } catch (InvalidPathException e) {
      throw new WalletException("file-not-written", "there is no such folder", e);
    }
  }
}
