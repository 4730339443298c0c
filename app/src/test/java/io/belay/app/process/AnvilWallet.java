package io.belay.app.process;

import io.belay.base.ChainId;
import io.belay.base.Hex;
import io.belay.core.send.SendJournal;
import io.belay.core.send.TxRecord;
import io.belay.core.state.MonotonicClock;
import io.belay.core.store.Database;
import io.belay.core.store.Schema;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// A data directory with a cheap vault of one funded account on a network that the user has added:
/// anvil behind four faulty endpoints.
final class AnvilWallet implements AutoCloseable {
  private static final String HUNDRED_ETHER = "0x56bc75e2d63100000";

  private final AnvilNode node;
  private final List<FaultProxy> endpoints = new ArrayList<>();
  private final Program program;
  private final Path passwordFile;
  private final String account;

  /// @param directory gets the data directory `data`, if it is not there
  AnvilWallet(Path directory) throws IOException, InterruptedException {
    this.program = new Program(directory);
    this.passwordFile = Files.writeString(directory.resolve("password"), Served.PASSWORD);
    Files.createDirectories(program.directory());
    this.account = Served.vault(program.directory(), false);
    this.node = AnvilNode.start();
    for (int i = 0; i < 4; i++) {
      endpoints.add(new FaultProxy(node));
    }
    node.result("anvil_setBalance", "'%s','%s'".formatted(account, HUNDRED_ETHER));
    node.result("anvil_mine", "'0x3'");
    program.run("network", "add", networkFile(directory).toString()).done(0);
    program.run("network", "use", Long.toString(AnvilNode.CHAIN_ID)).done(0);
  }

  private Path networkFile(Path directory) throws IOException {
    String urls = endpoints.stream().map(e -> '"' + e.url() + '"').collect(Collectors.joining(","));
    String text =
        "{\"chainId\":"
            + AnvilNode.CHAIN_ID
            + ",\"name\":\"Anvil\",\"blockTimeSeconds\":1,\"rpc\":["
            + urls
            + "],\"nativeCurrency\":{\"symbol\":\"AETH\",\"decimals\":18}}";
    return Files.writeString(directory.resolve("network.json"), text);
  }

  /// Where a journalled transaction is.
  KillStage wire() {
    List<FaultProxy.Carried> carried = endpoints.stream().map(FaultProxy::carried).toList();
    if (carried.stream().allMatch(FaultProxy.Carried.PASSED::equals)) {
      return KillStage.ACCEPTED;
    }
    if (carried.contains(FaultProxy.Carried.PASSED)) {
      return KillStage.BETWEEN_ENDPOINTS;
    }
    return carried.contains(FaultProxy.Carried.HEARD)
        ? KillStage.ON_THE_WIRE
        : KillStage.JOURNALLED;
  }

  AnvilNode node() {
    return node;
  }

  List<FaultProxy> endpoints() {
    return endpoints;
  }

  void all(FaultProxy.Fault fault) throws IOException {
    for (FaultProxy endpoint : endpoints) {
      endpoint.set(fault);
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

  /// A payment of 0.01 to the friend, with more options.
  String[] send(Path password, String... more) {
    return send(BigInteger.TEN.pow(16), password, more);
  }

  /// As above, of so many wei.
  String[] send(BigInteger wei, Path password, String... more) {
    String amount = new BigDecimal(wei, 18).toPlainString();
    Stream<String> fixed =
        Stream.of("send", "--from", account, "--to", Served.FRIEND, "--amount", amount, "--yes");
    Stream<String> rest = Stream.of("--json", "--password-file", password.toString());
    return Stream.of(fixed, rest, Stream.of(more)).flatMap(s -> s).toArray(String[]::new);
  }

  /// The journal as it is on disk now. It is closed again, so that the next process finds all as
  /// the last one left it.
  List<TxRecord> journal() {
    try (Database database = Schema.open(program.directory())) {
      return new SendJournal(database, ChainId.of(AnvilNode.CHAIN_ID), new MonotonicClock()).all();
    }
  }

  BigInteger balance(String address) throws IOException, InterruptedException {
    return Hex.toBigInteger(
        node.result("eth_getBalance", "'%s','latest'".formatted(address)).asString());
  }

  /// How many transactions of the account are in blocks, or in the pool too.
  long nonce(String tag) throws IOException, InterruptedException {
    return Hex.toLong(
        node.result("eth_getTransactionCount", "'%s','%s'".formatted(account, tag)).asString());
  }

  /// The account's transactions in all blocks, oldest first.
  List<JsonNode> mined() throws IOException, InterruptedException {
    List<JsonNode> mined = new ArrayList<>();
    long head = Hex.toLong(node.result("eth_blockNumber", "").asString());
    for (long number = 0; number <= head; number++) {
      JsonNode block =
          node.result("eth_getBlockByNumber", "'%s',true".formatted(Hex.quantity(number)));
      for (JsonNode transaction : block.path("transactions")) {
        if (transaction.path("from").asString().equalsIgnoreCase(account)) {
          mined.add(transaction);
        }
      }
    }
    return mined;
  }

  @Override
  public void close() {
    endpoints.forEach(FaultProxy::close);
    node.close();
  }
}
