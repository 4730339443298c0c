package io.belay.app.cli;

import io.belay.base.Address;
import io.belay.base.TxHash;
import io.belay.core.fee.FeeChoice;
import io.belay.core.money.Amount;
import io.belay.core.money.Wei;
import io.belay.core.practice.Fault;
import io.belay.core.rpc.Connectivity;
import io.belay.core.rpc.EndpointStatus;
import io.belay.core.send.SendPlan;
import io.belay.core.send.TransferIntent;
import io.belay.core.send.TxState;
import io.belay.core.state.Observed;
import io.belay.core.track.LiveSession;
import io.belay.keystore.AccountRef;
import io.belay.keystore.vault.Unlocked;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(
    name = "demo",
    description = {
      "The main job on a practice network of its own, outage included.",
      "It opens the window, or tells its steps in the terminal where there is no display. Everything "
          + "is thrown away at the end."
    })
final class Demo implements Callable<Integer> {
  private static final Address FRIEND = Address.parse("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed");

  private final Invocation call;

  Demo(Invocation call) {
    this.call = call;
  }

  @Override
  public Integer call() throws InterruptedException {
    try (ThrowAway place = ThrowAway.open(call.opener());
        Unlocked vault = place.vault();
        DemoStage stage = new DemoStage(call.out(), place)) {
      AccountRef account = vault.accounts().getFirst().ref();
      stage.say("A practice network starts: one chain, four endpoints, a block every second.");
      stage.say("A vault is made with a random password. Its first account:");
      stage.show(account.address().toString());
      fund(stage, account);
      breakTwo(stage, account);
      TxHash first = pay(stage, account, vault);
      boolean final1 = stage.follow(first, TxState.FINAL);
      boolean kept = cutAndHeal(stage, account, vault);
      boolean caught = catchLiar(stage, account);
      boolean all = final1 && kept && caught;
      stage.say(
          all
              ? "Done: paid twice, each once, through an outage and past a liar."
              : "The demo did not get through: see above.");
      return (all ? ExitCode.DONE : ExitCode.REFUSED).number();
    }
  }

  private static void fund(DemoStage stage, AccountRef account) throws InterruptedException {
    stage.say("The faucet sends 10 PETH. The balance, checked by a Merkle proof:");
    stage.net().faucet(account.address(), Optional.empty());
    stage.net().mine(1);
    stage.balance(account.address());
  }

  private static void breakTwo(DemoStage stage, AccountRef account) throws InterruptedException {
    stage.say("Endpoint 1 dies, endpoint 2 hangs. The same question again:");
    stage.net().setFault("practice-1", Fault.REFUSE);
    stage.net().setFault("practice-2", Fault.HANG);
    stage.session().refresh();
    stage.balance(account.address());
  }

  private static TxHash pay(DemoStage stage, AccountRef account, Unlocked vault)
      throws InterruptedException {
    LiveSession session = stage.session();
    stage.say("0.1 PETH goes to a friend. Exactly this is signed, on this computer:");
    SendPlan plan = session.plan(tenth(session, account));
    PlanText.lines(plan, session.chain(), Map.of()).forEach(stage::show);
    TxHash hash = session.send(plan, vault);
    stage.say("Signed, written to disk, then carried to every endpoint:");
    return hash;
  }

  private static TransferIntent tenth(LiveSession session, AccountRef account) {
    Wei tenth = Amount.parse("0.1", session.chain().currency().decimals());
    return TransferIntent.of(
        account, FRIEND, session.chain().currency().amount(tenth), FeeChoice.Pace.NORMAL);
  }

  private static boolean cutAndHeal(DemoStage stage, AccountRef account, Unlocked vault)
      throws InterruptedException {
    LiveSession session = stage.session();
    stage.say("A second payment is planned. Then every endpoint is cut, and it is signed:");
    SendPlan plan = session.plan(tenth(session, account));
    stage.all(Fault.REFUSE);
    TxHash hash = session.send(plan, vault);
    boolean signed = stage.follow(hash, TxState.SIGNED);
    stage.say("It is not lost. The balance is the last one known, and says so:");
    session.refresh();
    stage.balance(account.address());
    stage.say("The endpoints come back, and the same bytes go out, once:");
    stage.all(Fault.OK);
    boolean sent = stage.follow(hash, TxState.INCLUDED);
    return signed && sent && stage.truth(account.address()) == 2;
  }

  private static boolean catchLiar(DemoStage stage, AccountRef account)
      throws InterruptedException {
    stage.say("Endpoint 1 now lies: it claims ten times the money. The balance stays true:");
    stage.net().setFault("practice-1", Fault.LYING);
    stage.session().refresh();
    Observed<Wei> balance = stage.balance(account.address());
    Connectivity now = stage.session().connectivity().get();
    boolean caught = false;
    for (EndpointStatus endpoint : now.endpoints()) {
      if (endpoint.state() == EndpointStatus.State.SET_ASIDE) {
        caught = true;
        stage.show(endpoint.config().id() + " set aside: " + endpoint.blamed().getFirst().detail());
      }
    }
    return caught && balance.level() == Observed.Level.PROVEN;
  }
}
