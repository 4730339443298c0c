package io.belay.app.cli;

import io.belay.base.Address;
import io.belay.base.TxHash;
import io.belay.core.money.Amount;
import io.belay.core.money.Wei;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "faucet", description = "Send practice money to an account; it is worth nothing.")
final class PracticeFaucet implements Callable<Integer> {
  private static final int DECIMALS = 18;

  @Parameters(index = "0", paramLabel = "ACCOUNT", description = "its name or address")
  String account = "";

  @Parameters(index = "1", paramLabel = "AMOUNT", arity = "0..1", description = "how much (10)")
  Optional<String> amount = Optional.empty();

  private final Invocation call;

  PracticeFaucet(Invocation call) {
    this.call = call;
  }

  @Override
  public Integer call() {
    Optional<Wei> wei = amount.map(text -> Amount.parse(text, DECIMALS));
    Address to = call.accounts().address(account);
    TxHash hash = call.data().practice().faucet(to, wei);
    call.out()
        .result(
            Out.object().put("hash", hash.toString()).put("to", to.toString()),
            List.of("on its way to " + to + " by " + hash));
    return ExitCode.DONE.number();
  }
}
