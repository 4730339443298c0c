package io.belay.keystore.v3;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The ethers library in a process of its own, fetched by npm at the versions of the lock file.
final class Ethers {
  private static final Path SOURCE = Path.of("src", "test", "ethers");
  private static final String LOCK = "package-lock.json";
  private static final Path PLACE = Path.of("target", "ethers");

  private Ethers() {}

  /// What `exchange.js` answers; without npm the test says so and is skipped, or fails where it is
  /// demanded.
  static JsonNode ask(JsonNode question) throws IOException, InterruptedException {
    install();
    Process node =
        new ProcessBuilder("node", "exchange.js")
            .directory(PLACE.toFile())
            .redirectError(PLACE.resolve("node.log").toFile())
            .start();
    try (OutputStream in = node.getOutputStream()) {
      in.write(JsonMapper.shared().writeValueAsBytes(question));
    }
    byte[] answer = node.getInputStream().readAllBytes();
    if (node.waitFor() != 0) {
      fail("ethers failed: " + Files.readString(PLACE.resolve("node.log")));
    }
    return JsonMapper.shared().readTree(answer);
  }

  private static void install() throws IOException, InterruptedException {
    Files.createDirectories(PLACE);
    // npm writes this one when it has put everything in place
    Path done = PLACE.resolve("node_modules").resolve(".package-lock.json");
    boolean same =
        Files.exists(done)
            && Files.exists(PLACE.resolve(LOCK))
            && Files.mismatch(SOURCE.resolve(LOCK), PLACE.resolve(LOCK)) < 0;
    for (String file : List.of("package.json", LOCK, ".npmrc", "exchange.js")) {
      Files.copy(SOURCE.resolve(file), PLACE.resolve(file), StandardCopyOption.REPLACE_EXISTING);
    }
    if (!same) {
      fetch();
    }
  }

  private static void fetch() throws IOException, InterruptedException {
    try {
      Process npm =
          new ProcessBuilder("npm", "ci", "--silent", "--ignore-scripts", "--no-audit", "--no-fund")
              .directory(PLACE.toFile())
              .redirectErrorStream(true)
              .redirectOutput(PLACE.resolve("npm.log").toFile())
              .start();
      if (!npm.waitFor(120, TimeUnit.SECONDS) || npm.exitValue() != 0) {
        npm.destroyForcibly();
        missing("npm could not fetch ethers");
      }
    } catch (IOException e) {
      missing("npm is missing");
    }
  }

  private static void missing(String why) {
    if (Boolean.getBoolean("belay.demand")) {
      fail(why);
    }
    System.out.println("ethers: skipped, " + why);
    abort(why);
  }
}
