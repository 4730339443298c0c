package io.belay.core.store;

import io.belay.base.WalletException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.AbstractMap.SimpleImmutableEntry;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// What a person decided about endpoints: those they added, those they switched on or off, each
/// network's policy, and the groups they merged. Every process sees the latest.
public final class EndpointBook {
  /// The policy of a network about which nothing was decided.
  static final String ANY = "any";

  private final Database database;

  /// The decisions kept in a data file.
  public EndpointBook(Database database) {
    this.database = database;
  }

  /// All decisions about one chain.
  public EndpointChoices choices(long chain) {
    return database.read(c -> {
      List<EndpointChoices> policy =
          Sql.list(
              c,
              "SELECT policy, consented FROM policies WHERE chain=?",
              row ->
                  new EndpointChoices(
                      List.of(), Map.of(), row.getString(1), row.getBoolean(2), Map.of()),
              chain);
      EndpointChoices decided = policy.isEmpty() ? EndpointChoices.NONE : policy.getFirst();
      return new EndpointChoices(
          added(c, chain),
          map(c, "SELECT id, enabled FROM endpoint_choices WHERE chain=?", chain)
              .entrySet()
              .stream()
              .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().equals("1"))),
          decided.policy(),
          decided.consented(),
          map(c, "SELECT grp, into_grp FROM group_merges WHERE chain=?", chain));
    });
  }

  private static List<EndpointRow> added(Connection c, long chain) throws SQLException {
    return Sql.list(
        c,
        "SELECT chain, id, url, operator, own, headers, sends_only FROM endpoints WHERE chain=?"
            + " ORDER BY rowid",
        row ->
            new EndpointRow(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getBoolean(5),
                row.getString(6),
                row.getBoolean(7)),
        chain);
  }

  private static Map<String, String> map(Connection c, String sql, long chain) throws SQLException {
    return Sql.list(
            c, sql, row -> new SimpleImmutableEntry<>(row.getString(1), row.getString(2)), chain)
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /// Adds an endpoint.
  ///
  /// @throws WalletException `endpoint-exists` where this chain has it already, by id or by address
  public void add(EndpointRow endpoint) {
    database.write(c -> insert(c, endpoint));
  }

  static int insert(Connection c, EndpointRow e) throws SQLException {
    int added =
        Sql.change(
            c,
            "INSERT INTO endpoints (chain, id, url, operator, own, headers, sends_only)"
                + " SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7 WHERE NOT EXISTS"
                + " (SELECT 1 FROM endpoints WHERE chain=?1 AND (id=?2 OR url=?3))",
            e.chain(),
            e.id(),
            e.url(),
            e.operator(),
            e.own(),
            e.headers(),
            e.sendsOnly());
    if (added == 0) {
      throw new WalletException("endpoint-exists", "this endpoint is there already");
    }
    return added;
  }

  /// Removes an endpoint that was added, with the choice about it.
  ///
  /// @return whether it was there
  public boolean remove(long chain, String id) {
    return database.write(c -> {
      boolean removed =
          Sql.change(c, "DELETE FROM endpoints WHERE chain=? AND id=?", chain, id) > 0;
      if (removed) {
        Sql.change(c, "DELETE FROM endpoint_choices WHERE chain=? AND id=?", chain, id);
      }
      return removed;
    });
  }

  /// Switches an endpoint on or off, an added or a built-in one.
  public void choose(long chain, String id, boolean enabled) {
    database.write(c ->
        Sql.change(
            c, "INSERT OR REPLACE INTO endpoint_choices VALUES (?,?,?)", chain, id, enabled));
  }

  /// Decides which endpoints a network may use at all.
  ///
  /// @param policy `own-only`, `ask`, `trusted`, `any`
  /// @param consented whether others than their own may be used, where the policy is to ask
  public void decide(long chain, String policy, boolean consented) {
    database.write(c ->
        Sql.change(c, "INSERT OR REPLACE INTO policies VALUES (?,?,?)", chain, policy, consented));
  }

  /// Counts a group as one with another, until it is split off again. What was merged before stays
  /// merged, and no circle can come of it: only the two ends are joined.
  public void merge(long chain, String group, String into) {
    database.write(c -> {
      Map<String, String> merges =
          map(c, "SELECT grp, into_grp FROM group_merges WHERE chain=?", chain);
      String from = end(group, merges);
      String to = end(into, merges);
      return from.equals(to)
          ? 0
          : Sql.change(c, "INSERT INTO group_merges VALUES (?,?,?)", chain, from, to);
    });
  }

  private static String end(String group, Map<String, String> merges) {
    String next = merges.get(group);
    return next == null ? group : end(next, merges);
  }

  /// Counts a group as one of its own again.
  ///
  /// @return whether it was merged
  public boolean split(long chain, String group) {
    return database.write(
        c -> Sql.change(c, "DELETE FROM group_merges WHERE chain=? AND grp=?", chain, group) > 0);
  }
}
