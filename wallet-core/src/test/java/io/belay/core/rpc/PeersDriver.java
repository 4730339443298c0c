package io.belay.core.rpc;

import io.belay.base.Address;
import io.belay.base.ChainId;
import io.belay.base.Hex;
import io.belay.base.TxHash;
import io.belay.core.chain.Chain;
import io.belay.core.fee.FeeBasis;
import io.belay.core.fee.FeeChoice;
import io.belay.core.fee.FeeOracle;
import io.belay.core.fee.FeeQuote;
import io.belay.core.fee.FeeReader;
import io.belay.core.money.Asset;
import io.belay.core.money.Wei;
import io.belay.core.send.BroadcastReport;
import io.belay.core.send.Broadcaster;
import io.belay.core.state.MonotonicClock;
import io.belay.core.state.Observed;
import io.belay.core.state.Timing;
import io.belay.core.store.Database;
import io.belay.core.store.Schema;
import io.belay.core.token.BalanceSlots;
import io.belay.core.token.TokenReader;
import io.belay.core.tx.SignedTransaction;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import okhttp3.OkHttpClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The engine as one driver of a side-by-side of Ethereum clients behind faulty endpoints: one JSON
/// object with jobs on the standard input, one line of JSON with their results on the standard
/// output. Nothing is tuned for it: transports, endpoints, reader and broadcaster are the app's.
public final class PeersDriver {
  // what the app waits in all before it says that nobody answers
  private static final Duration PATIENCE = Duration.ofSeconds(8);
  private static final JsonMapper JSON = JsonMapper.shared();

  private final JsonNode input;
  private final Path directory;
  private final Database database;
  private final InstantSource clock = new MonotonicClock();
  private final OkHttpClient http = HttpTransport.sharedClient();
  private final ExecutorService jobs = Executors.newVirtualThreadPerTaskExecutor();

  private PeersDriver(JsonNode input, Path directory) {
    this.input = input;
    this.directory = directory;
    this.database = Schema.open(directory);
  }

  /// Reads jobs, does them, prints results after each round.
  public static void main(String[] args) throws Exception {
    PrintStream out = System.out;
    System.setOut(System.err); // logs
    JsonNode input = JSON.readTree(System.in);
    Path directory = Files.createTempDirectory("belay-peers");
    PeersDriver driver = new PeersDriver(input, directory);
    driver.run(out);
    driver.clean();
    Runtime.getRuntime().halt(0); // calls to endpoints that never answer may still be under way
  }

  private void clean() throws IOException {
    database.close();
    try (var files = Files.list(directory)) {
      for (Path file : files.toList()) {
        Files.deleteIfExists(file);
      }
    }
    Files.deleteIfExists(directory);
  }

  private void run(PrintStream out) throws InterruptedException {
    JsonNode warm = input.path("warmup");
    if (warm.isObject()) {
      Client client = new Client(List.of(warm.path("url").asString()), "warm-");
      for (int i = 0; i < warm.path("rounds").asInt(); i++) {
        client.reads(input.path("rounds").path(0).path("reads"));
      }
    }
    long startAt = input.path("startAt").asLong();
    long late = Math.max(0, System.currentTimeMillis() - startAt);
    Thread.sleep(Math.max(0, startAt - System.currentTimeMillis()));
    long start = System.currentTimeMillis();
    List<String> urls = new ArrayList<>();
    input.path("urls").forEach(url -> urls.add(url.asString()));
    Client client = new Client(urls, "");
    client.poll();
    ArrayNode results = JSON.createArrayNode();
    for (JsonNode round : input.path("rounds")) {
      Thread.sleep(Math.max(0, start + round.path("at").asLong() - System.currentTimeMillis()));
      results.addAll(client.reads(round.path("reads")));
      for (JsonNode send : round.path("sends")) {
        results.add(client.send(send));
      }
      ObjectNode line =
          JSON.createObjectNode()
              .put("v", 1)
              .put("driver", input.path("driver").asString(""))
              .put("version", "belay 0.1.0")
              .put("lateMs", late);
      line.set("results", results);
      out.println(line);
      out.flush();
    }
  }

  /// One wallet over some endpoints.
  private final class Client {
    private final Reader reader;
    private final TokenReader tokens;
    private final Broadcaster broadcaster;

    Client(List<String> urls, String prefix) {
      ChainId id = ChainId.of(input.path("chainId").asLong());
      ChainMemory memory = new StoredChainMemory(database, id);
      Endpoint.Tools tools = new Endpoint.Tools(new JsonRpc(), NodeErrors.load(), clock, memory);
      List<Endpoint> endpoints = new ArrayList<>();
      for (String url : urls) {
        endpoints.add(endpoint(id, URI.create(url), prefix, tools));
      }
      reader = new Reader(chain(id), endpoints, memory, Timing.real(clock));
      tokens = new TokenReader(reader, BalanceSlots.load());
      broadcaster = new Broadcaster(endpoints, (hash, row) -> {}, Timing.real(clock), () -> {});
    }

    /// As the app does while its window is open.
    void poll() {
      Thread.ofVirtual()
          .name("belay-poll")
          .start(() -> {
            try {
              while (true) {
                reader.poll();
                Thread.sleep(reader.untilPoll());
              }
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
          });
    }

    List<JsonNode> reads(JsonNode wanted) throws InterruptedException {
      List<Future<JsonNode>> running = new ArrayList<>();
      for (JsonNode job : wanted) {
        running.add(
            jobs.submit(() -> timed(job, input.path("readDeadlineMs").asInt(), () -> read(job))));
      }
      List<JsonNode> results = new ArrayList<>();
      for (Future<JsonNode> one : running) {
        try {
          results.add(one.get());
        } catch (ExecutionException e) {
          throw new IllegalStateException(e);
        }
      }
      return results;
    }

    JsonNode send(JsonNode job) throws InterruptedException {
      return timed(job, input.path("sendDeadlineMs").asInt(), () -> delivered(job));
    }

    private JsonNode read(JsonNode job) throws InterruptedException {
      return switch (job.path("kind").asString()) {
        case "getBalance" ->
            JSON.getNodeFactory().stringNode(account(job).balance().value().toString());
        case "getTransactionCount" -> JSON.getNodeFactory().numberNode(account(job).nonce());
        case "feeHistory" -> fees();
        case "call" -> token(job);
        default -> throw new IllegalArgumentException("an unknown kind of job");
      };
    }

    private AccountState account(JsonNode job) throws InterruptedException {
      return known(reader.account(Address.parse(job.path("address").asString()), PATIENCE));
    }

    private JsonNode fees() throws InterruptedException {
      FeeReader fees = new FeeReader(reader);
      FeeBasis basis = known(reader.patiently(PATIENCE, fees::now));
      FeeQuote quote = FeeOracle.quote(FeeChoice.Pace.NORMAL, basis);
      return JSON.createObjectNode()
          .put("maxFeePerGas", quote.maxFeePerGas().toString())
          .put("maxPriorityFeePerGas", quote.maxPriorityFeePerGas().toString());
    }

    private JsonNode token(JsonNode job) throws InterruptedException {
      Address token = Address.parse(job.path("token").asString());
      Address holder = Address.parse(job.path("address").asString());
      Observed<Wei> balance =
          reader.patiently(PATIENCE, () -> tokens.balance(reader.view(), token, holder));
      return JSON.getNodeFactory().stringNode(known(balance).value().toString());
    }

    private JsonNode delivered(JsonNode job) throws InterruptedException {
      SignedTransaction signed = SignedTransaction.of(Hex.decode(job.path("raw").asString()));
      TxHash hash = signed.hash();
      long resendAt = 0;
      long giveUpAt = System.nanoTime() + PATIENCE.toNanos();
      while (true) {
        if (System.nanoTime() - resendAt >= 0) {
          BroadcastReport report = broadcaster.broadcast(signed);
          boolean unsent = report.verdict() == BroadcastReport.Verdict.NOT_SENT;
          if (unsent && System.nanoTime() - giveUpAt >= 0) {
            throw new IllegalStateException("nobody was reached: not a byte of it has left");
          }
          resendAt = System.nanoTime() + Duration.ofSeconds(4).toNanos();
        }
        View view = reader.view();
        Observed<Inclusion> inclusion = reader.find(hash, view).inclusion();
        if (inclusion.maybe().isPresent()) {
          return JSON.createObjectNode()
              .put("hash", hash.toString())
              .put("status", inclusion.maybe().get().succeeded() ? 1 : 0)
              .put("blockNumber", inclusion.maybe().get().block().number());
        }
        Thread.sleep(input.path("pollMs").asLong());
      }
    }
  }

  private static <T> T known(Observed<T> observed) {
    return observed.maybe().orElseThrow(() -> new IllegalStateException(observed.toString()));
  }

  private JsonNode timed(JsonNode job, int deadlineMillis, Callable<JsonNode> work)
      throws InterruptedException {
    ObjectNode result =
        JSON.createObjectNode()
            .put("id", job.path("id").asString())
            .put("kind", job.path("kind").asString())
            .put("startedAt", System.currentTimeMillis());
    long start = System.nanoTime();
    Future<JsonNode> running = jobs.submit(work);
    try {
      result.set("value", running.get(deadlineMillis, TimeUnit.MILLISECONDS));
      result.put("status", "answered");
    } catch (TimeoutException e) {
      running.cancel(true);
      result.put("status", "deadline").put("error", "deadline");
    } catch (ExecutionException e) {
      String why = String.valueOf(e.getCause());
      result.put("status", "error").put("error", why.substring(0, Math.min(160, why.length())));
    }
    return result.put("ms", Math.round((System.nanoTime() - start) / 1e4) / 100.0);
  }

  private Endpoint endpoint(ChainId id, URI url, String prefix, Endpoint.Tools tools) {
    String name = prefix + url.getHost() + "-" + url.getPort();
    return new Endpoint(
        new EndpointConfig(
            new EndpointId(name), id, url, name, name, EndpointConfig.Kind.PROVIDER, true),
        new HttpTransport(http, url),
        tools);
  }

  /// A network as a person would add it.
  private static Chain chain(ChainId id) {
    return new Chain(
        id,
        "Local",
        "local",
        new Asset(id, "ETH", 18),
        Duration.ofSeconds(1),
        new Chain.Rules(Chain.HeaderKind.OPAQUE, true, Duration.ofSeconds(2)),
        false);
  }
}
