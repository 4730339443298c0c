package io.belay.app.cli;

import io.belay.base.Address;
import io.belay.core.send.NonceChart;
import io.belay.core.send.NonceSlot;
import io.belay.core.send.TxState;
import io.belay.core.track.LiveSession;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "nonce",
    description = {
      "An account's nonces: what is mined, what waits where, and what keeps it from moving.",
      "With --repair: sends again what no pool holds, fills gaps, lets another wallet's be."
    })
final class NonceShow implements Callable<Integer> {
  @Parameters(paramLabel = "ACCOUNT", description = "its name or address")
  String account = "";

  @Option(names = "--repair", description = "do what helps, as far as it is safe")
  boolean repair;

  @Mixin SecondSignature second = new SecondSignature();

  private final Invocation call;

  NonceShow(Invocation call) {
    this.call = call;
  }

  @Override
  public Integer call() throws InterruptedException {
    Address address = call.accounts().own(account).ref().address();
    call.round();
    LiveSession session = call.network().session();
    NonceChart chart = session.nonces(address);
    if (repair && !chart.troubled().isEmpty()) {
      repair(session, chart.troubled(), address);
      call.round();
      session.settle();
      chart = session.nonces(address);
    }
    call.out().result(NonceText.json(chart), NonceText.lines(chart));
    return ExitCode.DONE.number();
  }

  private void repair(LiveSession session, List<NonceSlot> slots, Address address)
      throws InterruptedException {
    boolean signs = slots.stream().anyMatch(s -> s.kind() == NonceSlot.Kind.GAP);
    if (signs) {
      second.mayGoOn(call);
    }
    for (NonceSlot slot : slots) {
      switch (slot.kind().repair()) {
        case NONE, REPLACE -> {}
        case RESEND -> slot.ours().ifPresent(session::rebroadcast);
        case FILL -> second.sign(call, session.fill(address, slot.nonce()));
        case ADOPT ->
            session.activity().get().stream()
                .filter(r -> slot.ours().filter(r.hash()::equals).isPresent())
                .filter(r -> r.state() != TxState.CONFLICT && r.state().isReplaceable())
                .forEach(r -> session.adopt(r.hash()));
      }
    }
    call.signed();
  }
}
