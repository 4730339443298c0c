package io.belay.core.track;

import io.belay.base.Address;
import io.belay.base.Hex;
import io.belay.base.TxHash;
import io.belay.base.WalletException;
import io.belay.core.decode.RevertReason;
import io.belay.core.fee.FeeChoice;
import io.belay.core.fee.FeeQuote;
import io.belay.core.rpc.AccountState;
import io.belay.core.rpc.Endpoint;
import io.belay.core.rpc.GasEstimate;
import io.belay.core.rpc.Reader;
import io.belay.core.rpc.TxWatch;
import io.belay.core.rpc.View;
import io.belay.core.send.Bids;
import io.belay.core.send.NonceChart;
import io.belay.core.send.Replacement;
import io.belay.core.send.SendJournal;
import io.belay.core.send.SendService;
import io.belay.core.send.TxRecord;
import io.belay.core.send.TxState;
import io.belay.core.state.Observed;
import io.belay.core.tx.SignedTransaction;
import io.belay.keystore.AccountRef;
import io.belay.keystore.Signer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;

/// Second signatures at a nonce, and what is wrong with an account's queue.
final class NonceDesk {
  private static final long LEAST_GAS = 21_000;

  private final Reader reader;
  private final SendService sends;
  private final SendJournal journal;

  NonceDesk(Reader reader, SendService sends, SendJournal journal) {
    this.sends = sends;
    this.reader = reader;
    this.journal = journal;
  }

  Replacement speedUp(TxHash hash) throws InterruptedException {
    TxRecord record = record(hash);
    return affordable(Bids.speedUp(record, lane(record), market()));
  }

  Replacement cancel(TxHash hash) throws InterruptedException {
    TxRecord record = record(hash);
    return affordable(Bids.cancel(record, lane(record), market(), gas(record.from())));
  }

  Replacement fill(Address account, long nonce) throws InterruptedException {
    FeeQuote market =
        market()
            .orElseThrow(() ->
                new WalletException("no-way-to-chain", "no provider answers, so no fee is known"));
    TxRecord like =
        journal.all().stream()
            .filter(r -> r.from().equals(account) && r.nonce() > nonce)
            .findFirst()
            .orElseThrow(() ->
                new WalletException("no-gap", "nothing of this account waits for this nonce"));
    return affordable(Bids.fill(account, nonce, like.transaction(), market, gas(account)));
  }

  /// Signs and writes down; the bytes are sent by the tracker.
  TxHash sign(Replacement replacement, AccountRef account, Signer signer) {
    if (!account.address().equals(replacement.from())) {
      throw new WalletException("unknown-account", "this is another account's transaction");
    }
    SignedTransaction signed =
        replacement.transaction().signed(signer.sign(account, replacement.transaction().payload()));
    return journal.record(replacement, signed);
  }

  /// Another wallet's transaction at the nonce is taken as it is: ours is sent no more.
  void adopt(TxHash hash) {
    TxRecord record = record(hash);
    if (!record.state().isReplaceable()) {
      throw new WalletException("not-replaceable", "this transaction cannot be set aside any more");
    }
    journal.progress(record.in(TxState.CONFLICT, record.evidence()).sendNoMore());
  }

  /// The stored bytes are due now.
  void resend(TxHash hash) {
    TxRecord record = record(hash);
    if (record.state().isOver() || record.state().isIncluded()) {
      throw new WalletException("not-replaceable", "this transaction needs no sending any more");
    }
    if (record.state() == TxState.CONFLICT) {
      journal.progress(record.in(TxState.UNKNOWN, record.evidence()));
    }
    journal.sendNow(hash);
  }

  /// Tries the transaction's call at the head, to hear what the contract says to it.
  Optional<RevertReason> refusal(TxHash hash) throws InterruptedException {
    TxRecord record = record(hash);
    ObjectNode call = reader.object();
    call.put("from", record.from().toLowerHex());
    call.put("to", record.transaction().to().toLowerHex());
    call.put("value", Hex.quantity(record.transaction().value().value()));
    // else one that ran out of gas would do well this time
    call.put("gas", Hex.quantity(record.transaction().gasLimit()));
    call.put("data", record.transaction().data());
    return reader
        .simulate(reader.view(), call)
        .outcome()
        .maybe()
        .filter(outcome -> !outcome.succeeded())
        .map(outcome -> RevertReason.parse(outcome.output(), outcome.words()));
  }

  NonceChart chart(Address account) throws InterruptedException {
    View view = reader.view();
    Observed<Long> nonce = reader.account(view, account).map(AccountState::nonce);
    Map<TxHash, Set<String>> seen = new HashMap<>();
    for (TxRecord record : journal.all()) {
      if (record.from().equals(account)
          && !record.state().isOver()
          && !record.state().isIncluded()) {
        TxWatch.Sighting sighting = reader.find(record.hash(), view);
        seen.put(
            record.hash(),
            reader.endpoints().stream()
                .filter(e -> sighting.holders().contains(e.id()))
                .map(Endpoint::group)
                .collect(Collectors.toSet()));
      }
    }
    return NonceChart.of(account, nonce, reader.pendingNonce(account), journal.all(), seen);
  }

  private TxRecord record(TxHash hash) {
    return journal
        .find(hash)
        .orElseThrow(() ->
            new WalletException(
                "unknown-transaction", "this wallet made no such transaction here"));
  }

  private List<TxRecord> lane(TxRecord record) {
    return journal.all().stream()
        .filter(r -> r.from().equals(record.from()) && r.nonce() == record.nonce())
        .toList();
  }

  /// What is asked for now; empty where nobody tells.
  private Optional<FeeQuote> market() throws InterruptedException {
    return Optional.ofNullable(sends.fees().get(FeeChoice.Pace.FAST));
  }

  /// Gas of paying nothing to oneself: more than 21 000 on some networks and for accounts with
  /// code.
  private long gas(Address account) throws InterruptedException {
    ObjectNode call = reader.object();
    call.put("from", account.toLowerHex());
    call.put("to", account.toLowerHex());
    call.put("value", Hex.quantity(0));
    long estimate = reader.estimateGas(reader.view(), call).map(GasEstimate::gas).orElse(LEAST_GAS);
    return estimate <= LEAST_GAS ? LEAST_GAS : estimate + estimate / 5;
  }

  private Replacement affordable(Replacement replacement) throws InterruptedException {
    Optional<AccountState> account = reader.account(reader.view(), replacement.from()).maybe();
    boolean poor =
        account
            .filter(a -> a.balance().compareTo(replacement.transaction().cost()) < 0)
            .isPresent();
    if (poor) {
      throw new WalletException(
          "insufficient-funds", "the balance does not cover the most the fee can be");
    }
    return replacement;
  }
}
