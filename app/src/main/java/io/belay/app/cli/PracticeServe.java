package io.belay.app.cli;

import io.belay.core.practice.ChainBox;
import io.belay.core.practice.PracticeServer;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

@Command(
    name = "serve",
    description = "Serve the practice network on ports of 127.0.0.1, until interrupted.")
final class PracticeServe implements Callable<Integer> {
  @Option(
      names = "--port",
      paramLabel = "N",
      description = "first of consecutive ports; 0 for any free ones")
  String port = "0";

  @Option(names = "--endpoints", paramLabel = "N", description = "how many, from now on (4)")
  Optional<String> endpoints = Optional.empty();

  @Option(
      names = "--block-time",
      paramLabel = "S",
      description = "seconds between two blocks, from now on (4)")
  Optional<String> blockTime = Optional.empty();

  private final Invocation call;

  PracticeServe(Invocation call) {
    this.call = call;
  }

  @Override
  public Integer call() throws InterruptedException {
    int first = (int) Numbers.whole(port, "--port", 0, 65_000);
    remember();
    try (PracticeServer server = PracticeServer.start(call.data().practice(), first)) {
      report(server);
      new CountDownLatch(1).await(); // until the process is ended
    }
    return ExitCode.DONE.number();
  }

  private void remember() {
    endpoints.ifPresent(text ->
        call.data()
            .settings()
            .set(
                DataDirectory.PRACTICE_ENDPOINTS,
                Long.toString(Numbers.whole(text, "--endpoints", 1, 16))));
    blockTime.ifPresent(text ->
        call.data()
            .settings()
            .set(
                DataDirectory.PRACTICE_BLOCK_MILLIS,
                Long.toString(Math.max(100, Numbers.seconds(text, "--block-time").toMillis()))));
  }

  private void report(PracticeServer server) {
    ObjectNode json = Out.object();
    ArrayNode urls = json.putArray("urls");
    List<String> lines = new ArrayList<>();
    for (URI url : server.urls()) {
      urls.add(url.toString());
      lines.add("endpoint  " + url);
    }
    json.put("chainId", ChainBox.CHAIN_ID).put("control", server.control().toString());
    lines.add("chain id  " + ChainBox.CHAIN_ID);
    lines.add("controls  " + server.control());
    call.out().result(json, lines);
  }
}
