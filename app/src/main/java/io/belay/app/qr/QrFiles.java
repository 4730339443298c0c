package io.belay.app.qr;

import io.belay.app.file.NewFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// QR codes as new picture files, one for each text.
public final class QrFiles {
  private QrFiles() {}

  /// Writes them: a single one to this file, several beside it, such as `name-2of5.png`.
  ///
  /// @return what was written, in order
  /// @throws io.belay.base.WalletException `file-exists` before anything is written,
  ///   `file-not-written`
  public static List<Path> write(Path file, List<String> texts) {
    List<Path> files = new ArrayList<>();
    for (int i = 1; i <= texts.size(); i++) {
      files.add(texts.size() == 1 ? file : numbered(file, i, texts.size()));
    }
    files.forEach(NewFile::refuseExisting);
    for (int i = 0; i < files.size(); i++) {
      NewFile.write(files.get(i), QrPicture.png(QrCode.of(texts.get(i))));
    }
    return files;
  }

  private static Path numbered(Path file, int number, int of) {
    String name = String.valueOf(file.getFileName());
    int dot = name.lastIndexOf('.');
    String stem = dot < 0 ? name : name.substring(0, dot);
    String ending = dot < 0 ? "" : name.substring(dot);
    return file.resolveSibling(stem + "-" + number + "of" + of + ending);
  }
}
