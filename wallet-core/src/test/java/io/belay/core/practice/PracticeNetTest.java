package io.belay.core.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belay.base.Address;
import io.belay.base.WalletException;
import io.belay.core.money.Wei;
import io.belay.core.rpc.JsonRpc;
import io.belay.core.rpc.Transport;
import io.belay.core.rpc.TransportException;
import io.belay.core.rpc.TransportException.Reason;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PracticeNetTest {
  private static final Duration PATIENT = Duration.ofSeconds(5);
  private static final Address ALICE = Address.parse("0x00000000000000000000000000000000000a11ce");

  @TempDir Path temp;

  private PracticeNet open() {
    return open(FakeChain::new);
  }

  private PracticeNet open(Function<Path, ChainBox> opener) {
    return PracticeNet.open(temp, 4, opener, InstantSource.system());
  }

  private static String ask(Transport transport, String method) throws Exception {
    String body = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"" + method + "\",\"params\":[]}";
    byte[] answer = transport.exchange(body.getBytes(StandardCharsets.UTF_8), PATIENT).body();
    return new JsonRpc().parse(answer).path("result").asString("");
  }

  @Test
  void firstOwnsAndSecondSeesTheSameChain() throws Exception {
    try (PracticeNet one = open();
        PracticeNet two = open()) {
      assertThat(one.isOwner()).isTrue();
      assertThat(two.isOwner()).isFalse();
      two.mine(3);
      assertThat(one.head().number()).isEqualTo(103);
      assertThat(two.head()).isEqualTo(one.head());
      assertThat(ask(two.clean(), "eth_blockNumber")).isEqualTo("0x67");
      assertThat(ask(two.transport("practice-4"), "eth_blockNumber")).isEqualTo("0x67");
      assertThat(two.faucet(ALICE, Optional.empty()))
          .isNotEqualTo(one.faucet(ALICE, Optional.of(Wei.of(5))));
      one.reorg(1);
      two.reset();
      assertThat(one.head().number()).isEqualTo(100);
    }
  }

  @Test
  void refusalsOfTheChainKeepTheirCodeOverTheSocket() {
    try (PracticeNet one = open();
        PracticeNet two = open()) {
      for (PracticeNet net : List.of(one, two)) {
        assertThatThrownBy(() -> net.faucet(Address.ZERO, Optional.empty()))
            .isInstanceOf(WalletException.class)
            .extracting("code")
            .isEqualTo("no-such-luck");
        assertThatThrownBy(() -> net.setFault("practice-5", Fault.OK))
            .extracting("code")
            .isEqualTo("unknown-endpoint");
        assertThatThrownBy(() -> net.transport("practice-0"))
            .extracting("code")
            .isEqualTo("unknown-endpoint");
      }
    }
  }

  @Test
  void faultsBelongToOneEndpointAndAreStored() throws Exception {
    try (PracticeNet one = open();
        PracticeNet two = open()) {
      two.setFault("practice-2", Fault.WRONG_CHAIN);
      assertThat(ask(one.transport("practice-2"), "eth_chainId")).isEqualTo("0x1");
      assertThat(ask(one.transport("practice-1"), "eth_chainId")).isEqualTo("0x8c3e67a1");
      assertThat(ask(two.clean(), "eth_chainId")).isEqualTo("0x8c3e67a1");
    }
    try (PracticeNet later = open()) {
      assertThat(later.endpoints())
          .contains(
              new PracticeEndpoint("practice-1", "Practice 1", Fault.OK),
              new PracticeEndpoint("practice-2", "Practice 2", Fault.WRONG_CHAIN))
          .hasSize(4);
    }
  }

  @Test
  void unreadableFaultsKeepTheOnesKnown() throws Exception {
    try (PracticeNet net = open()) {
      net.setFault("practice-1", Fault.STALE);
      assertThat(net.endpoints().getFirst().fault()).isEqualTo(Fault.STALE);
      Files.writeString(temp.resolve("faults.json"), "{\"practice-1\":\"no such fault\"}");
      assertThat(net.endpoints().getFirst().fault()).isEqualTo(Fault.STALE);
    }
  }

  @Test
  void socketIsPrivateAndGoesWithItsOwner() throws Exception {
    Path socket;
    try (PracticeNet net = open()) {
      assertThat(net.isOwner()).isTrue();
      socket = Path.of(Files.readString(temp.resolve("practice.sock-path")));
      assertThat(socket.toString().length()).isLessThan(108);
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(socket)))
          .isEqualTo("rw-------");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(socket.getParent())))
          .isEqualTo("rwx------");
    }
    assertThat(socket).doesNotExist();
    assertThat(temp.resolve("practice.sock-path")).doesNotExist();
  }

  @Test
  void socketAvoidsLongAndForeignDirectories() throws Exception {
    Path runtime =
        Files.createDirectory(
            temp.resolve("run"),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    Path open = Files.createDirectory(temp.resolve("open"));
    Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxrwxrwx"));
    Path deep = temp.resolve("d".repeat(100));
    assertThat(new SocketPlace(Optional.of(runtime), temp).fresh().getParent()).isEqualTo(runtime);
    assertThat(new SocketPlace(Optional.of(open), runtime).fresh()).startsWithRaw(runtime);
    Path elsewhere = new SocketPlace(Optional.empty(), deep).fresh();
    assertThat(elsewhere.toString().length()).isLessThan(60);
    Files.delete(elsewhere.getParent());
  }

  @Test
  void closingTheOwnerLetsTheNextCallTakeOver() throws Exception {
    PracticeNet one = open();
    try (PracticeNet two = open()) {
      one.mine(1);
      one.close();
      assertThatThrownBy(() -> one.mine(1)).extracting("code").isEqualTo("practice-unreachable");
      assertThat(ask(two.transport("practice-1"), "eth_blockNumber")).isEqualTo("0x65");
      assertThat(two.isOwner()).isTrue();
    }
  }

  @Test
  void chainIsOpenedOnceHoweverManyRushIn() throws Exception {
    AtomicInteger opened = new AtomicInteger();
    List<Callable<PracticeNet>> rush = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      rush.add(() ->
          open(dir -> {
            opened.incrementAndGet();
            return new FakeChain(dir);
          }));
    }
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<PracticeNet> nets = new ArrayList<>();
      for (Future<PracticeNet> each : threads.invokeAll(rush)) {
        nets.add(each.get());
      }
      assertThat(opened).hasValue(1);
      assertThat(nets.stream().filter(PracticeNet::isOwner)).hasSize(1);
      nets.stream().filter(net -> !net.isOwner()).forEach(PracticeNet::close);
      nets.stream().filter(PracticeNet::isOwner).forEach(PracticeNet::close);
    }
  }

  @Test
  void ownerTicks() throws Exception {
    CountDownLatch ticks = new CountDownLatch(3);
    try (PracticeNet net = open(dir -> new SlowChain(dir, ticks::countDown))) {
      assertThat(net.isOwner()).isTrue();
      assertThat(ticks.await(2, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void exchangeEndsByTimeoutAndByInterruptWhereverTheChainIs() throws Exception {
    try (PracticeNet one = open(dir -> new SlowChain(dir, () -> {}));
        PracticeNet two = open()) {
      for (PracticeNet net : List.of(one, two)) {
        long start = System.nanoTime();
        assertThatThrownBy(() -> net.clean().exchange(new byte[0], Duration.ofMillis(200)))
            .isInstanceOfSatisfying(
                TransportException.class, e -> assertThat(e.reason()).isEqualTo(Reason.TIMEOUT));
        Thread caller = Thread.currentThread();
        Thread.ofVirtual().start(() -> interruptSoon(caller));
        assertThatThrownBy(() -> net.clean().exchange(new byte[0], Duration.ofSeconds(30)))
            .isInstanceOf(InterruptedException.class);
        assertThat(Duration.ofNanos(System.nanoTime() - start))
            .isLessThan(Duration.ofMillis(1_500));
      }
    }
  }

  private static void interruptSoon(Thread caller) {
    try {
      Thread.sleep(100);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    caller.interrupt();
  }

  @Test
  void killedOwnerInAnotherProcessIsReplacedAndItsSocketCleared() throws Exception {
    Process child = PracticeChild.start(temp);
    try (BufferedReader out = child.inputReader()) {
      assertThat(out.readLine()).isEqualTo("owner");
      try (PracticeNet net = open()) {
        assertThat(net.isOwner()).isFalse();
        net.mine(2);
        Path socket = Path.of(Files.readString(temp.resolve("practice.sock-path")));
        child.toHandle().destroyForcibly(); // SIGKILL
        child.waitFor();
        assertThat(socket).exists();
        long start = System.nanoTime();
        assertThat(ask(net.transport("practice-1"), "eth_blockNumber")).isEqualTo("0x66");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
        assertThat(net.isOwner()).isTrue();
        assertThat(socket).doesNotExist();
      }
    } finally {
      child.destroyForcibly();
    }
  }

  @Test
  void anotherProcessSeesFaultsAtOnceAndTakesOver() throws Exception {
    PracticeNet net = open();
    Process child = PracticeChild.start(temp);
    try (BufferedReader out = child.inputReader();
        PrintWriter in = new PrintWriter(child.outputWriter(), true)) {
      assertThat(out.readLine()).isEqualTo("guest");
      net.setFault("practice-1", Fault.LYING);
      long start = System.nanoTime();
      assertThat(said(in, out, "fault")).isEqualTo("lying");
      assertThat(said(in, out, "bad-proof")).isEqualTo("set");
      assertThat(net.endpoints().getFirst().fault()).isEqualTo(Fault.BAD_PROOF);
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(600));
      net.close();
      assertThat(said(in, out, "mine")).isEqualTo("mined");
      assertThat(said(in, out, "head")).isEqualTo("101");
      try (PracticeNet back = open()) {
        assertThat(back.isOwner()).isFalse();
        assertThat(back.head().number()).isEqualTo(101);
      }
    } finally {
      net.close();
      child.destroyForcibly();
    }
  }

  @Test
  void ownersMayBeKilledOneAfterAnotherAndNothingMinedIsLost() throws Exception {
    record Peer(Process process, BufferedReader out, PrintWriter in) {}
    List<Peer> peers = new ArrayList<>();
    try {
      for (int i = 0; i < 4; i++) {
        Process child = PracticeChild.start(temp);
        peers.add(
            new Peer(child, child.inputReader(), new PrintWriter(child.outputWriter(), true)));
      }
      for (Peer peer : peers) {
        assertThat(peer.out().readLine()).isIn("owner", "guest");
      }
      int height = 100;
      while (peers.size() > 1) {
        List<Peer> owners = new ArrayList<>();
        for (Peer peer : peers) {
          assertThat(said(peer.in(), peer.out(), "mine")).isEqualTo("mined");
          height++;
          if (said(peer.in(), peer.out(), "who").equals("owner")) {
            owners.add(peer);
          }
        }
        assertThat(owners).hasSize(1);
        owners.getFirst().process().toHandle().destroyForcibly();
        owners.getFirst().process().waitFor();
        peers.remove(owners.getFirst());
      }
      Peer last = peers.getFirst();
      assertThat(said(last.in(), last.out(), "head")).isEqualTo(Integer.toString(height));
      assertThat(said(last.in(), last.out(), "who")).isEqualTo("owner");
    } finally {
      peers.forEach(peer -> peer.process().destroyForcibly());
    }
  }

  private static String said(PrintWriter in, BufferedReader out, String word) throws IOException {
    in.println(word);
    return out.readLine();
  }
}
