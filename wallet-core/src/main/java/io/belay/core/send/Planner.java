package io.belay.core.send;

import io.belay.base.Address;
import io.belay.base.WalletException;
import io.belay.core.chain.Chain;
import io.belay.core.fee.FeeBasis;
import io.belay.core.fee.FeeChoice;
import io.belay.core.fee.FeeGuard;
import io.belay.core.fee.FeeOracle;
import io.belay.core.fee.FeeQuote;
import io.belay.core.fee.FeeReader;
import io.belay.core.money.Asset;
import io.belay.core.money.Wei;
import io.belay.core.rpc.AccountState;
import io.belay.core.rpc.ChainMemory;
import io.belay.core.rpc.PendingCount;
import io.belay.core.rpc.Reader;
import io.belay.core.rpc.View;
import io.belay.core.state.Observed;
import io.belay.core.token.BalanceSlots;
import io.belay.core.token.TokenReader;
import io.belay.core.tx.UnsignedTransaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import tools.jackson.databind.node.ObjectNode;

/// Turns an intent into exactly what would be signed, all of it from one view of the chain; where
/// there is none, from the last verified state on disk, if the user gives fees and gas himself.
final class Planner {
  private static final Wei NO_VALUE = Wei.ZERO;

  private final BalanceSlots slots;
  private final TokenReader tokens;
  private final Reader reader;
  private final NonceBook nonces;
  private final SendJournal journal;
  private final FeeReader fees;
  private final CallPlanner calls;
  private final GasPlanner gas;
  private final PayeeWarnings payeeWarnings;

  Planner(Reader reader, NonceBook nonces, SendJournal journal, Payees payees) {
    this.slots = BalanceSlots.load();
    this.tokens = new TokenReader(reader, slots);
    this.reader = reader;
    this.nonces = nonces;
    this.journal = journal;
    this.fees = new FeeReader(reader);
    this.calls = new CallPlanner(tokens);
    this.gas = new GasPlanner(reader);
    this.payeeWarnings = new PayeeWarnings(reader, tokens, payees);
  }

  Asset token(String text) throws InterruptedException {
    Address contract =
        slots
            .named(reader.chain().id(), text.strip().toUpperCase(Locale.ROOT))
            .orElseGet(() -> Address.parse(text));
    return tokens.describe(reader.view(), contract);
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
    return fees.basis(reader.view());
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
    Priced priced = price(now, wanted, limit);
    Simulation simulation = simulate(now, priced.call());
    NonceLease lease = lease(now);
    boolean kept = false;
    try {
      Draft draft =
          new Draft(now, priced, limit, transaction(priced, limit, lease.nonce()), simulation);
      SendPlan plan = finished(draft, lease, recipient);
      kept = true;
      return plan;
    } finally {
      if (!kept) {
        nonces.release(lease);
      }
    }
  }

  /// A call and its fees.
  ///
  /// @param call with the value that is left after the fee where all is sent
  /// @param quote the fees
  /// @param dataFee what the bytes cost beside the gas, and how it is known
  record Priced(PlannedCall call, FeeQuote quote, Observed<Wei> dataFee) {}

  /// All of a plan but its nonce's lease and what is to be said of it.
  record Draft(
      Situation now,
      Priced priced,
      long gas,
      UnsignedTransaction transaction,
      Simulation simulation) {}

  private Situation look(TransferIntent intent) throws InterruptedException {
    View view = reader.view();
    Address sender = intent.from().address();
    Situation now =
        new Situation(
            intent,
            view,
            reader.account(view, sender),
            fees.basis(view),
            view.head().isPresent() ? reader.pending(sender) : PendingCount.UNKNOWN);
    now.state();
    if (now.basis().isEmpty() && !(intent.fee() instanceof FeeChoice.Custom)) {
      throw new WalletException(
          "no-way-to-chain", "no provider answers, so no fee is known: nothing was signed");
    }
    return now;
  }

  private Observed<AccountState> state(Situation now, Address address) throws InterruptedException {
    return now.isLive() ? reader.account(now.view(), address) : new Observed.Unknown<>("no-answer");
  }

  private Priced price(Situation now, PlannedCall call, long limit) throws InterruptedException {
    boolean whole = now.intent().all() && !now.isToken();
    FeeBasis basis = now.basis().orElseGet(() -> remembered(now));
    FeeChoice choice = now.intent().fee();
    FeeQuote quote = whole ? FeeOracle.spentWhole(choice, basis) : FeeOracle.quote(choice, basis);
    Observed<Wei> dataFee =
        now.isLive()
            ? fees.dataFee(now.view(), transaction(new Priced(call, quote, unknown()), limit, 0))
            : unknown();
    FeeQuote full = quote.withDataFee(dataFee.maybe().orElse(Wei.ZERO));
    return new Priced(whole ? withoutFee(now, call, full.atMost(limit)) : call, full, dataFee);
  }

  private static Observed<Wei> unknown() {
    return new Observed.Unknown<>("no-answer");
  }

  private FeeBasis remembered(Situation now) {
    Wei base =
        reader.remembered(now.sender()).flatMap(ChainMemory.AccountView::baseFee).orElse(Wei.ZERO);
    return FeeBasis.of(reader.chain(), base, Optional.empty());
  }

  private static PlannedCall withoutFee(Situation now, PlannedCall call, Wei fee) {
    Wei balance = now.state().balance();
    if (balance.compareTo(fee) <= 0) {
      throw new WalletException(
          "insufficient-for-fee", "the balance does not cover the most the fee can be");
    }
    return call.withValue(balance.minusOrZero(fee));
  }

  private Simulation simulate(Situation now, PlannedCall call) throws InterruptedException {
    if (!now.isLive()) {
      return Simulation.unknown("no-answer");
    }
    ObjectNode json = call.json(reader.object());
    // the user's own limit may be too low for it
    now.intent().gas().ifPresent(own -> json.put("gas", io.belay.base.Hex.quantity(own)));
    return Simulation.of(reader.simulate(now.view(), json));
  }

  /// Behind what two groups at least have in their pools, if the user did not choose a nonce.
  private NonceLease lease(Situation now) {
    long next = now.state().nonce();
    OptionalLong wanted = now.intent().nonce();
    if (wanted.isEmpty() && now.pending().agreed().orElse(0) > ownNext(now)) {
      next = Math.max(next, now.pending().agreed().getAsLong());
    }
    return nonces.lease(now.sender(), next, wanted);
  }

  /// The nonce after the chain's and this wallet's own transactions.
  private long ownNext(Situation now) {
    List<Long> own =
        journal.all().stream()
            .filter(r -> r.from().equals(now.sender()))
            .filter(r -> r.state() != TxState.REJECTED && r.state() != TxState.REPLACED)
            .map(r -> r.transaction().nonce())
            .toList();
    long next = now.state().nonce();
    while (own.contains(next)) {
      next++;
    }
    return next;
  }

  private UnsignedTransaction transaction(Priced priced, long limit, long nonce) {
    return new UnsignedTransaction(
        reader.chain().id(),
        nonce,
        priced.quote().maxPriorityFeePerGas(),
        priced.quote().maxFeePerGas(),
        limit,
        priced.call().to(),
        priced.call().value(),
        priced.call().data(),
        !reader.chain().rules().feeMarket());
  }

  private SendPlan finished(Draft draft, NonceLease lease, Observed<AccountState> recipient)
      throws InterruptedException {
    Situation now = draft.now();
    FeeQuote quote = draft.priced().quote();
    Wei amount = now.isToken() ? NO_VALUE : draft.transaction().value();
    FeeGuard.Verdict verdict =
        FeeGuard.judge(
            quote,
            draft.gas(),
            now.basis(),
            Optional.of(amount).filter(wei -> wei.value().signum() > 0));
    List<Warning> warnings = new ArrayList<>();
    warnings.addAll(PlanWarnings.of(draft, verdict, ownNext(now), code(now)));
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
            ? Optional.of(PlanWarnings.figure(quote.atMost(draft.gas()), reader.chain()))
            : Optional.empty());
  }

  /// The sender's own code, which an account has only where it delegates (EIP-7702).
  private String code(Situation now) throws InterruptedException {
    return now.isLive() && now.state().hasCode()
        ? payeeWarnings.code(now.view(), now.sender())
        : "0x";
  }
}
