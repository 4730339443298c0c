package io.belay.app.cli;

import io.belay.core.rpc.NewEndpoint;
import io.belay.core.rpc.SecretHeaders;
import io.belay.core.store.EndpointRow;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "add",
    description = "Add an endpoint or a node of your own. It is not asked; `endpoint test` does.")
final class EndpointAdd implements Callable<Integer> {
  private static final int MOST_BYTES = 8192;

  @Parameters(
      paramLabel = "URL",
      description = "https://…, or ipc: and the path of a node's socket; - reads standard input")
  String url = "";

  @Option(names = "--operator", paramLabel = "O", description = "who runs it")
  Optional<String> operator = Optional.empty();

  @Option(names = "--own", description = "it is your own node: you trust what it says")
  boolean own;

  @Option(
      names = "--broadcast-only",
      description = "it takes transactions and answers no question: it is never read from")
  boolean broadcastOnly;

  @Option(
      names = "--header-file",
      paramLabel = "F",
      description = "extra HTTP headers, one `Name: value` a line; the file is not kept")
  Optional<Path> headerFile = Optional.empty();

  private final Invocation call;

  EndpointAdd(Invocation call) {
    this.call = call;
  }

  @Override
  public Integer call() {
    ChosenEndpoints endpoints = new ChosenEndpoints(call).real();
    String typed = url.equals("-") ? typed() : url;
    EndpointRow row =
        new NewEndpoint(typed, operator, own, broadcastOnly, headers())
            .row(endpoints.network().chain().id(), endpoints.all());
    call.data().ways().endpoints().add(row);
    EndpointText text = endpoints.text(endpoints.find(row.id()), false);
    if (text.config().traits().unproven()) {
      call.out()
          .note(
              "nothing says that it is independent of the others: it counts as a group of its own");
    }
    call.out().result(text.json(), List.of(text.line()));
    return ExitCode.DONE.number();
  }

  private String typed() {
    byte[] bytes = Input.fileOrStandardInput("-", MOST_BYTES, call);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private SecretHeaders headers() {
    return headerFile
        .map(file ->
            SecretHeaders.parse(new String(Input.file(file, MOST_BYTES), StandardCharsets.UTF_8)))
        .orElse(SecretHeaders.NONE);
  }
}
