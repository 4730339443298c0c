package io.belay.app.cli;

import io.belay.base.WalletException;
import io.belay.core.chain.Chain;
import io.belay.core.store.UsedNetworks;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "remove", description = "Remove a network that was added, with its endpoints.")
final class NetworkRemove implements Callable<Integer> {
  @Parameters(paramLabel = "ID", description = "its id, name or short name")
  String name = "";

  private final Invocation call;

  NetworkRemove(Invocation call) {
    this.call = call;
  }

  @Override
  public Integer call() {
    Chain chain = call.data().networks().find(name).chain();
    boolean added =
        call.data().ways().networks().all().stream().anyMatch(r -> r.chain() == chain.id().value());
    if (!added) {
      throw new WalletException("built-in-network", "this network is built in and stays");
    }
    boolean current = call.known().chain().id().equals(chain.id());
    call.data().ways().networks().remove(chain.id().value());
    // should another of this id come, the window asks about its endpoints anew
    new UsedNetworks(call.data().settings()).forget(chain.id());
    if (current) {
      call.data().settings().set(DataDirectory.CURRENT_NETWORK, "practice");
    }
    call.out()
        .result(
            Out.object().put("chainId", chain.id().value()).put("name", chain.name()),
            List.of(
                chain.name() + " is removed" + (current ? "; commands now mean Practice" : "")));
    return ExitCode.DONE.number();
  }
}
