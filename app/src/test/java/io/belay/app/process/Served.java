package io.belay.app.process;

import io.belay.base.Address;
import io.belay.core.practice.Fault;
import io.belay.core.practice.PracticeChain;
import io.belay.core.practice.PracticeNet;
import io.belay.core.rpc.JsonRpc;
import io.belay.core.rpc.Reply;
import io.belay.core.rpc.Transport;
import io.belay.core.rpc.TransportException;
import io.belay.core.state.MonotonicClock;
import io.belay.core.store.AccountBook;
import io.belay.core.store.AccountEntry;
import io.belay.core.store.Database;
import io.belay.core.store.Schema;
import io.belay.keystore.hd.Mnemonic;
import io.belay.keystore.vault.KdfCost;
import io.belay.keystore.vault.Password;
import io.belay.keystore.vault.Unlocked;
import io.belay.keystore.vault.VaultAccount;
import io.belay.keystore.vault.Vaults;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import tools.jackson.databind.JsonNode;

/// A data directory with a cheap vault of one funded account, and `practice serve` running on it.
final class Served implements AutoCloseable {
  static final String FRIEND = "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed";
  static final String PASSWORD = "practice password";

  private final Program program;
  private final Program.Running server;
  private final PracticeNet net;
  private final Path passwordFile;
  private final String account;

  /// @param blockSeconds between two blocks
  Served(Path directory, int blockSeconds) throws IOException, InterruptedException {
    this.program = new Program(directory);
    this.passwordFile = Files.writeString(directory.resolve("password"), PASSWORD);
    Files.createDirectories(program.directory());
    this.account = vault(program.directory(), true);
    this.server =
        program.start(
            "practice",
            "serve",
            "--endpoints",
            "4",
            "--block-time",
            Integer.toString(blockSeconds),
            "--json");
    awaitServing();
    InstantSource clock = new MonotonicClock();
    this.net =
        PracticeNet.open(
            program.directory().resolve("practice"),
            4,
            dir -> PracticeChain.open(dir, Duration.ofSeconds(blockSeconds), clock),
            clock);
    program.run("practice", "faucet", account, "100").done(0);
    net.mine(1);
  }

  /// Makes a vault whose password costs next to nothing; the address of its first account.
  ///
  /// @param practice whether it signs for the practice chain only
  static String vault(Path directory, boolean practice) {
    InstantSource clock = new MonotonicClock();
    try (Mnemonic words = Mnemonic.random(12, new SecureRandom());
        Password password = Password.of(PASSWORD.toCharArray());
        Unlocked unlocked =
            new Vaults(
                    directory.resolve("vaults"),
                    new KdfCost(16 * 1024, 1, 1),
                    new SecureRandom(),
                    clock)
                .create("main", practice, words, password)
                .unlock(password);
        Database database = Schema.open(directory)) {
      VaultAccount first = unlocked.accounts().getFirst();
      new AccountBook(database, clock)
          .add(new AccountEntry(first.ref(), "Account 1", first.pathText(), first.kind()));
      return first.ref().address().toString();
    }
  }

  private void awaitServing() throws IOException, InterruptedException {
    Instant until = Instant.now().plusSeconds(30);
    while (!Files.readString(server.out()).contains("control")) {
      if (Instant.now().isAfter(until) || !server.process().isAlive()) {
        throw new AssertionError("not serving: " + Files.readString(server.err()));
      }
      Thread.sleep(50);
    }
  }

  Program program() {
    return program;
  }

  String account() {
    return account;
  }

  Path passwordFile() {
    return passwordFile;
  }

  PracticeNet net() {
    return net;
  }

  void all(Fault fault) {
    net.endpoints().forEach(e -> net.setFault(e.id(), fault));
  }

  /// A payment of 0.1 to the friend, with more options.
  String[] send(String... more) {
    return sendWith(passwordFile, more);
  }

  String[] sendWith(Path password, String... more) {
    String[] fixed = {
      "send",
      "--from",
      account,
      "--to",
      FRIEND,
      "--amount",
      "0.1",
      "--yes",
      "--json",
      "--password-file",
      password.toString()
    };
    String[] all = new String[fixed.length + more.length];
    System.arraycopy(fixed, 0, all, 0, fixed.length);
    System.arraycopy(more, 0, all, fixed.length, more.length);
    return all;
  }

  /// A balance as the chain itself has it, past all faults.
  BigInteger truth(String address) {
    return number("eth_getBalance", address, "latest");
  }

  /// How many transactions the account has in blocks, or in the pool too, as the chain itself has
  /// it.
  long nonce(String tag) {
    return number("eth_getTransactionCount", account, tag).longValueExact();
  }

  private BigInteger number(String method, String address, String tag) {
    String body =
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\""
            + method
            + "\",\"params\":[\""
            + Address.parse(address).toLowerHex()
            + "\",\""
            + tag
            + "\"]}";
    try {
      Transport clean = net.clean();
      Reply reply = clean.exchange(body.getBytes(StandardCharsets.UTF_8), Duration.ofSeconds(10));
      JsonNode json = new JsonRpc().parse(reply.body());
      return new BigInteger(json.path("result").asString().substring(2), 16);
    } catch (TransportException e) {
      throw new AssertionError("the practice chain is not there", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }

  @Override
  public void close() {
    net.close();
    server.process().destroyForcibly().onExit().join();
  }
}
