package io.belay.app.qr;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import io.belay.base.WalletException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A text as a QR code (ISO 18004), with its quiet zone of four modules.
public final class QrCode {
  private static final int QUIET = 4;

  private final BitMatrix modules;

  private QrCode(BitMatrix modules) {
    this.modules = modules;
  }

  /// The code of a text: with room for faults of 15 % where it fits so, else of 7 %.
  ///
  /// @throws WalletException `too-long-for-qr`: more than 4 296 capital letters and digits
  public static QrCode of(String text) {
    try {
      return new QrCode(modules(text, ErrorCorrectionLevel.M));
    } catch (WriterException e) {
      return tight(text);
    }
  }

  private static QrCode tight(String text) {
    try {
      return new QrCode(modules(text, ErrorCorrectionLevel.L));
    } catch (WriterException e) {
      throw new WalletException(
          "too-long-for-qr", "it does not fit into one QR code: use a file instead", e);
    }
  }

  private static BitMatrix modules(String text, ErrorCorrectionLevel level) throws WriterException {
    return new QRCodeWriter()
        .encode(
            text,
            BarcodeFormat.QR_CODE,
            0, // as small as it gets: a module a point
            0,
            Map.of(EncodeHintType.MARGIN, QUIET, EncodeHintType.ERROR_CORRECTION, level));
  }

  /// Modules on each side, quiet zone included.
  public int size() {
    return modules.getWidth();
  }

  /// Whether a module is dark; those outside are light.
  public boolean isDark(int x, int y) {
    return x >= 0 && y >= 0 && x < size() && y < size() && modules.get(x, y);
  }

  /// Lines for a terminal that writes light on dark: two modules a character where its characters
  /// have half blocks, else two characters a module.
  public List<String> lines(Charset terminal) {
    return terminal.newEncoder().canEncode("▀▄█") ? halfBlocks() : wide();
  }

  private List<String> halfBlocks() {
    List<String> lines = new ArrayList<>();
    for (int y = 0; y < size(); y += 2) {
      StringBuilder line = new StringBuilder(size());
      for (int x = 0; x < size(); x++) {
        boolean below = y + 1 < size() && !isDark(x, y + 1);
        line.append(half(!isDark(x, y), below));
      }
      lines.add(line.toString());
    }
    return lines;
  }

  private static char half(boolean lightAbove, boolean lightBelow) {
    if (lightAbove) {
      return lightBelow ? '█' : '▀';
    }
    return lightBelow ? '▄' : ' ';
  }

  private List<String> wide() {
    List<String> lines = new ArrayList<>();
    for (int y = 0; y < size(); y++) {
      StringBuilder line = new StringBuilder(2 * size());
      for (int x = 0; x < size(); x++) {
        line.append(isDark(x, y) ? "  " : "##");
      }
      lines.add(line.toString());
    }
    return lines;
  }
}
