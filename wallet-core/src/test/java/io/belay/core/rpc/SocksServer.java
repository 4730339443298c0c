package io.belay.core.rpc;

import java.io.Closeable;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// A SOCKS5 proxy of a test's own (RFC 1928, RFC 1929): whatever it is asked for, it connects to
/// one place, and it writes down what it was asked.
final class SocksServer implements Closeable {
  /// How it behaves.
  enum Manner {
    /// Wants a log-in and takes any.
    LOGIN,
    /// Takes nobody's log-in.
    OPEN,
    /// Refuses every log-in.
    REFUSE_LOGIN,
    /// Knows another way to log in only.
    OTHER_METHOD,
    /// Cannot reach anything.
    UNREACHABLE,
    /// Is no SOCKS proxy.
    GARBAGE,
    /// Hangs up at once.
    HANG_UP,
    /// Says nothing.
    SILENT
  }

  /// What one connection asked for.
  ///
  /// @param user and `password`: its log-in, blank for none
  /// @param kind 1 and 4 for an address, 3 for a name
  /// @param host the name, or the address's bytes in hexadecimal
  record Asked(String user, String password, int kind, String host, int port) {}

  final List<Asked> asked = new CopyOnWriteArrayList<>();
  private final ServerSocket server;
  private final int target;
  private volatile Manner manner = Manner.LOGIN;

  /// @param target the port on this computer that everything is connected to
  SocksServer(int target) throws IOException {
    this.server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    this.target = target;
    Thread.ofVirtual().start(this::accept);
  }

  SocksServer behaves(Manner now) {
    manner = now;
    return this;
  }

  String url() {
    return "socks5://127.0.0.1:" + server.getLocalPort();
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket client = server.accept();
        Thread.ofVirtual().start(() -> serve(client));
      } catch (IOException e) {
        return; // the test is over
      }
    }
  }

  private void serve(Socket client) {
    try (client) {
      DataInputStream in = new DataInputStream(client.getInputStream());
      OutputStream out = client.getOutputStream();
      switch (manner) {
        case HANG_UP -> {}
        case GARBAGE ->
            out.write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        case SILENT -> in.readAllBytes();
        default -> talk(client, in, out);
      }
    } catch (IOException e) {
      // the client went away
    }
  }

  private void talk(Socket client, DataInputStream in, OutputStream out) throws IOException {
    in.readByte();
    in.readFully(new byte[in.readUnsignedByte()]); // the methods it offers: both
    String user = "";
    String password = "";
    if (manner == Manner.OTHER_METHOD) {
      out.write(new byte[] {5, (byte) 0xff});
      return;
    }
    if (manner == Manner.OPEN) {
      out.write(new byte[] {5, 0});
    } else {
      out.write(new byte[] {5, 2});
      in.readByte();
      user = text(in);
      password = text(in);
      boolean refused = manner == Manner.REFUSE_LOGIN;
      out.write(new byte[] {1, (byte) (refused ? 1 : 0)});
      if (refused) {
        return;
      }
    }
    in.readFully(new byte[3]);
    int kind = in.readUnsignedByte();
    String host = kind == 3 ? text(in) : hex(in, kind == 1 ? 4 : 16);
    asked.add(new Asked(user, password, kind, host, in.readUnsignedShort()));
    if (manner == Manner.UNREACHABLE) {
      out.write(new byte[] {5, 4, 0, 1, 0, 0, 0, 0, 0, 0});
      return;
    }
    out.write(new byte[] {5, 0, 0, 3, 1, 'x', 0, 0}); // bound to a name, as the RFC allows
    try (Socket there = new Socket(InetAddress.getLoopbackAddress(), target)) {
      Thread.ofVirtual().start(() -> copy(there, client));
      pipe(in, there.getOutputStream());
    }
  }

  private static void copy(Socket from, Socket to) {
    try (to) {
      pipe(from.getInputStream(), to.getOutputStream());
    } catch (IOException e) {
      // one side went away
    }
  }

  private static void pipe(InputStream from, OutputStream to) throws IOException {
    byte[] buffer = new byte[4096];
    for (int n = from.read(buffer); n >= 0; n = from.read(buffer)) {
      to.write(buffer, 0, n);
      to.flush();
    }
  }

  private static String text(DataInputStream in) throws IOException {
    byte[] bytes = new byte[in.readUnsignedByte()];
    in.readFully(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static String hex(DataInputStream in, int length) throws IOException {
    byte[] bytes = new byte[length];
    in.readFully(bytes);
    return io.belay.base.Hex.encode(bytes);
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
