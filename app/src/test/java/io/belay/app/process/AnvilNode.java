package io.belay.app.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A real EVM node with a block every second, final two blocks later. Shares the program that npm
/// put in place for wallet-core's tests.
final class AnvilNode implements AutoCloseable {
  static final long CHAIN_ID = 31337;

  private static final Path CORE = Path.of("..", "wallet-core");
  private static final Path PLACE = CORE.resolve(Path.of("target", "anvil"));
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final Process process;
  private final URI url;

  private AnvilNode(Process process, int port) {
    this.process = process;
    this.url = URI.create("http://127.0.0.1:" + port);
  }

  /// Starts one; without npm the test says so and is skipped, or fails where it is demanded.
  static AnvilNode start() throws IOException, InterruptedException {
    Path program = program();
    int port = freePort();
    Process process =
        new ProcessBuilder(
                program.toString(),
                "--host",
                "127.0.0.1",
                "--port",
                Integer.toString(port),
                "--chain-id",
                Long.toString(CHAIN_ID),
                "--block-time",
                "1",
                "--slots-in-an-epoch",
                "1",
                "--silent")
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    // whatever a test runs into, none stays behind
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    AnvilNode node = new AnvilNode(process, port);
    node.awaitListening();
    return node;
  }

  private static Path program() throws IOException, InterruptedException {
    Files.createDirectories(PLACE);
    // two test processes may be here at once
    try (FileChannel channel =
            FileChannel.open(
                PLACE.resolve("npm.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.lock()) {
      assertThat(lock.isValid()).isTrue();
      if (!Files.exists(PLACE.resolve("node_modules").resolve(".package-lock.json"))) {
        fetch();
      }
    }
    try (Stream<Path> files = Files.walk(PLACE.resolve("node_modules"))) {
      // the wrapper scripts of the same name are small
      return files
          .filter(f -> f.endsWith(Path.of("bin", "anvil")) && f.toFile().length() > 1_000_000)
          .findFirst()
          .map(Path::toAbsolutePath)
          .orElseGet(() -> missing("npm brought no anvil for this machine"));
    }
  }

  private static void fetch() throws IOException, InterruptedException {
    for (String file : List.of("package.json", "package-lock.json", ".npmrc", "token.js")) {
      Files.copy(
          CORE.resolve(Path.of("src", "test", "anvil", file)),
          PLACE.resolve(file),
          StandardCopyOption.REPLACE_EXISTING);
    }
    try {
      Process npm =
          new ProcessBuilder("npm", "ci", "--silent", "--no-audit", "--no-fund")
              .directory(PLACE.toFile())
              .redirectErrorStream(true)
              .redirectOutput(PLACE.resolve("npm.log").toFile())
              .start();
      if (!npm.waitFor(120, TimeUnit.SECONDS) || npm.exitValue() != 0) {
        npm.destroyForcibly();
        missing("npm could not fetch anvil");
      }
    } catch (IOException e) {
      missing("npm is missing");
    }
  }

  private static Path missing(String why) {
    if (Boolean.getBoolean("belay.demand")) {
      return fail(why);
    }
    System.out.println("anvil: skipped, " + why);
    return abort(why);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private void awaitListening() throws InterruptedException {
    Instant until = Instant.now().plus(PATIENCE);
    while (Instant.now().isBefore(until)) {
      try {
        result("eth_chainId", "");
        return;
      } catch (IOException e) {
        Thread.sleep(100); // not listening yet
      }
    }
    close();
    throw new AssertionError("anvil does not listen");
  }

  /// What it answers to the bytes of a request.
  byte[] pass(byte[] body) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(url)
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build();
    return client.send(request, HttpResponse.BodyHandlers.ofByteArray()).body();
  }

  /// The result of a request; params as JSON, single quotes for double ones.
  JsonNode result(String method, String params) throws IOException, InterruptedException {
    String body =
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"%s\",\"params\":[%s]}"
            .formatted(method, params.replace('\'', '"'));
    JsonNode reply = JsonMapper.shared().readTree(pass(body.getBytes(StandardCharsets.UTF_8)));
    assertThat(reply.has("error")).as(reply.toString()).isFalse();
    return reply.path("result");
  }

  @Override
  public void close() {
    client.close();
    process.destroyForcibly().onExit().join();
  }
}
