package io.belay.app.cli;

import io.belay.base.WalletException;
import java.util.concurrent.Callable;

/// A name that only groups commands.
record Group(String name) implements Callable<Integer> {
  @Override
  public Integer call() {
    throw new WalletException(
        "usage", "say what to do; `belay " + name + " --help` lists the commands");
  }
}
