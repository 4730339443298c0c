package io.belay.app.bus;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/// Shows notifications by the desktop's own service (`org.freedesktop.Notifications`), where there
/// is one; elsewhere nothing happens. Connects at the first.
public final class Desktop {
  private static final String SERVICE = "org.freedesktop.Notifications";
  private static final int URGENCY_NORMAL = 1;
  private static final int AS_THE_DESKTOP_LIKES = -1;
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final Supplier<Optional<Path>> socket;
  private final Duration patience;
  private Optional<SessionBus> bus = Optional.empty();
  private boolean givenUp;

  /// @param address asked for at the first notification
  public Desktop(Supplier<Optional<String>> address) {
    this(address, PATIENCE);
  }

  /// As above.
  ///
  /// @param patience how long the bus may take
  Desktop(Supplier<Optional<String>> address, Duration patience) {
    this.socket = () -> address.get().flatMap(SessionBus::socket);
    this.patience = patience;
  }

  /// Shows a notification. May block for a moment; that it could not be shown is nobody's trouble,
  /// since the window shows it too.
  ///
  /// @param name of the program
  public synchronized void show(String name, String title, String detail) {
    Call call = call(name, title, detail);
    if (givenUp || (bus.isPresent() && isSent(call))) {
      return;
    }
    try {
      Optional<Path> where = socket.get();
      if (where.isPresent()) {
        bus = Optional.of(SessionBus.connect(where.get(), patience));
        isSent(call);
      }
    } catch (IOException | UnsupportedOperationException e) {
      leave(); // the next one connects anew
    }
  }

  /// Sends it by the connection that is there; one that does not carry any more is left.
  private boolean isSent(Call call) {
    try {
      bus.orElseThrow().send(call);
      return true;
    } catch (IOException e) {
      leave();
      return false;
    }
  }

  private void leave() {
    Optional<SessionBus> left = bus;
    bus = Optional.empty();
    if (left.isPresent()) {
      try {
        left.get().close();
      } catch (IOException e) {
        // a socket that does not even close: better no notification than a leak with each
        givenUp = true;
      }
    }
  }

  private static Call call(String name, String title, String detail) {
    byte[] hints =
        new BusWriter().align(8).text("urgency").signature("y").octet(URGENCY_NORMAL).bytes();
    BusWriter arguments =
        new BusWriter()
            .text(name)
            .number(0)
            .text(name.toLowerCase(java.util.Locale.ROOT)) // the icon's name
            .text(title)
            .text(plain(detail))
            .number(0) // no actions
            .number(hints.length)
            .align(8)
            .raw(hints)
            .number(AS_THE_DESKTOP_LIKES);
    return new Call(
        SERVICE, "/org/freedesktop/Notifications", SERVICE, "Notify", "susssasa{sv}i", arguments);
  }

  /// Some desktops read the text as markup.
  private static String plain(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
