package io.belay.core.store;

import io.belay.base.Address;
import io.belay.base.WalletException;
import io.belay.core.state.State;
import io.belay.keystore.AccountRef;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// The list of accounts, readable without a password. What a vault says after unlocking wins over
/// it.
public final class AccountBook {
  private final Database database;
  private final InstantSource clock;
  private final State<List<AccountEntry>> entries;

  /// Reads the list.
  public AccountBook(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
    this.entries = new State<>(load());
  }

  /// The accounts in order of making, kept up to date within this process.
  public State<List<AccountEntry>> entries() {
    return entries;
  }

  /// Reads the list again, for changes of other processes.
  public List<AccountEntry> reload() {
    List<AccountEntry> now = load();
    entries.set(now);
    return now;
  }

  /// Adds an account, or keeps it as it is if it is there.
  public void add(AccountEntry entry) {
    database.write(c -> {
      try (PreparedStatement insert =
          c.prepareStatement(
              "INSERT OR IGNORE INTO accounts (vault, address, name, path, kind, created_at)"
                  + " VALUES (?,?,?,?,?,?)")) {
        insert.setString(1, entry.ref().vault().toString());
        insert.setString(2, entry.ref().address().toString());
        insert.setString(3, entry.name());
        insert.setString(4, entry.path());
        insert.setString(5, entry.kind());
        insert.setLong(6, clock.millis());
        return insert.executeUpdate();
      }
    });
    reload();
  }

  /// Gives an account another name.
  ///
  /// @throws WalletException `bad-name` for a blank one or one over 60 characters
  public void rename(AccountRef account, String name) {
    String stripped = name.strip();
    if (stripped.isEmpty() || stripped.length() > 60) {
      throw new WalletException("bad-name", "a name has 1 to 60 characters");
    }
    update("UPDATE accounts SET name = ? WHERE vault = ? AND address = ?", stripped, account);
  }

  /// Takes an account off the list, or puts it back; its key and its money stay where they are.
  public void hide(AccountRef account, boolean hidden) {
    update(
        "UPDATE accounts SET hidden = ? WHERE vault = ? AND address = ?",
        hidden ? "1" : "0",
        account);
  }

  private void update(String sql, String value, AccountRef account) {
    database.write(c -> {
      try (PreparedStatement update = c.prepareStatement(sql)) {
        update.setString(1, value);
        update.setString(2, account.vault().toString());
        update.setString(3, account.address().toString());
        return update.executeUpdate();
      }
    });
    reload();
  }

  /// The hidden accounts.
  public List<AccountEntry> hidden() {
    return load(true);
  }

  private List<AccountEntry> load() {
    return load(false);
  }

  private List<AccountEntry> load(boolean hidden) {
    return database.read(c -> {
      List<AccountEntry> list = new ArrayList<>();
      try (PreparedStatement select =
              c.prepareStatement(
                  "SELECT vault, address, name, path, kind FROM accounts WHERE hidden = "
                      + (hidden ? "1" : "0")
                      + " ORDER BY rowid");
          ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          AccountRef ref =
              new AccountRef(UUID.fromString(rows.getString(1)), Address.parse(rows.getString(2)));
          list.add(new AccountEntry(ref, rows.getString(3), rows.getString(4), rows.getString(5)));
        }
      }
      return List.copyOf(list);
    });
  }
}
