package io.belay.app.cli;

import io.belay.core.rpc.SocksProxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;

@Command(
    name = "proxy",
    description = {
      "Show, set or remove the SOCKS5 proxy for all networks, such as Tor's.",
      "Endpoints are then reached through it by name; no name is looked up here. Sockets, this"
          + " computer and this network are reached without it. Without ADDRESS: show it."
    })
final class NetworkProxy implements Callable<Integer> {
  @Parameters(
      paramLabel = "ADDRESS",
      arity = "0..1",
      description = "socks5://host:port, socks5://user:password@host:port, or off")
  Optional<String> address = Optional.empty();

  private final Invocation call;

  NetworkProxy(Invocation call) {
    this.call = call;
  }

  @Override
  public Integer call() {
    Ways ways = call.data().ways();
    address.ifPresent(typed ->
        ways.proxy(
            typed.strip().toLowerCase(Locale.ROOT).equals("off")
                ? Optional.empty()
                : Optional.of(typed)));
    Optional<SocksProxy> now = ways.proxy();
    call.out().result(json(now), lines(now));
    return ExitCode.DONE.number();
  }

  private static ObjectNode json(Optional<SocksProxy> proxy) {
    ObjectNode json = Out.object();
    json.put("proxy", proxy.map(SocksProxy::shown).orElse("off"));
    proxy.ifPresent(
        socks -> json.put("login", socks.login().isPresent()).put("circuits", socks.isolates()));
    return json;
  }

  private static List<String> lines(Optional<SocksProxy> proxy) {
    if (proxy.isEmpty()) {
      return List.of("no proxy: endpoints are reached directly");
    }
    List<String> lines = new ArrayList<>();
    lines.add("endpoints are reached through " + proxy.get().shown());
    lines.add(
        proxy.get().isolates()
            ? "each with a log-in of its own, so that Tor gives each its own circuit"
            : "all with your log-in, so on one circuit");
    lines.add("sockets, this computer and this network are reached without it");
    return lines;
  }
}
