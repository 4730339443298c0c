import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Arc2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Scanner;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/// Draws `belay.svg` in every size that a system asks for, and fills the containers of Windows and
/// macOS with the drawings: `java icons/Icons.java TARGET SVG`. Knows only what that one picture uses:
/// groups, rounded rectangles, and paths of straight lines and circular arcs.
public final class Icons {
  private static final List<Integer> SIZES = List.of(16, 24, 32, 48, 64, 128, 256, 512, 1024);
  // what Windows looks for; a byte tells the size, where 256 is written as 0
  private static final List<Integer> ICO = List.of(16, 24, 32, 48, 64, 128, 256);
  // Apple's names for what is drawn at a size
  private static final Map<String, Integer> ICNS =
      new LinkedHashMap<>(
          Map.of("icp4", 16, "icp5", 32, "icp6", 64, "ic07", 128, "ic08", 256, "ic09", 512));

  private final Element picture;

  private Icons(Element picture) {
    this.picture = picture;
  }

  public static void main(String[] args) throws Exception {
    System.setProperty("java.awt.headless", "true");
    Path target = Files.createDirectories(Path.of(args[0]));
    Path source = Path.of(args[1]);
    Icons icons =
        new Icons(
            DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(source.toFile())
                .getDocumentElement());
    Map<Integer, byte[]> drawn = new LinkedHashMap<>();
    for (int size : SIZES) {
      byte[] png = icons.draw(size);
      drawn.put(size, png);
      Files.write(target.resolve("belay-" + size + ".png"), png);
    }
    Files.write(target.resolve("belay.ico"), ico(drawn));
    Files.write(target.resolve("belay.icns"), icns(drawn));
    Files.copy(source, target.resolve("belay.svg"), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
  }

  private byte[] draw(int size) throws IOException {
    BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
    Graphics2D g = image.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    g.scale(size / 64.0, size / 64.0);
    paint(g, picture);
    g.dispose();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image, "png", out);
    return out.toByteArray();
  }

  private static void paint(Graphics2D g, Element element) {
    for (Node n = element.getFirstChild(); n != null; n = n.getNextSibling()) {
      if (n instanceof Element child) {
        switch (child.getTagName()) {
          case "g" -> paint(g, child);
          case "rect" -> {
            double r = 2 * number(child, "rx");
            double w = number(child, "width");
            shape(g, child, new RoundRectangle2D.Double(0, 0, w, number(child, "height"), r, r));
          }
          case "path" -> shape(g, child, path(child.getAttribute("d")));
          default -> throw new IllegalArgumentException("cannot draw " + child.getTagName());
        }
      }
    }
  }

  private static void shape(Graphics2D g, Element element, Shape shape) {
    String fill = inherited(element, "fill");
    if (!fill.equals("none")) {
      g.setColor(colour(fill));
      g.fill(shape);
    }
    String stroke = inherited(element, "stroke");
    if (!stroke.isEmpty()) {
      boolean round = inherited(element, "stroke-linecap").equals("round");
      g.setStroke(
          new BasicStroke(
              (float) number(element, "stroke-width"),
              round ? BasicStroke.CAP_ROUND : BasicStroke.CAP_BUTT,
              BasicStroke.JOIN_ROUND));
      g.setColor(colour(stroke));
      g.draw(shape);
    }
  }

  private static String inherited(Element element, String name) {
    String own = element.getAttribute(name);
    return own.isEmpty() && element.getParentNode() instanceof Element parent
        ? inherited(parent, name)
        : own;
  }

  private static double number(Element element, String name) {
    return Double.parseDouble(element.getAttribute(name));
  }

  private static Color colour(String hex) {
    String six = hex.length() == 4 ? hex.replaceAll("([0-9A-Fa-f])", "$1$1") : hex;
    return Color.decode(six);
  }

  /// A path of absolute moves, lines and circular arcs.
  private static Path2D path(String d) {
    Path2D path = new Path2D.Double();
    Scanner words = new Scanner(d.replaceAll("([A-Z])", " $1 "));
    while (words.hasNext()) {
      String command = words.next();
      Point2D at = path.getCurrentPoint();
      switch (command) {
        case "M" -> path.moveTo(next(words), next(words));
        case "L" -> path.lineTo(next(words), next(words));
        case "H" -> path.lineTo(next(words), at.getY());
        case "V" -> path.lineTo(at.getX(), next(words));
        case "A" -> path.append(arc(at, words), true);
        default -> throw new IllegalArgumentException("cannot draw " + command);
      }
    }
    return path;
  }

  private static double next(Scanner words) {
    return Double.parseDouble(words.next());
  }

  /// The smaller circular arc, clockwise or not, from where the pen is.
  private static Arc2D arc(Point2D from, Scanner words) {
    double r = next(words);
    next(words); // both radii are one
    next(words); // so it has no tilt
    next(words); // and is never the larger one
    int side = next(words) > 0 ? 1 : -1;
    double x = next(words);
    double y = next(words);
    double dx = (x - from.getX()) / 2;
    double dy = (y - from.getY()) / 2;
    double half = Math.hypot(dx, dy);
    double off = Math.sqrt(Math.max(0, r * r - half * half)) / half * side;
    double cx = from.getX() + dx - dy * off;
    double cy = from.getY() + dy + dx * off;
    double start = Math.toDegrees(Math.atan2(cy - from.getY(), from.getX() - cx));
    double end = Math.toDegrees(Math.atan2(cy - y, x - cx));
    double extent = (((end - start) * -side + 360) % 360) * -side;
    return new Arc2D.Double(cx - r, cy - r, 2 * r, 2 * r, start, extent, Arc2D.OPEN);
  }

  /// Windows: a directory of sixteen bytes an entry, then the pictures.
  private static byte[] ico(Map<Integer, byte[]> drawn) {
    int offset = 6 + 16 * ICO.size();
    int total = offset + ICO.stream().mapToInt(size -> drawn.get(size).length).sum();
    ByteBuffer out = ByteBuffer.allocate(total).order(ByteOrder.LITTLE_ENDIAN);
    out.putShort((short) 0).putShort((short) 1).putShort((short) ICO.size());
    for (int size : ICO) {
      int length = drawn.get(size).length;
      out.put((byte) size).put((byte) size).putShort((short) 0);
      out.putShort((short) 1).putShort((short) 32).putInt(length).putInt(offset);
      offset += length;
    }
    ICO.forEach(size -> out.put(drawn.get(size)));
    return out.array();
  }

  /// macOS: named pictures, each with its length.
  private static byte[] icns(Map<Integer, byte[]> drawn) throws IOException {
    List<String> names = new ArrayList<>(ICNS.keySet());
    names.sort(null);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    for (String name : names) {
      byte[] png = drawn.get(ICNS.get(name));
      out.writeBytes(name);
      out.writeInt(8 + png.length);
      out.write(png);
    }
    ByteBuffer whole = ByteBuffer.allocate(8 + bytes.size());
    whole.put("icns".getBytes(java.nio.charset.StandardCharsets.US_ASCII)).putInt(8 + bytes.size());
    return whole.put(bytes.toByteArray()).array();
  }
}
