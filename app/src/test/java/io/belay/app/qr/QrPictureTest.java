package io.belay.app.qr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.belay.base.WalletException;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QrPictureTest {
  private static final String TEXT = "0X02F86B0184" + "C0FFEE".repeat(40);

  private static byte[] png(String text) {
    return QrPicture.png(QrCode.of(text));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 110, 500, 1600, 2100})
  void whatIsWrittenIsReadAgain(int bytes) {
    String text = "0X" + "AB".repeat(bytes);
    byte[] png = png(text);
    assertThat(QrPicture.isPicture(png)).isTrue();
    assertThat(QrPicture.read(png)).isEqualTo(text);
  }

  @Test
  void whatDoesNotFitIsRefused() {
    WalletException refusal =
        catchThrowableOfType(WalletException.class, () -> QrCode.of("0X" + "AB".repeat(2200)));
    assertThat(refusal.code()).isEqualTo("too-long-for-qr");
  }

  /// As a camera or a screen shows it: turned, smaller, inverted, on a page, as a JPEG.
  @Test
  void aPictureMayBeTurnedScaledInvertedAndLossy() throws IOException {
    BufferedImage straight = ImageIO.read(new ByteArrayInputStream(png(TEXT)));
    int side = straight.getWidth();
    for (String form : List.of("png", "jpg", "gif", "bmp")) {
      BufferedImage page = new BufferedImage(side + 300, side + 200, BufferedImage.TYPE_INT_RGB);
      Graphics2D paint = page.createGraphics();
      paint.fillRect(0, 0, page.getWidth(), page.getHeight());
      paint.rotate(Math.PI / 2, side / 2.0, side / 2.0);
      paint.drawImage(straight, 40, -60, side * 3 / 4, side * 3 / 4, null);
      paint.dispose();
      assertThat(QrPicture.read(file(page, form))).as(form).isEqualTo(TEXT);
    }
    BufferedImage inverted = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        inverted.setRGB(x, y, ~straight.getRGB(x, y));
      }
    }
    assertThat(QrPicture.read(file(inverted, "png"))).isEqualTo(TEXT);
  }

  private static byte[] file(BufferedImage image, String form) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    assertThat(ImageIO.write(image, form, out)).as(form).isTrue();
    assertThat(QrPicture.isPicture(out.toByteArray())).as(form).isTrue();
    return out.toByteArray();
  }

  @Test
  void damagedPicturesHaveNoCode() throws IOException {
    BufferedImage blank = new BufferedImage(90, 90, BufferedImage.TYPE_INT_RGB);
    assertRefused(file(blank, "png"));
    assertRefused(new byte[0]);
    assertRefused("GIF89a".getBytes(StandardCharsets.US_ASCII));
    byte[] good = png(TEXT);
    byte[] jpeg = file(ImageIO.read(new ByteArrayInputStream(good)), "jpg");
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 200; i++) {
      byte[] from = i % 2 == 0 ? good : jpeg;
      byte[] cut = Arrays.copyOf(from, random.nextInt(from.length));
      byte[] turned = from.clone();
      for (int n = 0; n < 20; n++) {
        turned[random.nextInt(turned.length)] = (byte) random.nextInt(256);
      }
      assertTextOrRefused(cut);
      assertTextOrRefused(turned);
    }
  }

  @Test
  void aSmallFileOfAnEndlessPictureIsNotUnpacked() throws IOException {
    byte[] png = png(TEXT);
    Arrays.fill(png, 16, 18, (byte) 0x00); // width and height in the header
    png[17] = 0x7f;
    png[21] = 0x7f;
    assertRefused(png);
  }

  private static void assertTextOrRefused(byte[] file) {
    try {
      assertThat(QrPicture.read(file)).isNotNull();
    } catch (WalletException e) {
      assertThat(e.code()).isEqualTo("no-qr-code");
    }
  }

  private static void assertRefused(byte[] file) {
    WalletException refusal =
        catchThrowableOfType(WalletException.class, () -> QrPicture.read(file));
    assertThat(refusal).isNotNull();
    assertThat(refusal.code()).isEqualTo("no-qr-code");
  }

  @Test
  void aTerminalShowsItByHalfBlocksOrByTwoCharactersAModule() {
    QrCode code = QrCode.of(TEXT);
    List<String> blocks = code.lines(StandardCharsets.UTF_8);
    List<String> wide = code.lines(StandardCharsets.US_ASCII);
    assertThat(blocks).hasSize((code.size() + 1) / 2).allMatch(l -> l.length() == code.size());
    assertThat(wide).hasSize(code.size()).allMatch(line -> line.length() == 2 * code.size());
    assertThat(wide.getFirst()).isEqualTo("##".repeat(code.size())); // the quiet zone is light
    for (int y = 0; y < code.size(); y++) {
      for (int x = 0; x < code.size(); x++) {
        char half = blocks.get(y / 2).charAt(x);
        boolean light = half == '█' || half == (y % 2 == 0 ? '▀' : '▄');
        assertThat(light).isEqualTo(!code.isDark(x, y));
        assertThat(wide.get(y).charAt(2 * x) == '#').isEqualTo(light);
      }
    }
  }
}
