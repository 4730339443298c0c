package io.belay.app.cli;

import io.belay.base.WalletException;
import io.belay.core.rpc.EndpointConfig;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "merge",
    description = "Count two groups as one, because they can fail together; --undo splits them.")
final class EndpointMerge implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "GROUP", description = "a group that `endpoint list` shows")
  String group = "";

  @Parameters(index = "1", paramLabel = "WITH", arity = "0..1", description = "another one")
  String with = "";

  @Option(names = "--undo", description = "count GROUP as one of its own again")
  boolean undo;

  private final Invocation call;

  EndpointMerge(Invocation call) {
    this.call = call;
  }

  @Override
  public Integer call() {
    ChosenEndpoints endpoints = new ChosenEndpoints(call).real();
    if (undo == !with.isEmpty()) {
      throw new WalletException("usage", "name two groups, or one and --undo");
    }
    if (undo) {
      if (!call.data().ways().endpoints().split(endpoints.chain(), group)) {
        throw new WalletException("unknown-group", "this group was not merged");
      }
    } else {
      List<String> groups = endpoints.all().stream().map(EndpointConfig::group).toList();
      if (!groups.contains(group) || !groups.contains(with)) {
        throw new WalletException(
            "unknown-group", "there is no such group; `belay endpoint list --json` shows them");
      }
      call.data().ways().endpoints().merge(endpoints.chain(), group, with);
    }
    long left = endpoints.used().stream().map(EndpointConfig::group).distinct().count();
    call.out().result(Out.object().put("groups", left), List.of(left + " groups are in use"));
    return ExitCode.DONE.number();
  }
}
