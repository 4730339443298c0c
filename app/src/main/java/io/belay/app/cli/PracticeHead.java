package io.belay.app.cli;

import io.belay.core.chain.BlockRef;
import java.util.List;

/// The practice chain's true newest block, as its controls answer.
final class PracticeHead {
  private PracticeHead() {}

  static int report(Invocation call) {
    BlockRef head = call.data().practice().head();
    call.out()
        .result(
            Out.object().put("number", head.number()).put("hash", head.hash().toString()),
            List.of("newest block " + head.number() + "  " + head.hash()));
    return ExitCode.DONE.number();
  }
}
