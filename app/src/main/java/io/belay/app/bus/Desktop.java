package io.belay.app.bus;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/// Shows notifications by the desktop's own service (`org.freedesktop.Notifications`), where there
/// is one; elsewhere nothing happens. Connects at the first.
public final class Desktop {
  private static final String SERVICE = "org.freedesktop.Notifications";
  private static final int URGENCY_NORMAL = 1;
  private static final int AS_THE_DESKTOP_LIKES = -1;

  private final Supplier<Optional<Path>> socket;
  private Optional<SessionBus> bus = Optional.empty();

  /// @param address asked for at the first notification
  public Desktop(Supplier<Optional<String>> address) {
    this.socket = () -> address.get().flatMap(SessionBus::socket);
  }

  /// Shows a notification. May block for a moment; that it could not be shown is nobody's trouble,
  /// since the window shows it too.
  ///
  /// @param name of the program
  public synchronized void show(String name, String title, String detail) {
    try {
      Call call = call(name, title, detail);
      if (bus.isPresent() && sent(call)) {
        return;
      }
      Optional<Path> where = socket.get();
      if (where.isPresent()) {
        SessionBus fresh = SessionBus.connect(where.get());
        bus = Optional.of(fresh);
        fresh.send(call);
      }
    } catch (IOException | UnsupportedOperationException e) {
      bus = Optional.empty(); // the next one connects anew
    }
  }

  /// Whether the connection that is there still carries.
  private boolean sent(Call call) {
    try {
      bus.orElseThrow().send(call);
      return true;
    } catch (IOException e) {
      bus = Optional.empty();
      return false;
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
        SERVICE,
        "/org/freedesktop/Notifications",
        SERVICE,
        "Notify",
        "susssasa{sv}i",
        arguments.bytes());
  }

  /// Some desktops read the text as markup.
  private static String plain(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
