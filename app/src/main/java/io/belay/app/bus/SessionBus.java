package io.belay.app.bus;

import java.io.EOFException;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/// One connection to the session bus, kept as long as the program: a desktop takes back the
/// notifications of a program that is gone from the bus.
final class SessionBus implements AutoCloseable {
  private static final String PATH = "path=";
  private static final int LONGEST_LINE = 512;

  private final SocketChannel channel;
  private final Duration patience;
  private int serial;

  private SessionBus(SocketChannel channel, Duration patience) {
    this.channel = channel;
    this.patience = patience;
  }

  /// The socket that an address of the bus names (`unix:path=…`, several apart by `;`); none where
  /// it names one in another way.
  static Optional<Path> socket(String address) {
    return Arrays.stream(address.split(";", -1))
        .filter(way -> way.startsWith("unix:"))
        .flatMap(way -> Arrays.stream(way.substring("unix:".length()).split(",", -1)))
        .filter(part -> part.startsWith(PATH) && !part.contains("%"))
        .map(part -> Path.of(part.substring(PATH.length())))
        .findFirst();
  }

  /// Connects and says hello; who we are the bus sees by itself.
  ///
  /// @param patience how long the bus may take over this, and over each call later
  static SessionBus connect(Path socket, Duration patience) throws IOException {
    SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
    SessionBus bus = new SessionBus(channel, patience);
    try {
      bus.inTime(() -> {
        channel.connect(UnixDomainSocketAddress.of(socket));
        bus.greet();
      });
      return bus;
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  private void greet() throws IOException {
    say("\0AUTH EXTERNAL\r\n");
    expect("DATA");
    say("DATA\r\n");
    expect("OK");
    say("BEGIN\r\n");
    String own = "org.freedesktop.DBus";
    write(
        new Call(own, "/org/freedesktop/DBus", own, "Hello", "", new BusWriter())
            .message(++serial));
  }

  /// Sends a call; what others sent meanwhile is let go.
  void send(Call call) throws IOException {
    inTime(() -> {
      forgetWhatCame();
      write(call.message(++serial));
    });
  }

  private interface Talk {
    void run() throws IOException;
  }

  /// A socket knows no deadline of its own: a bus that stays silent loses the connection.
  private void inTime(Talk talk) throws IOException {
    Thread guard = Thread.ofVirtual().name("bus-deadline").start(this::closeWhenLate);
    try {
      talk.run();
    } finally {
      guard.interrupt();
    }
  }

  private void closeWhenLate() {
    try {
      Thread.sleep(patience);
      channel.close();
    } catch (InterruptedException | IOException e) {
      Thread.currentThread().interrupt(); // in time, or gone already
    }
  }

  private void say(String line) throws IOException {
    write(line.getBytes(StandardCharsets.US_ASCII));
  }

  private void write(byte[] bytes) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
  }

  private void expect(String word) throws IOException {
    StringBuilder line = new StringBuilder();
    ByteBuffer one = ByteBuffer.allocate(1);
    while (!line.toString().endsWith("\r\n")) {
      one.clear();
      if (channel.read(one) < 0 || line.length() > LONGEST_LINE) {
        throw new EOFException("the bus says nothing more");
      }
      line.append((char) one.get(0));
    }
    if (!line.toString().startsWith(word)) {
      throw new IOException("the bus does not let us in");
    }
  }

  private void forgetWhatCame() throws IOException {
    channel.configureBlocking(false);
    try {
      ByteBuffer some = ByteBuffer.allocate(4096);
      int read = channel.read(some);
      while (read > 0) {
        some.clear();
        read = channel.read(some);
      }
      if (read < 0) {
        throw new EOFException("the bus is gone");
      }
    } finally {
      channel.configureBlocking(true);
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
