package io.belay.core.send;

import io.belay.base.Address;
import io.belay.base.Hex;
import io.belay.base.WalletException;
import io.belay.core.chain.Chain;
import io.belay.core.fee.FeeBasis;
import io.belay.core.fee.FeeChoice;
import io.belay.core.fee.FeeGuard;
import io.belay.core.fee.FeeQuote;
import io.belay.core.fee.FeeReader;
import io.belay.core.money.Asset;
import io.belay.core.money.Wei;
import io.belay.core.rpc.AccountState;
import io.belay.core.rpc.FeeHistory;
import io.belay.core.rpc.PendingNonce;
import io.belay.core.rpc.Reader;
import io.belay.core.rpc.View;
import io.belay.core.state.Beside;
import io.belay.core.state.Observed;
import io.belay.core.token.BalanceSlots;
import io.belay.core.token.KnownToken;
import io.belay.core.token.TokenReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import tools.jackson.databind.node.ObjectNode;

/// Turns an intent into exactly what would be signed, all of it from one view of the chain; where
/// there is none, from the last verified state on disk, if the user gives fees and gas himself.
final class Planner {
  private static final Wei NO_VALUE = Wei.ZERO;

  private final BalanceSlots slots;
  private final TokenReader tokens;
  private final Reader reader;
  private final NoncePlanner nonces;
  private final FeeReader fees;
  private final Pricing pricing;
  private final CallPlanner calls;
  private final GasPlanner gas;
  private final PayeeWarnings payeeWarnings;

  Planner(Reader reader, NonceBook nonces, SendJournal journal, Payees payees) {
    this.slots = BalanceSlots.load();
    this.tokens = new TokenReader(reader, slots);
    this.reader = reader;
    this.nonces = new NoncePlanner(nonces, journal);
    this.fees = new FeeReader(reader);
    this.pricing = new Pricing(reader, fees);
    this.calls = new CallPlanner(tokens);
    this.gas = new GasPlanner(reader);
    this.payeeWarnings = new PayeeWarnings(reader, tokens, payees);
  }

  KnownToken token(String text) throws InterruptedException {
    Address contract =
        slots
            .named(reader.chain().id(), text.strip().toUpperCase(Locale.ROOT))
            .orElseGet(() -> Address.parse(text));
    return tokens.describe(reader.view(), contract);
  }

  KnownToken known(Asset token, Observed.Level level) {
    return tokens.known(token, level);
  }

  SortedMap<String, Address> tokens() {
    return slots.named(reader.chain().id());
  }

  Observed<Wei> balance(Asset asset, Address holder) throws InterruptedException {
    return asset.isToken()
        ? tokens.balance(reader.view(), asset.contract().orElseThrow(), holder)
        : reader.account(reader.view(), holder).map(AccountState::balance);
  }

  Optional<FeeBasis> feeBasis() throws InterruptedException {
    return fees.now().maybe();
  }

  long gas(TransferIntent intent) throws InterruptedException {
    Situation now = look(intent);
    PlannedCall wanted = calls.call(now);
    return gas.gas(now, wanted, state(now, wanted.to()));
  }

  /// Plans an intent; the plan holds a nonce.
  ///
  /// @throws WalletException `no-way-to-chain`, `disputed`, `wrong-asset`, `would-revert`,
  ///   `insufficient-funds`, `insufficient-for-fee`, `insufficient-tokens`, `nothing-to-send`,
  ///   `nonce-used`
  SendPlan plan(TransferIntent intent) throws InterruptedException {
    Asset asset = intent.amount().asset();
    Chain chain = reader.chain();
    boolean fits =
        asset.isToken() ? asset.chainId().equals(chain.id()) : asset.equals(chain.currency());
    if (!fits) {
      throw new WalletException("wrong-asset", "this amount is of another network");
    }
    Situation now = look(intent);
    PlannedCall wanted = calls.call(now);
    Observed<AccountState> recipient = state(now, wanted.to());
    long limit = gas.gas(now, wanted, recipient);
    Priced priced = pricing.price(now, wanted, limit);
    Simulation simulation = simulate(now, priced.call());
    NonceLease lease = nonces.lease(now);
    boolean kept = false;
    try {
      Draft draft = new Draft(now, priced, priced.transaction(chain, lease.nonce()), simulation);
      SendPlan plan = finished(draft, lease, recipient);
      kept = true;
      return plan;
    } finally {
      if (!kept) {
        nonces.release(lease);
      }
    }
  }

  private Situation look(TransferIntent intent) throws InterruptedException {
    Situation now = seen(intent);
    now.state();
    if (now.basis().isEmpty() && !(intent.fee() instanceof FeeChoice.Custom)) {
      throw new WalletException(
          "no-way-to-chain", "no provider answers, so no fee is known: nothing was signed");
    }
    return now;
  }

  /// What there is to know, asked for at once as far as nothing waits for another.
  private Situation seen(TransferIntent intent) throws InterruptedException {
    Address sender = intent.from().address();
    try (Beside<Optional<FeeHistory>> tips = fees.beside()) {
      View view = reader.view();
      if (view.head().isEmpty()) {
        return new Situation(
            intent, view, reader.account(view, sender), Optional.empty(), PendingNonce.UNKNOWN);
      }
      try (Beside<PendingNonce> pending =
          reader.beside("belay-pending", () -> reader.pendingNonce(sender))) {
        return new Situation(
            intent, view, reader.account(view, sender), fees.basis(view, tips), pending.answer());
      }
    }
  }

  private Observed<AccountState> state(Situation now, Address address) throws InterruptedException {
    return now.isLive() ? reader.account(now.view(), address) : new Observed.Unknown<>("no-answer");
  }

  private Simulation simulate(Situation now, PlannedCall call) throws InterruptedException {
    if (!now.isLive()) {
      return Simulation.unknown("no-answer");
    }
    ObjectNode json = call.json(reader.object());
    // the user's own limit may be too low for it
    now.intent().gas().ifPresent(own -> json.put("gas", Hex.quantity(own)));
    return Simulation.of(reader.simulate(now.view(), json));
  }

  private SendPlan finished(Draft draft, NonceLease lease, Observed<AccountState> recipient)
      throws InterruptedException {
    Situation now = draft.now();
    FeeQuote quote = draft.priced().quote();
    Wei amount = now.isToken() ? NO_VALUE : draft.transaction().value();
    FeeGuard.Verdict verdict =
        FeeGuard.judge(
            quote,
            draft.priced().gas(),
            now.basis(),
            Optional.of(amount).filter(wei -> wei.value().signum() > 0));
    List<Warning> warnings = new ArrayList<>();
    warnings.addAll(PlanWarnings.of(draft, verdict, nonces.ownNext(now), code(now)));
    warnings.addAll(payeeWarnings.of(draft, recipient));
    return new SendPlan(
        now.intent(),
        draft.transaction(),
        quote,
        lease,
        now.account().map(AccountState::balance),
        now.account().map(AccountState::nonce),
        warnings,
        draft.simulation(),
        draft.priced().call().assetBalance(),
        verdict == FeeGuard.Verdict.EXTREME
            ? Optional.of(PlanWarnings.figure(quote.atMost(draft.priced().gas()), reader.chain()))
            : Optional.empty());
  }

  /// The sender's own code, which an account has only where it delegates (EIP-7702).
  private String code(Situation now) throws InterruptedException {
    return now.isLive() && now.state().hasCode()
        ? payeeWarnings.code(now.view(), now.sender())
        : "0x";
  }
}
