package io.belay.app.cli;

import io.belay.keystore.vault.VaultInfo;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import tools.jackson.databind.node.ObjectNode;

@Command(name = "info", description = "What a vault tells without its password.")
final class VaultShow implements Callable<Integer> {
  private final Invocation call;

  VaultShow(Invocation call) {
    this.call = call;
  }

  @Override
  public Integer call() {
    VaultInfo info = call.keyring().vault().info();
    ObjectNode json =
        Out.object()
            .put("name", info.name())
            .put("id", info.id().toString())
            .put("file", info.file().toString())
            .put("practice", info.practice())
            .put("generation", info.generation())
            .put("created", info.created().toString())
            .put("modified", info.modified().toString());
    json.putObject("cost")
        .put("memoryKiB", info.cost().mKiB())
        .put("passes", info.cost().t())
        .put("lanes", info.cost().p());
    call.out()
        .result(
            json,
            List.of(
                "name        " + info.name() + (info.practice() ? " (practice only)" : ""),
                "file        " + info.file(),
                "id          " + info.id(),
                "generation  " + info.generation(),
                "created     " + info.created(),
                "modified    " + info.modified(),
                "one guess   Argon2id, "
                    + info.cost().mKiB() / 1024
                    + " MiB, "
                    + info.cost().t()
                    + " passes, "
                    + info.cost().p()
                    + " lanes"));
    return ExitCode.DONE.number();
  }
}
