package io.belay.core.send;

import io.belay.base.Address;
import io.belay.base.TxHash;
import io.belay.base.WalletException;
import io.belay.core.fee.FeeBasis;
import io.belay.core.fee.FeeChoice;
import io.belay.core.fee.FeeOracle;
import io.belay.core.fee.FeeQuote;
import io.belay.core.money.Asset;
import io.belay.core.money.Wei;
import io.belay.core.rpc.Reader;
import io.belay.core.state.Observed;
import io.belay.core.token.KnownToken;
import io.belay.core.tx.SignedTransaction;
import io.belay.keystore.Signer;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/// Turns an intent into a plan, and a confirmed plan into a journalled transaction. Nothing leaves
/// the computer here; the broadcaster sends what the journal holds.
public final class SendService {
  private final Planner planner;
  private final NonceBook nonces;
  private final SendJournal journal;

  /// Sending on one chain.
  public SendService(Reader reader, NonceBook nonces, SendJournal journal, Payees payees) {
    this.planner = new Planner(reader, nonces, journal, payees);
    this.nonces = nonces;
    this.journal = journal;
  }

  /// As above, where only the journal knows addresses.
  public SendService(Reader reader, NonceBook nonces, SendJournal journal) {
    this(reader, nonces, journal, new Payees(Set::of, journal));
  }

  /// Plans an intent from one view of the chain; where there is none, from the last verified state
  /// on disk, if the user gives fees and gas himself.
  ///
  /// @throws WalletException `no-way-to-chain`, `disputed`, `wrong-asset`, `would-revert`,
  ///   `insufficient-funds`, `insufficient-for-fee`, `insufficient-tokens`, `nothing-to-send`,
  ///   `nonce-used`
  public SendPlan plan(TransferIntent intent) throws InterruptedException {
    return planner.plan(intent);
  }

  /// What a token is, by its contract's address or a well-known one's symbol. Its amounts have its
  /// own decimals.
  ///
  /// @throws WalletException `bad-address`, `bad-checksum`, `not-a-token`, `no-way-to-chain`,
  ///   `disputed`
  public KnownToken token(String token) throws InterruptedException {
    return planner.token(token);
  }

  /// A token that was described before; nobody is asked.
  public KnownToken known(Asset token, Observed.Level level) {
    return planner.known(token, level);
  }

  /// The network's well-known tokens by their symbols.
  public SortedMap<String, Address> tokens() {
    return planner.tokens();
  }

  /// What a holder has of an asset, in its smallest units.
  public Observed<Wei> balance(Asset asset, Address holder) throws InterruptedException {
    return planner.balance(asset, holder);
  }

  /// What fees are worked out from now; empty where nobody tells.
  public Optional<FeeBasis> feeBasis() throws InterruptedException {
    return planner.feeBasis();
  }

  /// What each pace costs now; empty where nobody tells.
  public Map<FeeChoice.Pace, FeeQuote> fees() throws InterruptedException {
    return feeBasis().map(FeeOracle::quotes).orElseGet(Map::of);
  }

  /// The gas limit that a plan of this intent would have; nothing is held for it.
  ///
  /// @throws WalletException as [#plan]
  public long gas(TransferIntent intent) throws InterruptedException {
    return planner.gas(intent);
  }

  /// Gives the plan's nonce back.
  public void release(SendPlan plan) {
    nonces.release(plan.lease());
  }

  /// Signs exactly the plan and writes it down. If the intent was signed before, by whatever
  /// process, that transaction's hash is returned and the new signature is dropped.
  ///
  /// @throws WalletException `fee-not-confirmed` where the plan waits for what a person must type
  public TxHash sign(SendPlan plan, Signer signer) {
    Optional<TxHash> before = journal.byIntent(plan.intent().id());
    if (before.isPresent()) {
      nonces.release(plan.lease());
      return before.get();
    }
    if (plan.mustType().isPresent()) {
      throw new WalletException(
          "fee-not-confirmed", "the fee is unusually high and was not confirmed by its figure");
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
