package io.belay.core.store;

import java.time.InstantSource;
import java.util.List;

/// What the tokens of one chain said of themselves when they were asked last, and which of them a
/// person wants to see.
public final class TokenBook {
  private final Database database;
  private final long chain;
  private final InstantSource clock;

  /// The tokens of a chain, kept in a data file.
  public TokenBook(Database database, long chain, InstantSource clock) {
    this.database = database;
    this.chain = chain;
    this.clock = clock;
  }

  /// All of them.
  public List<TokenRow> all() {
    return database.read(c ->
        Sql.list(
            c,
            "SELECT contract, symbol, decimals, evidence FROM tokens WHERE chain=? ORDER BY at",
            row ->
                new TokenRow(row.getString(1), row.getString(2), row.getInt(3), row.getString(4)),
            chain));
  }

  /// Notes what a token says; what it said before is forgotten.
  public void put(TokenRow token) {
    database.write(c ->
        Sql.change(
            c,
            "INSERT OR REPLACE INTO tokens VALUES (?,?,?,?,?,?)",
            chain,
            token.contract(),
            token.symbol(),
            token.decimals(),
            token.evidence(),
            clock.millis()));
  }

  /// Contracts of those on the list, in the order they came onto it.
  public List<String> listed() {
    return database.read(c ->
        Sql.list(
            c,
            "SELECT contract FROM token_list WHERE chain=? ORDER BY at, rowid",
            row -> row.getString(1),
            chain));
  }

  /// Puts a token onto the list, or takes it off; what it said of itself stays known. One that is
  /// there already keeps its place.
  public void list(String contract, boolean on) {
    database.write(c ->
        on
            ? Sql.change(
                c,
                "INSERT OR IGNORE INTO token_list VALUES (?,?,?)",
                chain,
                contract,
                clock.millis())
            : Sql.change(
                c, "DELETE FROM token_list WHERE chain=? AND contract=?", chain, contract));
  }
}
