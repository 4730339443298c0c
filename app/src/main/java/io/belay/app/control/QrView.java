package io.belay.app.control;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.Map;
import javafx.scene.image.ImageView;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;

/// A QR code, dark on white in every theme, with its quiet zone.
public final class QrView extends StackPane {
  /// Draws a text.
  public QrView(String text, int size) {
    getStyleClass().add("qr");
    setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    setAccessibleText(text);
    getChildren().add(new ImageView(image(text, size)));
  }

  private static WritableImage image(String text, int size) {
    BitMatrix bits = matrix(text, size);
    WritableImage image = new WritableImage(bits.getWidth(), bits.getHeight());
    for (int y = 0; y < bits.getHeight(); y++) {
      for (int x = 0; x < bits.getWidth(); x++) {
        image.getPixelWriter().setColor(x, y, bits.get(x, y) ? Color.BLACK : Color.WHITE);
      }
    }
    return image;
  }

  private static BitMatrix matrix(String text, int size) {
    try {
      return new QRCodeWriter()
          .encode(
              text,
              BarcodeFormat.QR_CODE,
              size,
              size,
              Map.of(
                  EncodeHintType.MARGIN,
                  2,
                  EncodeHintType.ERROR_CORRECTION,
                  ErrorCorrectionLevel.M));
    } catch (WriterException e) {
      throw new IllegalArgumentException("too long for a QR code", e);
    }
  }
}
