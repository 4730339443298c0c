package io.belay.core.track;

import io.belay.base.Address;
import io.belay.base.TxHash;
import io.belay.core.chain.Chain;
import io.belay.core.decode.RevertReason;
import io.belay.core.fee.FeeBasis;
import io.belay.core.money.Asset;
import io.belay.core.money.Wei;
import io.belay.core.rpc.AccountState;
import io.belay.core.rpc.Connectivity;
import io.belay.core.rpc.Endpoint;
import io.belay.core.rpc.EndpointConfig;
import io.belay.core.send.AttemptRow;
import io.belay.core.send.BroadcastReport;
import io.belay.core.send.NonceChart;
import io.belay.core.send.Replacement;
import io.belay.core.send.SendPlan;
import io.belay.core.send.TransferIntent;
import io.belay.core.send.TxRecord;
import io.belay.core.state.Observed;
import io.belay.core.state.State;
import io.belay.core.token.KnownToken;
import io.belay.core.tx.DecodedTransaction;
import io.belay.core.tx.SignedTransaction;
import io.belay.keystore.AccountRef;
import io.belay.keystore.Signer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Consumer;

/// One open network: what the window and the command line do with it. Methods block and belong on a
/// background thread; interrupting it cancels.
public interface ChainSession extends AutoCloseable {
  /// The network.
  Chain chain();

  /// How well it is connected, kept up to date.
  State<Connectivity> connectivity();

  /// Goes on with other endpoints from now on. What is shown, signed and on its way stays: calls in
  /// flight keep the endpoints they began with, and what is open is carried to the new ones as
  /// well.
  void use(List<Endpoint> endpoints);

  /// Asks all endpoints for their heads now.
  void refresh() throws InterruptedException;

  /// An account's balance now, and how it is known.
  Observed<Wei> balance(Address account) throws InterruptedException;

  /// An account's balance and nonce now, and how they are known.
  Observed<AccountState> account(Address account) throws InterruptedException;

  /// What an account has of an asset now, in its smallest units, and how it is known.
  Observed<Wei> balance(Address account, Asset asset) throws InterruptedException;

  /// The network's well-known tokens by their symbols; asks nobody.
  SortedMap<String, Address> tokens();

  /// Asks what a token is, by its contract's address or a well-known one's symbol, and remembers
  /// it.
  ///
  /// @throws io.belay.base.WalletException `bad-address`, `bad-checksum`, `not-a-token`,
  ///   `no-way-to-chain`, `disputed`
  Asset token(String token) throws InterruptedException;

  /// The tokens that were asked what they are, by their contracts; kept up to date, asks nobody.
  State<Map<Address, KnownToken>> knownTokens();

  /// The tokens of this network that a person wants to see, in the order they were added; kept up
  /// to date, asks nobody.
  State<List<KnownToken>> listedTokens();

  /// Puts a token that was asked what it is onto that list, or takes it off.
  ///
  /// @throws io.belay.base.WalletException `not-a-token` for one that was never asked
  void listToken(Address contract, boolean on);

  /// What fees are worked out from now; empty where nobody tells.
  Optional<FeeBasis> feeBasis() throws InterruptedException;

  /// The gas limit that a plan of this intent would have; nothing is held for it.
  ///
  /// @throws io.belay.base.WalletException as [#plan]
  long gas(TransferIntent intent) throws InterruptedException;

  /// Every endpoint that a signed transaction may go to, those of the reserve too.
  List<EndpointConfig> carriers();

  /// Whether an account has ever sent anything, owns anything, or has code.
  ///
  /// @throws io.belay.base.WalletException `no-way-to-chain` where nobody can say
  boolean isUsed(Address account) throws InterruptedException;

  /// Builds exactly what would be signed. The plan holds a nonce until it is sent or released.
  ///
  /// @throws io.belay.base.WalletException `no-way-to-chain`, `disputed`, `wrong-asset`,
  ///   `would-revert`, `insufficient-funds`, `insufficient-for-fee`, `insufficient-tokens`,
  ///   `nothing-to-send`, `not-a-token`, `nonce-used`, `no-private-relay`
  SendPlan plan(TransferIntent intent) throws InterruptedException;

  /// Gives the plan's nonce back.
  void release(SendPlan plan);

  /// Signs, journals, and starts to send; returns when the bytes are on disk. Sending and tracking
  /// go on in the background, whoever waits.
  TxHash send(SendPlan plan, Signer signer) throws InterruptedException;

  /// The same transaction again for a higher fee, at the same nonce; nothing is signed here.
  ///
  /// @throws io.belay.base.WalletException `not-replaceable` where it is mined or out of the way,
  ///   `fee-over-cap`, `insufficient-funds`, `unknown-transaction`
  Replacement speedUp(TxHash hash) throws InterruptedException;

  /// A payment of nothing to oneself at the transaction's nonce; nothing is signed here.
  ///
  /// @throws io.belay.base.WalletException as [#speedUp]
  Replacement cancel(TxHash hash) throws InterruptedException;

  /// A payment of nothing to oneself at a nonce that later transactions wait for.
  ///
  /// @throws io.belay.base.WalletException `no-gap`, `no-way-to-chain`, `insufficient-funds`
  Replacement fill(Address account, long nonce) throws InterruptedException;

  /// Signs, journals, and starts to send, as for a plan.
  ///
  /// @throws io.belay.base.WalletException `not-replaceable` or `nonce-used` where it is too late
  TxHash send(Replacement replacement, AccountRef account, Signer signer)
      throws InterruptedException;

  /// Sends the stored bytes again now.
  ///
  /// @throws io.belay.base.WalletException `not-replaceable` where it is mined or out of the way
  void rebroadcast(TxHash hash);

  /// Takes another wallet's transaction at the same nonce as it is: this one is sent no more.
  void adopt(TxHash hash);

  /// An account's nonces: what is where, and what helps.
  ///
  /// @throws io.belay.base.WalletException `no-way-to-chain`
  NonceChart nonces(Address account) throws InterruptedException;

  /// A journalled transaction's signed bytes.
  Optional<SignedTransaction> signed(TxHash hash);

  /// Takes a transaction of an own account over that was signed elsewhere; from then on it is sent
  /// and followed like one of this wallet's. Nothing changes where it is known already.
  ///
  /// @return whether the journal has it; false for a kind that it cannot follow
  boolean adopt(DecodedTransaction transaction);

  /// Sends a transaction once that the journal does not hold, over all that may be used, and waits
  /// for each answer, some 8 s at most. Nothing of it is kept.
  ///
  /// @param heard told each endpoint's answer as it comes, on a thread of its own
  BroadcastReport broadcast(SignedTransaction signed, Consumer<AttemptRow> heard)
      throws InterruptedException;

  /// Why the contract refuses what a reverted transaction asked, as it answers at the head now;
  /// empty where nobody can say, and where it would no longer refuse.
  Optional<RevertReason> refusal(TxHash hash) throws InterruptedException;

  /// This network's transactions, newest first, kept up to date.
  State<List<TxRecord>> activity();

  /// Stops polling and tracking here; nothing is lost.
  @Override
  void close();
}
