package io.belay.core.send;

import io.belay.base.Hex;
import io.belay.base.TxHash;
import io.belay.base.WalletException;
import io.belay.core.chain.Chain;
import io.belay.core.fee.FeeChoice;
import io.belay.core.fee.FeeOracle;
import io.belay.core.fee.FeeQuote;
import io.belay.core.money.Wei;
import io.belay.core.rpc.AccountState;
import io.belay.core.rpc.ChainMemory;
import io.belay.core.rpc.FeeHistory;
import io.belay.core.rpc.Reader;
import io.belay.core.rpc.SeenBlock;
import io.belay.core.rpc.View;
import io.belay.core.state.Observed;
import io.belay.core.tx.SignedTransaction;
import io.belay.core.tx.UnsignedTransaction;
import io.belay.keystore.Signer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import tools.jackson.databind.node.ObjectNode;

/// Turns an intent into a plan, and a confirmed plan into a journalled transaction. Nothing leaves
/// the computer here; the broadcaster sends what the journal holds.
public final class SendService {
  private final Reader reader;
  private final NonceBook nonces;
  private final SendJournal journal;

  /// Sending on one chain.
  public SendService(Reader reader, NonceBook nonces, SendJournal journal) {
    this.reader = reader;
    this.nonces = nonces;
    this.journal = journal;
  }

  /// Plans an intent from one view of the chain; where there is none, from the last verified state
  /// on disk, if the user gives fees and gas himself.
  ///
  /// @throws WalletException `no-way-to-chain`, `disputed`, `insufficient-funds`, `nonce-used`
  public SendPlan plan(TransferIntent intent) throws InterruptedException {
    Chain chain = reader.chain();
    if (!intent.amount().asset().equals(chain.currency())) {
      throw new WalletException("wrong-asset", "this amount is not of the network's currency");
    }
    View view = reader.view();
    Observed<AccountState> account = reader.account(view, intent.from().address());
    AccountState state = known(account);
    Wei base = baseFee(view, intent);
    Optional<FeeHistory> tips =
        intent.fee() instanceof FeeChoice.Custom ? Optional.empty() : reader.feeHistory();
    FeeQuote fee = FeeOracle.quote(intent.fee(), base, tips, chain.blockTime());
    long gas = gas(intent);
    OptionalLong pending = reader.pendingNonce(intent.from().address()).agreed();
    NonceLease lease =
        nonces.lease(intent.from().address(), state.nonce(), pending, intent.nonce());
    boolean kept = false;
    try {
      UnsignedTransaction transaction = transaction(chain, intent, fee, gas, lease.nonce());
      if (transaction.cost().compareTo(state.balance()) > 0) {
        throw new WalletException(
            "insufficient-funds",
            "the balance does not cover the amount and the most the fee can be");
      }
      SendPlan plan =
          new SendPlan(
              intent,
              transaction,
              fee,
              lease,
              account.map(AccountState::balance),
              account.map(AccountState::nonce),
              warnings(intent, account));
      kept = true;
      return plan;
    } finally {
      if (!kept) {
        nonces.release(lease);
      }
    }
  }

  private static AccountState known(Observed<AccountState> account) {
    if (account instanceof Observed.Disputed<AccountState>) {
      throw new WalletException(
          "disputed", "providers contradict each other about this account: signing waits");
    }
    return account
        .maybe()
        .orElseThrow(() ->
            new WalletException("no-way-to-chain", "no provider answers: nothing was signed"));
  }

  private Wei baseFee(View view, TransferIntent intent) {
    Optional<Wei> live = view.head().flatMap(FeeOracle::nextBaseFee);
    boolean own = intent.fee() instanceof FeeChoice.Custom;
    if (live.isEmpty() && view.head().map(SeenBlock::ref).isEmpty() && !own) {
      throw new WalletException(
          "no-way-to-chain", "no provider answers, so no fee is known: nothing was signed");
    }
    return live.or(() ->
            reader.remembered(intent.from().address()).flatMap(ChainMemory.AccountView::baseFee))
        .orElse(Wei.ZERO);
  }

  private long gas(TransferIntent intent) throws InterruptedException {
    if (intent.gas().isPresent()) {
      return intent.gas().getAsLong();
    }
    ObjectNode call = reader.object();
    call.put("from", intent.from().address().toLowerHex());
    call.put("to", intent.to().toLowerHex());
    call.put("value", Hex.quantity(intent.amount().units().value()));
    call.put("data", intent.data());
    long estimate =
        reader
            .estimateGas(call)
            .orElseThrow(() ->
                new WalletException(
                    "no-way-to-chain", "no provider estimates the gas: nothing was signed"));
    // code may cost more by the time it runs; a plain transfer costs what it costs
    return intent.data().equals("0x") && estimate == 21_000 ? estimate : estimate + estimate / 5;
  }

  private static UnsignedTransaction transaction(
      Chain chain, TransferIntent intent, FeeQuote fee, long gas, long nonce) {
    return new UnsignedTransaction(
        chain.id(),
        nonce,
        fee.maxPriorityFeePerGas(),
        fee.maxFeePerGas(),
        gas,
        intent.to(),
        intent.amount().units(),
        intent.data());
  }

  private List<Warning> warnings(TransferIntent intent, Observed<AccountState> account) {
    List<Warning> warnings = new ArrayList<>();
    switch (account.level()) {
      case STALE ->
          warnings.add(
              new Warning("stale-view", "no provider answers: built on the last known state"));
      case SINGLE ->
          warnings.add(new Warning("single-view", "one group alone vouches for balance and nonce"));
      case PROVEN, AGREED, DISPUTED, UNKNOWN -> {}
    }
    if (intent.to().equals(intent.from().address())) {
      warnings.add(new Warning("own-address", "the recipient is the sending account itself"));
    }
    boolean first = journal.all().stream().noneMatch(r -> r.transaction().to().equals(intent.to()));
    if (first) {
      warnings.add(new Warning("first-time-recipient", "nothing was sent to this address before"));
    }
    return warnings;
  }

  /// Gives the plan's nonce back.
  public void release(SendPlan plan) {
    nonces.release(plan.lease());
  }

  /// Signs exactly the plan and writes it down. If the intent was signed before, by whatever
  /// process, that transaction's hash is returned and the new signature is dropped.
  public TxHash sign(SendPlan plan, Signer signer) {
    Optional<TxHash> before = journal.byIntent(plan.intent().id());
    if (before.isPresent()) {
      nonces.release(plan.lease());
      return before.get();
    }
    SignedTransaction signed =
        plan.transaction().signed(signer.sign(plan.intent().from(), plan.transaction().payload()));
    TxHash recorded = journal.record(plan, signed);
    if (!recorded.equals(signed.hash())) {
      nonces.release(plan.lease());
    }
    return recorded;
  }
}
