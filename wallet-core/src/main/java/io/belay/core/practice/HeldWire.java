package io.belay.core.practice;

import io.belay.base.Hex;
import io.belay.base.TxHash;
import io.belay.base.WalletException;
import io.belay.base.WindowThread;
import io.belay.core.rpc.Reply;
import io.belay.core.rpc.Transport;
import io.belay.core.rpc.TransportException;
import io.belay.core.rpc.TransportException.Reason;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import tools.jackson.databind.node.ObjectNode;

/// The last step before the wire: questions pass, nothing that sends does. What would have gone out
/// is told of, and answered as if it had been accepted.
final class HeldWire implements Transport {
  private final Transport inner;
  private final Consumer<String> held;

  /// @param inner the real way
  /// @param held told the raw bytes, `0x…`, of each transaction that would have gone out
  HeldWire(Transport inner, Consumer<String> held) {
    this.inner = inner;
    this.held = held;
  }

  @Override
  public Reply exchange(byte[] body, Duration timeout)
      throws TransportException, InterruptedException {
    WindowThread.mustNotWait("an endpoint");
    Members members = Members.of(body);
    if (members.list().isEmpty()) {
      // what cannot be read cannot be seen to be harmless
      throw new TransportException(Reason.REFUSED, "not passed on in a drill");
    }
    if (members.list().stream().noneMatch(HeldWire::sends)) {
      return inner.exchange(body, timeout);
    }
    List<ObjectNode> answers = members.list().stream().map(this::answer).toList();
    return Reply.ok(members.with(answers));
  }

  /// Any name that could mean sending, not only the one in use.
  private static boolean sends(ObjectNode request) {
    return Members.method(request).toLowerCase(Locale.ROOT).contains("send");
  }

  private ObjectNode answer(ObjectNode request) {
    if (!Broadcasts.isSend(request)) {
      return Members.error(request, -32601, "not passed on in a drill");
    }
    String raw = Members.param(request, 0).asString("");
    try {
      TxHash hash = TxHash.ofRaw(Hex.decode(raw));
      held.accept(raw);
      return Members.result(request, hash.toString());
    } catch (WalletException e) {
      return Members.error(request, -32602, "no transaction");
    }
  }

  @Override
  public void close() {
    inner.close();
  }
}
