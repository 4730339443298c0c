package io.belay.app.fx;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;

/// Where a window stood and how large it was.
///
/// @param area its edges, before it was maximised
/// @param maximised whether it filled the screen
public record WindowPlace(Rectangle2D area, boolean maximised) {
  // so much of its upper edge must be within reach that it can be taken hold of
  private static final double HOLD = 120;

  /// Where it stands now.
  ///
  /// @param before where it stood before it was maximised, if it was
  public static WindowPlace of(Stage stage, Optional<WindowPlace> before) {
    boolean full = stage.isMaximized();
    Rectangle2D now =
        new Rectangle2D(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight());
    return new WindowPlace(full ? before.map(WindowPlace::area).orElse(now) : now, full);
  }

  /// As it is kept: `x y width height maximised`, whole pixels.
  public String text() {
    return "%d %d %d %d %b"
        .formatted(
            Math.round(area.getMinX()),
            Math.round(area.getMinY()),
            Math.round(area.getWidth()),
            Math.round(area.getHeight()),
            maximised);
  }

  /// Reads it again; empty for what is no place.
  public static Optional<WindowPlace> parse(String text) {
    String[] parts = text.strip().split(" ", -1);
    if (parts.length != 5) {
      return Optional.empty();
    }
    try {
      double width = Integer.parseInt(parts[2]);
      double height = Integer.parseInt(parts[3]);
      if (width <= 0 || height <= 0) {
        return Optional.empty();
      }
      Rectangle2D area =
          new Rectangle2D(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), width, height);
      return Optional.of(new WindowPlace(area, Boolean.parseBoolean(parts[4])));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /// Whether it can be taken hold of on one of these screens: a screen of then may be gone.
  public boolean isWithin(List<Rectangle2D> screens) {
    Rectangle2D edge =
        new Rectangle2D(area.getMinX(), area.getMinY(), Math.max(area.getWidth(), HOLD), 1);
    return screens.stream().anyMatch(screen -> overlap(screen, edge) >= HOLD);
  }

  private static double overlap(Rectangle2D screen, Rectangle2D edge) {
    if (edge.getMinY() < screen.getMinY() || edge.getMinY() >= screen.getMaxY()) {
      return 0;
    }
    return Math.min(screen.getMaxX(), edge.getMaxX()) - Math.max(screen.getMinX(), edge.getMinX());
  }

  /// Puts a window there, unless the screen is gone.
  public void putBack(Stage stage) {
    List<Rectangle2D> screens = Screen.getScreens().stream().map(Screen::getVisualBounds).toList();
    if (isWithin(screens)) {
      stage.setX(area.getMinX());
      stage.setY(area.getMinY());
      stage.setWidth(area.getWidth());
      stage.setHeight(area.getHeight());
      stage.setMaximized(maximised);
    }
  }
}
