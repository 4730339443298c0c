package io.belay.app.qr;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import io.belay.base.WalletException;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/// QR codes in picture files: written as PNG, read from PNG, JPEG, GIF and BMP.
public final class QrPicture {
  private static final int POINTS = 8; // a module's side: screens and cameras show it well
  private static final long MOST_PIXELS = 50_000_000L;

  private QrPicture() {}

  /// Whether bytes begin as a picture file does.
  public static boolean isPicture(byte[] file) {
    return begins(file, 0x89, 'P', 'N', 'G')
        || begins(file, 0xff, 0xd8, 0xff)
        || begins(file, 'G', 'I', 'F', '8')
        || begins(file, 'B', 'M');
  }

  private static boolean begins(byte[] file, int... signature) {
    if (file.length < signature.length) {
      return false;
    }
    for (int i = 0; i < signature.length; i++) {
      if ((file[i] & 0xff) != signature[i]) {
        return false;
      }
    }
    return true;
  }

  /// The text of the QR code in a picture.
  ///
  /// @throws WalletException `no-qr-code` where none is found, or it is no picture
  public static String read(byte[] file) {
    BufferedImage image = image(file);
    int width = image.getWidth();
    int height = image.getHeight();
    int[] pixels = image.getRGB(0, 0, width, height, new int[width * height], 0, width);
    try {
      return new MultiFormatReader()
          .decode(
              new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, height, pixels))),
              Map.of(
                  DecodeHintType.POSSIBLE_FORMATS,
                  List.of(BarcodeFormat.QR_CODE),
                  DecodeHintType.TRY_HARDER,
                  true,
                  DecodeHintType.ALSO_INVERTED,
                  true))
          .getText();
    } catch (NotFoundException e) {
      throw none(e);
    }
  }

  /// Its size is looked at first: a small file can hold a picture of any.
  private static BufferedImage image(byte[] file) {
    try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        throw none(new IOException("no picture"));
      }
      ImageReader reader = readers.next();
      reader.setInput(in);
      if ((long) reader.getWidth(0) * reader.getHeight(0) > MOST_PIXELS) {
        throw none(new IOException("too large a picture"));
      }
      return reader.read(0);
    } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
      throw none(e); // what a damaged picture makes the readers throw
    }
  }

  private static WalletException none(Exception cause) {
    return new WalletException(
        "no-qr-code",
        "no QR code was found in this picture: a sharper, straighter one helps",
        cause);
  }

  /// A code as a PNG (RFC 2083), black on white, one bit a point.
  public static byte[] png(QrCode code) {
    int side = code.size() * POINTS;
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(file)) {
      out.writeLong(0x89504E470D0A1A0AL);
      ByteArrayOutputStream header = new ByteArrayOutputStream();
      DataOutputStream fields = new DataOutputStream(header);
      fields.writeInt(side);
      fields.writeInt(side);
      fields.write(new byte[] {1, 0, 0, 0, 0}); // one bit, greys
      chunk(out, "IHDR", header.toByteArray());
      chunk(out, "IDAT", rows(code));
      chunk(out, "IEND", new byte[0]);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file.toByteArray();
  }

  private static byte[] rows(QrCode code) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (DeflaterOutputStream rows = new DeflaterOutputStream(packed)) {
      // eight points of a module are one byte; the first byte says: no filter
      byte[] row = new byte[1 + code.size()];
      for (int y = 0; y < code.size(); y++) {
        for (int x = 0; x < code.size(); x++) {
          row[1 + x] = (byte) (code.isDark(x, y) ? 0 : 0xff);
        }
        for (int i = 0; i < POINTS; i++) {
          rows.write(row);
        }
      }
    }
    return packed.toByteArray();
  }

  private static void chunk(DataOutputStream out, String type, byte[] body) throws IOException {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 crc = new CRC32();
    crc.update(name);
    crc.update(body);
    out.writeInt(body.length);
    out.write(name);
    out.write(body);
    out.writeInt((int) crc.getValue());
  }
}
