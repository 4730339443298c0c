package io.belay.core.send;

import io.belay.base.Address;
import io.belay.base.ChainId;
import io.belay.base.TxHash;
import io.belay.base.WalletException;
import io.belay.core.rpc.EndpointId;
import io.belay.core.store.Database;
import io.belay.core.tx.SignedTransaction;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Every signed transaction of one chain, on disk before its first byte leaves (I5), with each
/// endpoint's latest answer. All signatures of one intent have one nonce (I4).
public final class SendJournal {
  private final Database database;
  private final long chain;
  private final InstantSource clock;

  /// The journal of one chain.
  public SendJournal(Database database, ChainId chainId, InstantSource clock) {
    this.database = database;
    this.chain = chainId.value();
    this.clock = clock;
  }

  /// Writes a signed transaction down and gives its nonce lease back, in one step. If the intent
  /// has a transaction already, nothing is written and that one's hash is returned.
  ///
  /// @throws WalletException `nonce-used` where the lease ran out and the nonce went to another;
  ///   `disk-full` where it cannot be written: then it must not be sent
  public TxHash record(SendPlan plan, SignedTransaction signed) {
    return database.write(c -> {
      Optional<TxHash> before = JournalRows.hashOf(c, plan.intent().id());
      if (before.isPresent()) {
        return before.get();
      }
      Address from = plan.intent().from().address();
      if (!JournalWrites.free(c, plan.lease()) && isTaken(c, from, plan.transaction().nonce())) {
        // I4: one nonce per intent
        throw new WalletException("nonce-used", "this plan is too old: its nonce went to another");
      }
      if (JournalRows.one(c, chain, signed.hash()).isPresent()) {
        return JournalWrites.again(c, plan.intent().id(), signed.hash());
      }
      TxOrigin origin =
          new TxOrigin(
              signed.hash(),
              plan.intent().id(),
              from,
              plan.transaction(),
              clock.instant(),
              plan.intent().privately());
      JournalWrites.insert(c, origin, signed, TxFacts.NEW);
      return signed.hash();
    });
  }

  /// Writes another signature at a nonce down: that of an intent whose transaction is still open,
  /// or one that fills a gap. The same signature twice is one row.
  ///
  /// @throws WalletException `not-replaceable` where the intent has another nonce or is done;
  ///   `nonce-used` where a gap is none any more; `disk-full`
  public TxHash record(Replacement replacement, SignedTransaction signed) {
    return database.write(c -> {
      if (JournalRows.one(c, chain, signed.hash()).isPresent()) {
        return signed.hash();
      }
      if (replacement.replaces().isEmpty()) {
        if (isTaken(c, replacement.from(), replacement.transaction().nonce())) {
          throw new WalletException("nonce-used", "this nonce has its transaction meanwhile");
        }
      } else if (!isOpen(c, replacement)) {
        throw new WalletException(
            "not-replaceable", "this transaction cannot be replaced any more");
      }
      TxFacts facts =
          new TxFacts(
              replacement.purpose(),
              replacement.replaces(),
              OptionalLong.empty(),
              OptionalLong.empty());
      TxOrigin origin =
          new TxOrigin(
              signed.hash(),
              replacement.intentId(),
              replacement.from(),
              replacement.transaction(),
              clock.instant(),
              false); // what holds for its intent holds for it
      JournalWrites.insert(c, origin, signed, facts);
      return signed.hash();
    });
  }

  /// Whether all signatures of the intent are at this nonce, and none is mined.
  private boolean isOpen(Connection c, Replacement replacement) throws SQLException {
    List<TxRecord> before =
        JournalRows.all(c, chain).stream()
            .filter(r -> r.intentId().equals(replacement.intentId()))
            .toList();
    return !before.isEmpty()
        && before.stream()
            .allMatch(r ->
                r.from().equals(replacement.from())
                    && r.nonce() == replacement.transaction().nonce()
                    && r.state() != TxState.FINAL
                    && !r.state().isIncluded());
  }

  private boolean isTaken(Connection c, Address from, long nonce) throws SQLException {
    return NonceBook.taken(c, chain, from).contains(nonce);
  }

  /// The transaction an intent has made. Of several signatures: the mined one, else the latest that
  /// is not out of the way.
  public Optional<TxHash> byIntent(String intentId) {
    return database.read(c -> JournalRows.hashOf(c, intentId));
  }

  /// Who sent a transaction of this wallet; empty where it is none.
  public Optional<Address> sender(TxHash hash) {
    return database.read(c -> {
      try (PreparedStatement select =
          c.prepareStatement("SELECT sender FROM transactions WHERE hash=?")) {
        select.setString(1, hash.toString());
        try (ResultSet row = select.executeQuery()) {
          return row.next() ? Optional.of(Address.parse(row.getString(1))) : Optional.empty();
        }
      }
    });
  }

  /// The signed bytes.
  public Optional<SignedTransaction> signed(TxHash hash) {
    return database.read(c -> {
      try (PreparedStatement select =
          c.prepareStatement("SELECT raw FROM transactions WHERE hash=?")) {
        select.setString(1, hash.toString());
        try (ResultSet row = select.executeQuery()) {
          return row.next() ? Optional.of(SignedTransaction.of(row.getBytes(1))) : Optional.empty();
        }
      }
    });
  }

  /// Notes an endpoint's answer; a later one replaces it, but what was seen stays seen, and so do
  /// the height of the first acceptance and what it was caught at.
  public void attempted(TxHash hash, AttemptRow row) {
    database.write(c -> JournalWrites.attempt(c, hash, row));
  }

  /// Notes that an endpoint was found to hold a transaction.
  public void seenAt(TxHash hash, EndpointId endpoint) {
    mark("seen=1 WHERE hash=? AND endpoint=?", hash, endpoint);
  }

  /// Notes that an endpoint accepted a transaction that nobody else has seen since.
  public void blackHole(TxHash hash, EndpointId endpoint) {
    mark("black_hole=1 WHERE hash=? AND endpoint=?", hash, endpoint);
  }

  /// Notes the height of the head at an endpoint's first acceptance.
  public void acceptedIn(TxHash hash, EndpointId endpoint, long head) {
    mark(
        "accepted_block=" + head + " WHERE hash=? AND endpoint=? AND accepted_block IS NULL",
        hash,
        endpoint);
  }

  private void mark(String change, TxHash hash, EndpointId endpoint) {
    database.write(c -> JournalWrites.mark(c, change, hash, endpoint));
  }

  /// Sets how far a transaction has come and when its bytes are sent again.
  public void progress(TxRecord next) {
    database.write(c -> JournalWrites.progress(c, next));
  }

  /// The bytes are due now, whatever was planned.
  public void sendNow(TxHash hash) {
    database.write(c -> JournalWrites.sendNow(c, hash));
  }

  /// One transaction.
  public Optional<TxRecord> find(TxHash hash) {
    return database.read(c -> JournalRows.one(c, chain, hash));
  }

  /// All transactions, newest first.
  public List<TxRecord> all() {
    return database.read(c -> JournalRows.all(c, chain));
  }
}
