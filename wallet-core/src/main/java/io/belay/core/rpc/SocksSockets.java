package io.belay.core.rpc;

import io.belay.core.rpc.SocksProxy.Login;
import io.belay.core.rpc.TransportException.Reason;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.nio.charset.StandardCharsets;
import javax.net.SocketFactory;

/// Sockets that a SOCKS5 proxy connects (RFC 1928), with one log-in for all of them (RFC 1929).
/// Java's own know one log-in for the whole process, and OkHttp has none for SOCKS.
final class SocksSockets extends SocketFactory {
  private static final int VERSION = 5;
  private static final int OPEN = 0;
  private static final int LOGIN = 2;

  private final SocksProxy proxy;
  private final Login login;

  SocksSockets(SocksProxy proxy, Login login) {
    this.proxy = proxy;
    this.login = login;
  }

  @Override
  public Socket createSocket() {
    return new Socket() {
      @Override
      public void connect(SocketAddress endpoint) throws IOException {
        connect(endpoint, 0);
      }

      @Override
      public void connect(SocketAddress endpoint, int timeout) throws IOException {
        int before = getSoTimeout();
        try {
          super.connect(new InetSocketAddress(proxy.host(), proxy.port()), timeout);
          setSoTimeout(timeout);
          greet(new DataInputStream(getInputStream()), getOutputStream());
          open(
              (InetSocketAddress) endpoint,
              new DataInputStream(getInputStream()),
              getOutputStream());
          setSoTimeout(before);
        } catch (TransportException e) {
          throw e;
        } catch (IOException e) {
          // whatever broke, the endpoint was not reached yet
          throw failed("the proxy is not there, or hung up", e);
        }
      }
    };
  }

  private void greet(DataInputStream in, OutputStream out) throws IOException {
    out.write(new byte[] {VERSION, 2, OPEN, LOGIN});
    out.flush();
    int version = in.read();
    int method = in.read();
    if (version != VERSION || (method != OPEN && method != LOGIN)) {
      throw failed("the proxy speaks no SOCKS5, or wants another way to log in");
    }
    if (method == LOGIN) {
      logIn(in, out);
    }
  }

  private void logIn(DataInputStream in, OutputStream out) throws IOException {
    ByteArrayOutputStream request = new ByteArrayOutputStream();
    request.write(1); // RFC 1929's own version
    text(request, login.user());
    text(request, login.password());
    out.write(request.toByteArray());
    out.flush();
    in.read();
    if (in.read() != 0) {
      throw failed("the proxy refuses the log-in");
    }
  }

  private static void text(ByteArrayOutputStream out, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.write(bytes.length);
    out.writeBytes(bytes);
  }

  /// Asks for the connection, by name where there is one.
  private static void open(InetSocketAddress endpoint, DataInputStream in, OutputStream out)
      throws IOException {
    ByteArrayOutputStream request = new ByteArrayOutputStream();
    request.writeBytes(new byte[] {VERSION, 1, 0});
    InetAddress address = endpoint.getAddress();
    if (address == null || address.isAnyLocalAddress()) {
      request.write(3);
      text(request, endpoint.getHostString());
    } else {
      byte[] bytes = address.getAddress();
      request.write(bytes.length == 4 ? 1 : 4);
      request.writeBytes(bytes);
    }
    request.write(endpoint.getPort() >> 8);
    request.write(endpoint.getPort());
    out.write(request.toByteArray());
    out.flush();
    answer(in);
  }

  private static void answer(DataInputStream in) throws IOException {
    int version = in.read();
    int reply = in.read();
    if (version != VERSION || reply != 0) {
      throw failed("the proxy could not reach the endpoint (" + reply + ")");
    }
    in.read(); // reserved
    int kind = in.read();
    int length =
        switch (kind) {
          case 1 -> 4;
          case 3 -> in.readUnsignedByte();
          case 4 -> 16;
          default -> throw failed("the proxy speaks no SOCKS5");
        };
    in.readFully(new byte[length + 2]); // where the proxy bound; nobody needs it
  }

  private static TransportException failed(String why) {
    return new TransportException(Reason.PROXY, why);
  }

  private static TransportException failed(String why, IOException cause) {
    return new TransportException(Reason.PROXY, why, cause);
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    return connected(InetSocketAddress.createUnresolved(host, port));
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress local, int localPort)
      throws IOException {
    return createSocket(host, port);
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    return connected(new InetSocketAddress(host, port));
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort)
      throws IOException {
    return createSocket(host, port);
  }

  private Socket connected(InetSocketAddress endpoint) throws IOException {
    Socket socket = createSocket();
    socket.connect(endpoint);
    return socket;
  }
}
