package io.belay.app.bus;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// A session bus that reads and never answers more than the entry asks for.
final class FakeBus implements AutoCloseable {
  private final ServerSocketChannel server;
  private final String answer;
  private final BlockingQueue<SocketChannel> left = new LinkedBlockingQueue<>();
  private final BlockingQueue<String> messages = new LinkedBlockingQueue<>();
  private final AtomicInteger connections = new AtomicInteger();
  private volatile Optional<SocketChannel> last = Optional.empty();

  private FakeBus(Path socket, String answer) throws IOException {
    this.server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    this.answer = answer;
    server.bind(UnixDomainSocketAddress.of(socket));
    Thread.ofVirtual().start(this::serve);
  }

  static FakeBus at(Path socket) throws IOException {
    return new FakeBus(socket, "DATA\r\n");
  }

  static FakeBus refusing(Path socket) throws IOException {
    return new FakeBus(socket, "REJECTED EXTERNAL\r\n");
  }

  static FakeBus silent(Path socket) throws IOException {
    return new FakeBus(socket, "");
  }

  private void serve() {
    try {
      while (server.isOpen()) {
        SocketChannel channel = server.accept();
        connections.incrementAndGet();
        last = Optional.of(channel);
        Thread.ofVirtual().start(() -> talk(channel));
      }
    } catch (IOException e) {
      // closed
    }
  }

  private void talk(SocketChannel channel) {
    try {
      DataInputStream in = new DataInputStream(Channels.newInputStream(channel));
      OutputStream out = Channels.newOutputStream(channel);
      in.readByte();
      line(in);
      out.write(answer.getBytes(StandardCharsets.US_ASCII));
      line(in);
      out.write("OK 1234\r\n".getBytes(StandardCharsets.US_ASCII));
      line(in);
      while (true) {
        messages.add(message(in));
      }
    } catch (IOException e) {
      left.add(channel); // the caller is gone
    }
  }

  private static void line(DataInputStream in) throws IOException {
    while (in.readByte() != '\n') {
      // the rest of the line
    }
  }

  private static String message(DataInputStream in) throws IOException {
    byte[] head = in.readNBytes(16);
    if (head.length < 16) {
      throw new IOException("gone");
    }
    int fields = number(head, 12);
    byte[] rest = in.readNBytes((fields + 7) / 8 * 8 + number(head, 4));
    return new String(rest, StandardCharsets.UTF_8);
  }

  private static int number(byte[] bytes, int at) {
    return (bytes[at] & 0xff) | ((bytes[at + 1] & 0xff) << 8);
  }

  String message() throws InterruptedException {
    return Optional.ofNullable(messages.poll(10, TimeUnit.SECONDS)).orElse("nothing came");
  }

  int connections() {
    return connections.get();
  }

  /// Whether a caller has hung up, now or soon.
  boolean wasLeft() throws InterruptedException {
    return Optional.ofNullable(left.poll(10, TimeUnit.SECONDS)).isPresent();
  }

  void hangUp() throws IOException {
    SocketChannel channel = last.orElseThrow();
    channel.shutdownInput(); // at once, whoever reads from it
    channel.close();
  }

  @Override
  public void close() throws IOException {
    server.close();
    if (last.isPresent()) {
      hangUp();
    }
  }
}
