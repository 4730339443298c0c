package io.belay.app.bus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(20)
class DesktopTest {
  @TempDir Path directory;

  private Desktop desktop() {
    return new Desktop(() -> Optional.of("unix:path=" + directory.resolve("bus")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "unix:path=/run/user/1000/bus | /run/user/1000/bus",
        "unix:abstract=dbus-1,guid=12;unix:path=/run/bus,guid=34 | /run/bus",
        "unix:abstract=dbus-1 | ''",
        "tcp:host=localhost,port=1 | ''",
        "nonsense | ''"
      })
  void onlyASocketInTheFileSystemIsUsed(String address, String socket) {
    assertThat(SessionBus.socket(address).map(Path::toString).orElse("")).isEqualTo(socket);
  }

  @Test
  void aNotificationIsAHelloAndACall() throws Exception {
    try (FakeBus bus = FakeBus.at(directory.resolve("bus"))) {
      desktop().show("Belay", "It is final", "Sent 1 <b> & more");
      assertThat(bus.message()).contains("Hello", "/org/freedesktop/DBus");
      assertThat(bus.message())
          .contains("org.freedesktop.Notifications", "Notify", "susssasa{sv}i")
          .contains("It is final", "Sent 1 &lt;b&gt; &amp; more");
    }
  }

  @Test
  void theConnectionIsKeptAndMadeAnewWhenItIsGone() throws Exception {
    Desktop desktop = desktop();
    try (FakeBus bus = FakeBus.at(directory.resolve("bus"))) {
      desktop.show("Belay", "one", "");
      desktop.show("Belay", "two", "");
      bus.message();
      assertThat(bus.message()).contains("one");
      assertThat(bus.message()).contains("two");
      assertThat(bus.connections()).isEqualTo(1);
      bus.hangUp();
      desktop.show("Belay", "three", "");
      assertThat(bus.message()).contains("Hello");
      assertThat(bus.message()).contains("three");
      assertThat(bus.connections()).isEqualTo(2);
    }
  }

  @Test
  void whereThereIsNoDesktopNothingHappens() throws IOException {
    new Desktop(Optional::empty).show("Belay", "one", "");
    desktop().show("Belay", "nobody is there", "");
    java.nio.file.Files.writeString(directory.resolve("bus"), "no socket", StandardCharsets.UTF_8);
    desktop().show("Belay", "still nobody", "");
  }

  @Test
  void aBusThatDoesNotLetUsInIsLeft() throws Exception {
    try (FakeBus bus = FakeBus.refusing(directory.resolve("bus"))) {
      desktop().show("Belay", "one", "");
      assertThat(bus.connections()).isEqualTo(1);
    }
  }

  @Test
  void aSilentBusHoldsNobodyForLong() throws Exception {
    Desktop hasty =
        new Desktop(
            () -> Optional.of("unix:path=" + directory.resolve("bus")), Duration.ofMillis(100));
    try (FakeBus bus = FakeBus.silent(directory.resolve("bus"))) {
      hasty.show("Belay", "one", "");
      assertThat(bus.wasLeft()).isTrue();
      hasty.show("Belay", "two", "");
      assertThat(bus.wasLeft()).isTrue();
      assertThat(bus.connections()).isEqualTo(2);
    }
  }

  @Test
  void theMessageHasTheLengthsItSays() {
    BusWriter text = new BusWriter().text("x");
    byte[] message = new Call("a.b", "/p", "a.b", "M", "s", text).message(7);
    int body = message[4];
    int fields = message[12];
    int padded = (16 + fields + 7) / 8 * 8;
    assertThat(message[0]).isEqualTo((byte) 'l');
    assertThat(message[8]).isEqualTo((byte) 7);
    assertThat(message).hasSize(padded + body);
  }
}
