package io.belay.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belay.app.networks.NetworkDesk;
import io.belay.app.networks.NetworkLine;
import io.belay.app.shell.Net;
import io.belay.base.ChainId;
import io.belay.base.WalletException;
import io.belay.core.chain.TypedNetwork;
import io.belay.core.rpc.EndpointPolicy;
import io.belay.core.rpc.EndpointStatus;
import io.belay.core.rpc.HttpTransport;
import io.belay.core.track.ChainSession;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The window's networks on a true data directory; no name gets an address, and whoever is looked
/// up is noted, so that not one packet leaves unseen.
@Timeout(60)
class OpenNetsTest {
  private static final ChainId ETHEREUM = ChainId.of(1);
  private static final ChainId ROPE = ChainId.of(4242);
  private static final URI NODE = URI.create("http://127.0.0.1:1/");

  @TempDir Path directory;
  private final Queue<String> names = new ConcurrentLinkedQueue<>();

  @SuppressWarnings("NullAway.Init") // each test opens it first
  private Wiring wiring;

  @SuppressWarnings("NullAway.Init") // each test opens it first
  private OpenNets nets;

  private NetworkDesk open() {
    wiring = new Wiring(directory.resolve("data"), memory -> client());
    nets = new OpenNets(wiring, true);
    return nets.desk();
  }

  private NetworkDesk again() {
    close();
    return open();
  }

  @AfterEach
  void close() {
    nets.close();
    wiring.close();
  }

  private OkHttpClient client() {
    return HttpTransport.sharedClient().newBuilder().dns(this::refuse).build();
  }

  private List<InetAddress> refuse(String name) throws UnknownHostException {
    names.add(name);
    throw new UnknownHostException(name);
  }

  private static NetworkLine line(NetworkDesk desk, ChainId chain) {
    return desk.lines().stream()
        .filter(line -> line.chain().id().equals(chain))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> endpoints(ChainSession session) {
    return session.connectivity().get().endpoints().stream()
        .map(EndpointStatus::config)
        .map(config -> config.id().value())
        .toList();
  }

  private static void code(Runnable deed, String code) {
    assertThatThrownBy(deed::run)
        .isInstanceOfSatisfying(WalletException.class, e -> assertThat(e.code()).isEqualTo(code));
  }

  @Test
  void onlyPracticeIsOpenAtFirstAndNothingLeaves() throws InterruptedException {
    NetworkDesk desk = open();
    nets.current().session().refresh();
    assertThat(nets.current().session().chain().practice()).isTrue();
    assertThat(nets.opened()).hasSize(1);
    assertThat(nets.used()).hasSize(1);
    assertThat(desk.lines()).hasSizeGreaterThan(15);
    code(() -> nets.open(ETHEREUM), "network-not-used");
    code(() -> desk.use(ETHEREUM), "endpoints-undecided");
    assertThat(nets.opened()).hasSize(1);
    assertThat(names).isEmpty();
  }

  @Test
  void turnedOnItIsAskedNothingBeforeItIsLookedAt() throws InterruptedException {
    NetworkDesk desk = open();
    desk.begin(ETHEREUM, EndpointPolicy.ANY);
    assertThat(line(desk, ETHEREUM).usable()).isPositive();
    assertThat(nets.opened()).hasSize(1);
    assertThat(names).isEmpty();
    nets.open(ETHEREUM).session().refresh(); // and this is how it is when it is
    assertThat(names).isNotEmpty();
  }

  @Test
  void withOnesOwnNodeOnlyNobodyElseIsAskedEvenWhenItIsLookedAt() throws InterruptedException {
    NetworkDesk desk = open();
    desk.begin(ETHEREUM, EndpointPolicy.OWN_ONLY);
    Net net = nets.open(ETHEREUM);
    net.session().refresh();
    assertThat(line(desk, ETHEREUM).usable()).isZero();
    assertThat(endpoints(net.session())).isEmpty();
    assertThat(names).isEmpty();
  }

  /// X19: a changed list is taken over by the session that is open.
  @Test
  void aNodeThatIsAddedIsUsedByTheSessionThatIsOpen() {
    NetworkDesk desk = open();
    desk.begin(ETHEREUM, EndpointPolicy.OWN_ONLY);
    ChainSession session = nets.open(ETHEREUM).session();
    desk.addOwn(ETHEREUM, NODE);
    assertThat(endpoints(session)).containsExactly("127.0.0.1");
    assertThat(nets.open(ETHEREUM).session()).isSameAs(session);
    assertThat(line(desk, ETHEREUM).hasOwn()).isTrue();
    code(() -> desk.addOwn(ETHEREUM, NODE), "endpoint-exists");
    assertThat(names).isEmpty();
  }

  @Test
  void theOtherNetworkGoesOnWhileOneIsLookedAt() throws InterruptedException {
    NetworkDesk desk = open();
    desk.begin(ETHEREUM, EndpointPolicy.OWN_ONLY);
    ChainSession practice = nets.current().session();
    nets.open(ETHEREUM);
    practice.refresh();
    assertThat(practice.connectivity().get().groupsUp()).isPositive();
    assertThat(nets.opened()).hasSize(2);
    assertThat(nets.open(practice.chain().id()).session()).isSameAs(practice);
  }

  @Test
  void theNetworkThatWasLookedAtLastComesBack() {
    open().begin(ETHEREUM, EndpointPolicy.OWN_ONLY);
    nets.open(ETHEREUM);
    again();
    assertThat(nets.current().session().chain().id()).isEqualTo(ETHEREUM);
    assertThat(nets.opened()).hasSize(1);
  }

  /// It was taken for a number, and the program ended half open, holding the window's lock.
  @Test
  void aDamagedSettingMeansThePracticeNetwork() {
    open();
    nets.close();
    wiring.settings().set("window.network", "ether");
    nets = new OpenNets(wiring, true);
    assertThat(nets.isPractice()).isTrue();
    assertThat(nets.current().session().chain().practice()).isTrue();
  }

  /// Whoever turned to a network while the window closed left it open, and asking.
  @Test
  void afterTheEndNothingIsOpened() {
    open().begin(ETHEREUM, EndpointPolicy.ANY);
    nets.close();
    assertThatThrownBy(() -> nets.open(ETHEREUM)).isInstanceOf(CancellationException.class);
    assertThatThrownBy(nets::current).isInstanceOf(CancellationException.class);
    assertThat(nets.opened()).isEmpty();
    assertThat(names).isEmpty();
  }

  @Test
  void turnedOffItIsClosedAndDoesNotComeBack() {
    NetworkDesk desk = open();
    ChainId practice = nets.current().session().chain().id();
    desk.begin(ETHEREUM, EndpointPolicy.OWN_ONLY);
    nets.open(ETHEREUM);
    code(() -> desk.cease(ETHEREUM), "network-looked-at");
    nets.open(practice);
    desk.cease(ETHEREUM);
    assertThat(nets.opened()).hasSize(1);
    code(() -> nets.open(ETHEREUM), "network-not-used");
    assertThat(line(again(), ETHEREUM).standing().decided()).isTrue();
    assertThat(nets.used()).hasSize(1);
  }

  @Test
  void aNetworkOfOnesOwnComesAndGoesWithAllThatWasDecided() {
    NetworkDesk desk = open();
    TypedNetwork rope =
        new TypedNetwork("4242", "Rope", "", "RPE", "18", false, "https://rope.example.org");
    desk.add(rope.file());
    assertThat(line(desk, ROPE).standing().used()).isFalse();
    code(() -> desk.add(rope.file()), "network-exists");
    desk.begin(ROPE, EndpointPolicy.ANY);
    assertThat(line(desk, ROPE).usable()).isEqualTo(1);
    desk.remove(ROPE);
    assertThat(desk.lines()).noneMatch(line -> line.chain().id().equals(ROPE));
    assertThat(nets.used()).hasSize(1);
    desk.add(rope.file());
    assertThat(line(desk, ROPE).standing().decided()).isFalse();
    code(() -> desk.remove(ETHEREUM), "built-in-network");
    assertThat(names).isEmpty();
  }

  @Test
  void practiceStaysAsItIs() {
    NetworkDesk desk = open();
    ChainId practice = nets.current().session().chain().id();
    code(() -> desk.cease(practice), "practice-network");
    code(() -> desk.remove(practice), "practice-network");
    code(() -> desk.begin(practice, EndpointPolicy.ANY), "practice-network");
    code(() -> desk.addOwn(practice, NODE), "practice-network");
  }
}
