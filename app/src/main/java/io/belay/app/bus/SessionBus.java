package io.belay.app.bus;

import java.io.EOFException;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/// One connection to the session bus, kept as long as the program: a desktop takes back the
/// notifications of a program that is gone from the bus.
final class SessionBus implements AutoCloseable {
  private static final String PATH = "path=";
  private static final int LONGEST_LINE = 512;

  private final SocketChannel channel;
  private int serial;

  private SessionBus(SocketChannel channel) {
    this.channel = channel;
  }

  /// The socket that an address of the bus names (`unix:path=…`, several apart by `;`); none where it
  /// names one in another way.
  static Optional<Path> socket(String address) {
    return Arrays.stream(address.split(";", -1))
        .filter(way -> way.startsWith("unix:"))
        .flatMap(way -> Arrays.stream(way.substring("unix:".length()).split(",", -1)))
        .filter(part -> part.startsWith(PATH) && !part.contains("%"))
        .map(part -> Path.of(part.substring(PATH.length())))
        .findFirst();
  }

  /// Connects and says hello; who we are the bus sees by itself.
  static SessionBus connect(Path socket) throws IOException {
    SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(socket));
    try {
      SessionBus bus = new SessionBus(channel);
      bus.say("\0AUTH EXTERNAL\r\n");
      bus.expect("DATA");
      bus.say("DATA\r\n");
      bus.expect("OK");
      bus.say("BEGIN\r\n");
      String own = "org.freedesktop.DBus";
      bus.send(new Call(own, "/org/freedesktop/DBus", own, "Hello", "", new byte[0]));
      return bus;
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  /// Sends a call; what others sent meanwhile is let go.
  void send(Call call) throws IOException {
    forgetWhatCame();
    write(call.message(++serial));
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
