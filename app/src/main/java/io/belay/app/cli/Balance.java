package io.belay.app.cli;

import io.belay.base.Address;
import io.belay.base.WalletException;
import io.belay.core.chain.Chain;
import io.belay.core.money.Wei;
import io.belay.core.state.Observed;
import io.belay.core.track.LiveSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

@Command(
    name = "balance",
    description = "What accounts have, and how that is known: proven, agreed, single, stale, …")
final class Balance implements Callable<Integer> {
  @Parameters(
      paramLabel = "ACCOUNT",
      arity = "0..*",
      description = "names or addresses; all accounts when left out")
  List<String> accounts = List.of();

  private final Invocation call;

  Balance(Invocation call) {
    this.call = call;
  }

  @Override
  public Integer call() throws InterruptedException {
    ArrayNode json = Out.array();
    List<String> lines = new ArrayList<>();
    ExitCode code = ExitCode.DONE;
    LiveSession session = call.network().session();
    for (Address address : addresses()) {
      Observed<Wei> balance = session.balance(address);
      json.add(json(address, balance));
      lines.add(line(address, balance));
      code = worse(code, balance);
    }
    if (lines.isEmpty()) {
      lines.add("no account yet; `belay vault create` makes the first");
    }
    call.out().result(json, lines);
    return code.number();
  }

  private List<Address> addresses() {
    Accounts known = call.accounts();
    return accounts.isEmpty()
        ? known.all().stream().map(e -> e.ref().address()).distinct().toList()
        : accounts.stream().map(known::address).toList();
  }

  private static ExitCode worse(ExitCode code, Observed<Wei> balance) {
    return switch (balance) {
      case Observed.Disputed<Wei> d -> ExitCode.REFUSED;
      case Observed.Unknown<Wei> u -> code == ExitCode.REFUSED ? code : ExitCode.NO_WAY;
      case Observed.Proven<Wei> p -> code;
      case Observed.Agreed<Wei> a -> code;
      case Observed.Single<Wei> s -> code;
      case Observed.Stale<Wei> s -> code;
    };
  }

  private ObjectNode json(Address address, Observed<Wei> balance) {
    Chain chain = call.network().session().chain();
    ObjectNode row =
        Out.object()
            .put("chainId", chain.id().value())
            .put("account", address.toString())
            .put("asset", chain.currency().symbol());
    balance
        .maybe()
        .ifPresent(wei ->
            row.put("wei", wei.toString()).put("amount", chain.currency().amount(wei).decimal()));
    row.put("evidence", balance.level().word());
    balance.proof().ifPresent(proof -> Numbers.evidence(row, proof, call.data().clock().instant()));
    reason(balance).ifPresent(reason -> row.put("reason", reason));
    return row;
  }

  private static Optional<String> reason(Observed<Wei> balance) {
    return switch (balance) {
      case Observed.Unknown<Wei>(String reason) -> Optional.of(reason);
      case Observed.Disputed<Wei>(List<String> claims) -> Optional.of(String.join("; ", claims));
      case Observed.Proven<Wei> p -> Optional.empty();
      case Observed.Agreed<Wei> a -> Optional.empty();
      case Observed.Single<Wei> s -> Optional.empty();
      case Observed.Stale<Wei> s -> Optional.empty();
    };
  }

  private String line(Address address, Observed<Wei> balance) {
    Chain chain = call.network().session().chain();
    String amount =
        balance.maybe().map(wei -> chain.currency().amount(wei).toString()).orElse("not known");
    String known =
        balance
            .proof()
            .map(proof ->
                balance.level().word()
                    + " at block "
                    + proof.blockNumber()
                    + " by "
                    + String.join(", ", proof.groups()))
            .or(() -> reason(balance).map(reason -> balance.level().word() + " (" + reason + ")"))
            .orElseThrow(() -> new WalletException("internal-error", "a value without evidence"));
    return address + "  " + amount + "  " + known;
  }
}
