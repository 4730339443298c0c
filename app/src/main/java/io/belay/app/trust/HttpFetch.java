package io.belay.app.trust;

import io.belay.base.WalletException;
import io.belay.base.WindowThread;
import java.io.IOException;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import okhttp3.Call;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okio.BufferedSource;

/// Asks a server. What is sent names neither the version nor the system.
public final class HttpFetch implements Fetch {
  private static final int SECONDS = 30;

  private final Supplier<OkHttpClient> clients;

  /// @param clients the client to ask with, as the proxy is set at that moment
  public HttpFetch(Supplier<OkHttpClient> clients) {
    this.clients = clients;
  }

  @Override
  public byte[] get(URI address, int most) throws InterruptedException {
    WindowThread.mustNotWait("a server");
    Request request =
        new Request.Builder().url(address.toString()).header("User-Agent", "Belay").build();
    Call call = clients.get().newCall(request);
    call.timeout().timeout(SECONDS, TimeUnit.SECONDS);
    try (Response response = call.execute()) {
      BufferedSource source = response.body().source();
      if (response.code() != 200 || source.request(most + 1L)) {
        throw silent();
      }
      return source.readByteArray();
    } catch (IOException e) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      throw new WalletException(
          "release-address-silent", "the address for new versions does not answer", e);
    }
  }

  private static WalletException silent() {
    return new WalletException(
        "release-address-silent", "the address for new versions answers something else");
  }
}
