package io.belay.core.rpc;

import io.belay.base.WindowThread;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.Credentials;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.BufferedSource;

/// JSON-RPC over HTTP(S). Redirects are not followed: an endpoint that points elsewhere is broken.
/// Plain `http://` stays HTTP/1.1, since the upgrade to h2c confuses development nodes.
public final class HttpTransport implements Transport {
  private static final MediaType JSON = MediaType.get("application/json");

  // as many idle connections as one server is likely to have here, and a fresh one
  private static final int MOST_TRIES = 4;

  // a handful would be closed and made anew, TLS and all, with each round over a few networks
  private static final int MOST_IDLE = 64;

  private final OkHttpClient client;
  private final HttpUrl url;
  private final Headers headers;
  private volatile Optional<PeerFacts.Source> source = Optional.empty();

  /// A transport without extra headers.
  ///
  /// @param shared connections and threads to share; see [#sharedClient]
  public HttpTransport(OkHttpClient shared, URI url) {
    this(shared, url, SecretHeaders.NONE);
  }

  /// @param shared connections and threads to share; see [#sharedClient]
  /// @param url user info in it is sent as Basic authentication (RFC 7617)
  /// @param extra headers sent with every request
  public HttpTransport(OkHttpClient shared, URI url, SecretHeaders extra) {
    HttpUrl whole = HttpUrl.get(url.toString());
    this.client =
        "http".equals(url.getScheme())
            ? shared.newBuilder().protocols(List.of(Protocol.HTTP_1_1)).build()
            : shared;
    this.url = whole.newBuilder().username("").password("").build();
    this.headers = headers(whole, extra);
  }

  private static Headers headers(HttpUrl url, SecretHeaders extra) {
    Headers.Builder headers = new Headers.Builder().add("User-Agent", "Belay");
    if (!url.username().isEmpty() || !url.password().isEmpty()) {
      headers.set(
          "Authorization",
          Credentials.basic(url.username(), url.password(), StandardCharsets.UTF_8));
    }
    extra.all().forEach(header -> headers.set(header.name(), header.value()));
    return headers.build();
  }

  /// One client for all endpoints: no cache, no cookies, no redirects, no retries of its own, both
  /// address families raced (RFC 8305), and the last good addresses of a name where DNS fails.
  public static OkHttpClient sharedClient() {
    return sharedClient(GoodAddresses.NONE);
  }

  /// As above.
  ///
  /// @param memory keeps the good addresses over a restart
  public static OkHttpClient sharedClient(GoodAddresses memory) {
    return new OkHttpClient.Builder()
        .followRedirects(false)
        .followSslRedirects(false)
        .retryOnConnectionFailure(false)
        .fastFallback(true)
        .connectTimeout(4, TimeUnit.SECONDS)
        .readTimeout(Duration.ZERO) // each call has a deadline of its own, which is enough
        .writeTimeout(Duration.ZERO)
        .connectionPool(new ConnectionPool(MOST_IDLE, 5, TimeUnit.MINUTES))
        .dns(new LastGoodDns(memory))
        .eventListener(new Attempt.Listener())
        .build();
  }

  /// A server may close an idle connection at the moment it is used again; then, and only then, the
  /// same bytes go out once more. What was cut off may have arrived, whatever a later try says.
  @Override
  public Reply exchange(byte[] body, Duration timeout)
      throws TransportException, InterruptedException {
    WindowThread.mustNotWait("an endpoint");
    long until = System.nanoTime() + timeout.toNanos();
    Optional<TransportException> cut = Optional.empty();
    for (int tries = 1; ; tries++) {
      Attempt attempt = new Attempt();
      try {
        return attempt(body, Duration.ofNanos(until - System.nanoTime()), attempt);
      } catch (TransportException e) {
        boolean again =
            tries < MOST_TRIES && attempt.wasCutOffWhenReused(e) && System.nanoTime() < until;
        if (!again) {
          throw e.mayHaveArrived() ? e : cut.orElse(e);
        }
        cut = Optional.of(e);
      }
    }
  }

  private Reply attempt(byte[] body, Duration timeout, Attempt attempt)
      throws TransportException, InterruptedException {
    Request request =
        new Request.Builder()
            .url(url)
            .headers(headers)
            .tag(Attempt.class, attempt)
            .post(RequestBody.create(body, JSON))
            .build();
    Call call = client.newCall(request);
    call.timeout().timeout(Math.max(1, timeout.toMillis()), TimeUnit.MILLISECONDS);
    try (Response response = call.execute()) {
      source =
          Optional.of(
              new PeerFacts.Source(
                  attempt.peer(), Optional.ofNullable(response.handshake()), response.headers()));
      return new Reply(
          response.code(),
          Optional.ofNullable(response.header("Retry-After")),
          bounded(response.body()));
    } catch (IOException e) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      throw translate(e);
    }
  }

  @Override
  public Optional<PeerFacts> facts() {
    return source.map(PeerFacts.Source::facts);
  }

  /// Who announces too much is not even listened to.
  private static byte[] bounded(ResponseBody body) throws IOException {
    BufferedSource source = body.source();
    if (body.contentLength() > Reply.MAX_BODY || source.request(Reply.MAX_BODY + 1L)) {
      throw new TransportException(TransportException.Reason.TOO_LARGE, "answer too long");
    }
    return source.readByteArray();
  }

  private static TransportException translate(IOException e) {
    return switch (e) {
      case TransportException own -> own;
      case ConnectException refused ->
          new TransportException(TransportException.Reason.REFUSED, "connection refused", e);
      case UnknownHostException unknown ->
          new TransportException(TransportException.Reason.DNS, "name not found", e);
      case SSLException tls ->
          new TransportException(TransportException.Reason.TLS, "no secure connection", e);
      case SocketTimeoutException slow ->
          new TransportException(TransportException.Reason.TIMEOUT, "no answer in time", e);
      case InterruptedIOException slow ->
          new TransportException(TransportException.Reason.TIMEOUT, "no answer in time", e);
      default -> new TransportException(TransportException.Reason.BROKEN, "connection broke", e);
    };
  }
}
