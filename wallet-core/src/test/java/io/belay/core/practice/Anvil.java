package io.belay.core.practice;

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
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A real EVM node of this test's own, mining on demand, on the practice network's chain id.
final class Anvil implements AutoCloseable {
  private static final Path SOURCE = Path.of("src", "test", "anvil");
  private static final String LOCK = "package-lock.json";
  private static final Path PLACE = Path.of("target", "anvil");
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final Process process;
  private final URI url;

  private Anvil(Process process, int port) {
    this.process = process;
    this.url = URI.create("http://127.0.0.1:" + port);
  }

  /// Starts one; without npm the test says so and is skipped, or fails where it is demanded.
  ///
  /// @param gasLimit of every block
  static Anvil start(long gasLimit) throws IOException, InterruptedException {
    return start("prague", gasLimit);
  }

  /// Starts one with the rules of a fork.
  static Anvil start(String fork, long gasLimit) throws IOException, InterruptedException {
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
                Long.toString(ChainBox.CHAIN_ID),
                "--no-mining",
                "--hardfork",
                fork,
                "--gas-limit",
                Long.toString(gasLimit),
                "--silent")
            .redirectErrorStream(true)
            .redirectOutput(PLACE.resolve("anvil.log").toFile())
            .start();
    Anvil anvil = new Anvil(process, port);
    anvil.awaitListening();
    return anvil;
  }

  private static Path program() throws IOException, InterruptedException {
    install();
    try (Stream<Path> files = Files.walk(PLACE.resolve("node_modules"))) {
      return files
          .filter(f -> f.endsWith(Path.of("bin", "anvil")) && isLarge(f))
          .findFirst()
          .map(Path::toAbsolutePath)
          .orElseGet(() -> missing("npm brought no anvil for this machine"));
    }
  }

  // the wrapper scripts of the same name are small
  private static boolean isLarge(Path file) {
    return Files.isRegularFile(file) && file.toFile().length() > 1_000_000;
  }

  private static void install() throws IOException, InterruptedException {
    Files.createDirectories(PLACE);
    // npm writes this one when it has put everything in place
    Path done = PLACE.resolve("node_modules").resolve(".package-lock.json");
    boolean same =
        Files.exists(done)
            && Files.exists(PLACE.resolve(LOCK))
            && Files.mismatch(SOURCE.resolve(LOCK), PLACE.resolve(LOCK)) < 0;
    for (String file : List.of("package.json", LOCK, ".npmrc", "token.js")) {
      Files.copy(SOURCE.resolve(file), PLACE.resolve(file), StandardCopyOption.REPLACE_EXISTING);
    }
    if (!same) {
      fetch();
    }
  }

  private static void fetch() throws IOException, InterruptedException {
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

  /// Byte code of a real ERC-20 with the practice token's storage layout and errors, in hex.
  static String tokenCode() throws IOException, InterruptedException {
    install();
    Process node =
        new ProcessBuilder("node", "token.js")
            .directory(PLACE.toFile())
            .redirectErrorStream(true)
            .start();
    String output =
        new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    assertThat(node.waitFor()).as(output).isZero();
    return output;
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
        ask("eth_chainId", "");
        return;
      } catch (IOException e) {
        Thread.sleep(100); // not listening yet
      }
    }
    close();
    throw new AssertionError("anvil does not listen");
  }

  /// Where it listens.
  URI url() {
    return url;
  }

  /// The whole reply to a request; params as JSON, single quotes for double ones.
  JsonNode ask(String method, String params) throws IOException, InterruptedException {
    String body =
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"%s\",\"params\":[%s]}"
            .formatted(method, params.replace('\'', '"'));
    HttpRequest request =
        HttpRequest.newBuilder(url)
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
    return JsonMapper.shared().readTree(response.body());
  }

  /// The result of a request that has no error.
  JsonNode result(String method, String params) throws IOException, InterruptedException {
    JsonNode reply = ask(method, params);
    assertThat(reply.has("error")).as(reply.toString()).isFalse();
    return reply.path("result");
  }

  @Override
  public void close() {
    client.close();
    process.destroyForcibly().onExit().join();
  }
}
