package io.belay.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belay.app.cli.OpenNetwork;
import io.belay.app.trust.Fetch;
import io.belay.base.Address;
import io.belay.core.chain.KnownNetwork;
import io.belay.core.rpc.HttpTransport;
import io.belay.core.store.AccountEntry;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Before a network is chosen not one packet leaves; after it, only to whom the user lets Belay
/// speak.
@Timeout(60)
class NoPacketTest {
  @TempDir Path directory;
  private final Queue<String> names = new ConcurrentLinkedQueue<>();

  /// A client that gets no address for any name, and notes who was looked up.
  private OkHttpClient client() {
    return HttpTransport.sharedClient().newBuilder().dns(this::refuse).build();
  }

  private List<InetAddress> refuse(String name) throws UnknownHostException {
    names.add(name);
    throw new UnknownHostException(name);
  }

  private static void lookAround(OpenNetwork open, Address account) throws InterruptedException {
    open.session().step();
    open.session().balance(account);
  }

  @Test
  void nothingLeavesBeforeANetworkIsChosen() throws InterruptedException {
    Address account = Address.parse("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed");
    try (Wiring wiring = new Wiring(directory.resolve("data"), memory -> client())) {
      wiring.accounts().add(AccountEntry.watched(account, "Rope"));
      for (KnownNetwork network : wiring.networks().networks()) {
        assertThat(wiring.ways().all(network)).isNotEmpty();
      }
      lookAround(wiring.openPracticeNetwork(), account);
      assertThat(names).isEmpty();
      KnownNetwork ethereum = wiring.networks().find("1");
      assertThat(wiring.ways().egress().rows(1)).isEmpty();

      wiring.ways().endpoints().decide(1, "own-only", false);
      OpenNetwork alone = wiring.open(ethereum);
      assertThat(alone.endpoints()).isEmpty();
      lookAround(alone, account);
      assertThat(names).isEmpty();

      Fetch documents = wiring.ways().documents();
      assertThat(names).isEmpty();
      assertThatThrownBy(() -> documents.get(URI.create("https://news.example.org/"), 100))
          .extracting("code")
          .isEqualTo("release-address-silent");
      assertThat(names).containsExactly("news.example.org"); // once, and when it was asked to
      names.clear();

      wiring.ways().endpoints().decide(1, "any", false);
      wiring.open(ethereum).session().refresh(); // and this is how it is when one is chosen
      assertThat(names).isNotEmpty();
    }
  }
}
