package io.belay.core.send;

import io.belay.base.ChainId;
import io.belay.core.state.Observed;
import io.belay.core.store.Database;
import io.belay.core.tx.DecodedTransaction;
import io.belay.core.tx.UnsignedTransaction;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Optional;

/// Takes transactions of own accounts into the journal that were signed elsewhere: on another
/// computer with the same words, or by `belay sign transaction`. From then on they are sent and
/// followed like those made here.
public final class Adoption {
  private final Database database;
  private final long chain;
  private final InstantSource clock;

  /// Adoption into the journal of one chain.
  public Adoption(Database database, ChainId chainId, InstantSource clock) {
    this.database = database;
    this.chain = chainId.value();
    this.clock = clock;
  }

  /// Writes it down, under an intent id made of its hash; nothing changes where it is known
  /// already. A second one at the same nonce is written down as well: both may be out, and one will
  /// win. A plan that holds this nonce loses it.
  ///
  /// One that was refused before is due again.
  ///
  /// @return whether the journal has it now; false for another chain's, for one that makes a
  ///   contract, and for one with blobs
  public boolean adopt(DecodedTransaction transaction) {
    Optional<UnsignedTransaction> common = transaction.followed(ChainId.of(chain));
    common.ifPresent(tx ->
        database.write(c -> {
          takeNonce(c, transaction);
          return insert(c, transaction, tx);
        }));
    return common.isPresent();
  }

  private void takeNonce(Connection c, DecodedTransaction transaction) throws SQLException {
    try (PreparedStatement delete =
        c.prepareStatement("DELETE FROM leases WHERE chain=? AND address=? AND nonce=?")) {
      delete.setLong(1, chain);
      delete.setString(2, transaction.from().toString());
      delete.setLong(3, transaction.nonce());
      delete.executeUpdate();
    }
  }

  private int insert(Connection c, DecodedTransaction transaction, UnsignedTransaction common)
      throws SQLException {
    String hash = transaction.signed().hash().toString();
    try (PreparedStatement insert =
        c.prepareStatement(
            "INSERT INTO transactions (hash, chain, intent, sender, nonce, preimage, raw,"
                + " created_at, state, evidence, shape) VALUES (?,?,?,?,?,?,?,?,?,?,?)"
                + " ON CONFLICT (hash) DO UPDATE SET state='signed', next_send=NULL"
                + " WHERE state='rejected'")) {
      insert.setString(1, hash);
      insert.setLong(2, chain);
      insert.setString(3, "adopted-" + hash);
      insert.setString(4, transaction.from().toString());
      insert.setLong(5, transaction.nonce());
      insert.setBytes(6, common.payload().preimage());
      insert.setBytes(7, transaction.signed().raw());
      insert.setLong(8, clock.millis());
      insert.setString(9, TxState.SIGNED.word());
      insert.setString(10, Observed.Level.UNKNOWN.word());
      insert.setString(11, shape(transaction).word());
      return insert.executeUpdate();
    }
  }

  private static TxShape shape(DecodedTransaction transaction) {
    if (transaction.type() == 4) {
      return TxShape.DELEGATION;
    }
    if (transaction.accessList() > 0) {
      return TxShape.ACCESS_LIST;
    }
    return transaction.chainId().isEmpty() ? TxShape.ANY_CHAIN : TxShape.PLAIN;
  }
}
