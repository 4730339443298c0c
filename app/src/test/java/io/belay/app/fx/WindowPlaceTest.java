package io.belay.app.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WindowPlaceTest {
  private static final Rectangle2D LEFT = new Rectangle2D(0, 0, 1920, 1080);
  private static final Rectangle2D RIGHT = new Rectangle2D(1920, 0, 1920, 1080);

  @Test
  void isReadAsItWasKept() {
    WindowPlace place = new WindowPlace(new Rectangle2D(-20, 40, 1280, 800), true);
    assertThat(place.text()).isEqualTo("-20 40 1280 800 true");
    assertThat(WindowPlace.parse(place.text())).contains(place);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1 2 3", "a b c d e", "0 0 -5 10 false", "0 0 99999999999 1 true"})
  void whatIsNoPlaceIsNone(String text) {
    assertThat(WindowPlace.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "100, 100, true, true",
    "2000, 100, true, false",
    "1850, 100, true, false",
    "-1300, 100, false, false",
    "100, 1200, false, false",
    "100, -50, false, false"
  })
  void isPutBackOnlyWhereItCanBeTakenHoldOf(double x, double y, boolean onTwo, boolean onOne) {
    WindowPlace place = new WindowPlace(new Rectangle2D(x, y, 1280, 800), false);
    assertThat(place.isWithin(List.of(LEFT, RIGHT))).isEqualTo(onTwo);
    assertThat(place.isWithin(List.of(LEFT))).isEqualTo(onOne);
  }
}
