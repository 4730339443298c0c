package io.belay.app.cli;

import io.belay.app.trust.News;
import io.belay.app.trust.UpdateCheck;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import tools.jackson.databind.node.ObjectNode;

@Command(
    name = "update-check",
    description = {
      "Ask whether there is a newer version: one request, through the proxy where one is set.",
      "Nothing else ever asks. The answer counts only with the releaser's signature."
    })
final class UpdateAsk implements Callable<Integer> {
  private final Invocation call;
  private final String version;

  /// @param version of the program
  UpdateAsk(Invocation call, String version) {
    this.call = call;
    this.version = version;
  }

  @Override
  public Integer call() {
    News news = ask();
    ObjectNode json =
        Out.object()
            .put("latest", news.latest())
            .put("newer", news.newer())
            .put("key", news.signed().key())
            .put("signedAt", news.signed().made().toString());
    news.lines().forEach(json.putArray("news")::add);
    List<String> lines = new ArrayList<>();
    lines.add(news.newer() ? "version " + news.latest() + " is out" : "this is the newest version");
    if (news.newer()) {
      news.lines().forEach(line -> lines.add("- " + line));
      lines.add("check what you download with `belay verify-download`");
    }
    lines.add("signed " + news.signed().made() + " with the key " + news.signed().key());
    call.out().result(json, lines);
    return ExitCode.DONE.number();
  }

  private News ask() {
    try {
      return new UpdateCheck(call.data().ways().documents(), version, InstantSource.system()).ask();
    } catch (InterruptedException e) {
      throw Invocation.cancelled(e);
    }
  }
}
