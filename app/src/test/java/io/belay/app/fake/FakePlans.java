package io.belay.app.fake;

import io.belay.base.Address;
import io.belay.core.decode.Erc20Call;
import io.belay.core.send.BalanceChange;
import io.belay.core.send.SendPlan;
import io.belay.core.send.Simulation;
import io.belay.core.send.Warning;
import io.belay.core.state.Observed;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What else a plan can come with.
public final class FakePlans {
  /// Begins and ends like the vault's second account.
  public static final Address TWIN_OF_DAILY =
      Address.parse("0xfb6900000000000000000000000000000000d359");

  /// Lets the twin take all of a token.
  public static final String APPROVE_ALL =
      new Erc20Call.Approve(TWIN_OF_DAILY, BigInteger.TWO.pow(256).subtract(BigInteger.ONE)).data();

  private FakePlans() {}

  /// It succeeds, and moves what it says.
  public static SendPlan simulated(SendPlan plan) {
    BigInteger value = plan.transaction().value().value();
    return with(plan, simulation(plan, Optional.empty(), value), plan.warnings(), Optional.empty());
  }

  /// As above, for a token; nothing to warn of.
  public static SendPlan withTokenSimulated(SendPlan plan) {
    BigInteger units = plan.intent().amount().units().value();
    Optional<Address> token = plan.intent().amount().asset().contract();
    return with(plan, simulation(plan, token, units), List.of(), Optional.empty());
  }

  /// The recipient looks like the vault's second account.
  public static SendPlan withTwin(SendPlan plan) {
    return warning(
        plan,
        new Warning("look-alike", List.of("looks like another"), Optional.of(FakeVault.DAILY)));
  }

  /// It lets somebody take all of a token.
  public static SendPlan withApproval(SendPlan plan) {
    return warning(plan, new Warning("unlimited-approval", "The twin", "it"));
  }

  /// Its fee is one that nobody can have meant.
  public static SendPlan extreme(SendPlan plan) {
    List<Warning> warnings = new ArrayList<>(plan.warnings());
    warnings.add(new Warning("high-fee"));
    return with(plan, plan.simulation(), warnings, Optional.of("0.042"));
  }

  private static SendPlan warning(SendPlan plan, Warning warning) {
    return with(plan, plan.simulation(), List.of(warning), Optional.empty());
  }

  private static Simulation simulation(SendPlan plan, Optional<Address> token, BigInteger units) {
    Address from = plan.intent().from().address();
    return new Simulation(
        new Observed.Agreed<>(
            new Simulation.Outcome.Succeeds(), FakeSession.evidence("alpine", "birch", "ember")),
        new Observed.Single<>(
            List.of(
                new BalanceChange(from, token, units.negate()),
                new BalanceChange(plan.intent().to(), token, units)),
            FakeSession.evidence("alpine")));
  }

  private static SendPlan with(
      SendPlan plan, Simulation simulation, List<Warning> warnings, Optional<String> mustType) {
    return new SendPlan(
        plan.intent(),
        plan.transaction(),
        plan.fee(),
        plan.lease(),
        plan.balance(),
        plan.nonce(),
        warnings,
        simulation,
        plan.assetBalance(),
        mustType);
  }
}
