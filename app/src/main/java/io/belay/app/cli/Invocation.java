package io.belay.app.cli;

import io.belay.base.WalletException;
import io.belay.core.chain.KnownNetwork;
import io.belay.core.send.TxRecord;
import io.belay.keystore.secret.ProcessGuard;
import java.util.Optional;

/// One call of the program: its options, what it has opened, and the duty to send what is due
/// before it ends.
final class Invocation implements AutoCloseable {
  private final Belay options;
  private final DataDirectory.Opener opener;
  private final Terminal terminal;
  private final Out out;
  private Optional<DataDirectory> data = Optional.empty();
  private Optional<OpenNetwork> network = Optional.empty();
  private boolean settled;

  Invocation(Belay options, DataDirectory.Opener opener, Terminal terminal, Out out) {
    this.options = options;
    this.opener = opener;
    this.terminal = terminal;
    this.out = out;
  }

  DataDirectory.Opener opener() {
    return opener;
  }

  Belay options() {
    return options;
  }

  Out out() {
    return out;
  }

  Terminal terminal() {
    return terminal;
  }

  /// Whoever asks for a password soon holds keys: other programs are shut out first.
  Passwords passwords() {
    String notice = ProcessGuard.raise();
    if (!notice.isEmpty()) {
      out.note(notice);
    }
    return new Passwords(options, terminal);
  }

  Accounts accounts() {
    return new Accounts(data().accounts());
  }

  Keyring keyring() {
    return new Keyring(this);
  }

  /// The data directory, opened at the first call.
  DataDirectory data() {
    DataDirectory open =
        data.orElseGet(() -> opener.open(Places.dataDirectory(options.dataDirectory)));
    data = Optional.of(open);
    return open;
  }

  /// The network that is meant, opened at the first call.
  OpenNetwork network() {
    OpenNetwork open = network.orElseGet(this::openNetwork);
    boolean reads = open.endpoints().stream().anyMatch(e -> e.config().traits().reads());
    if (network.isEmpty() && !reads) {
      out.note("no endpoint of this network may be used; see `belay endpoint list`");
    }
    network = Optional.of(open);
    return open;
  }

  private OpenNetwork openNetwork() {
    Optional<String> named =
        options.chain.or(() -> data().settings().get(DataDirectory.CURRENT_NETWORK));
    // the registry of real networks is only read where one is meant
    return named.isEmpty() || named.get().equals("practice")
        ? data().openPracticeNetwork()
        : data().open(data().networks().find(named.get()));
  }

  /// The facts of the network that is meant.
  KnownNetwork known() {
    String named =
        options
            .chain
            .or(() -> data().settings().get(DataDirectory.CURRENT_NETWORK))
            .orElse("practice");
    return data().networks().find(named);
  }

  /// Asks for the heads and takes this network's transactions further.
  void round() {
    try {
      network().session().step();
      settled = true;
    } catch (InterruptedException e) {
      throw cancelled(e);
    }
  }

  /// Something was signed: it is due.
  void signed() {
    settled = false;
  }

  static WalletException cancelled(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new WalletException("cancelled", "cancelled", e);
  }

  /// Sends what is due, once, and leaves.
  @Override
  public void close() {
    try {
      if (!settled && network.isPresent() && isSomethingDue(network.get())) {
        round();
      }
      network.ifPresent(Invocation::settle);
    } finally {
      data.ifPresent(DataDirectory::close);
    }
  }

  /// Who has not answered yet gets the time to: each endpoint is to have the bytes.
  private static void settle(OpenNetwork open) {
    try {
      open.session().settle();
    } catch (InterruptedException e) {
      throw cancelled(e);
    }
  }

  private static boolean isSomethingDue(OpenNetwork open) {
    return open.session().activity().get().stream()
        .map(TxRecord::state)
        .anyMatch(state -> !state.isOver() && !state.isIncluded());
  }
}
