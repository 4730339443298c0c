package io.belay.core.store;

import io.belay.base.Address;
import io.belay.base.WalletException;
import io.belay.core.state.State;
import java.util.List;

/// The address book of a data directory, for all its vaults. Needs no password.
public final class ContactBook {
  private final Database database;
  private final State<List<ContactEntry>> entries;

  /// Reads the book.
  public ContactBook(Database database) {
    this.database = database;
    this.entries = new State<>(load());
  }

  /// Everybody, by name; kept up to date within this process.
  public State<List<ContactEntry>> entries() {
    return entries;
  }

  /// Reads the book again, for changes of other processes.
  public List<ContactEntry> reload() {
    List<ContactEntry> now = load();
    entries.set(now);
    return now;
  }

  /// Adds somebody.
  ///
  /// @throws WalletException `contact-exists` where the address is there for this network already
  public void add(ContactEntry entry) {
    int added =
        database.write(c ->
            Sql.change(
                c,
                "INSERT OR IGNORE INTO contacts VALUES (?,?,?,?)",
                entry.chain(),
                entry.address(),
                entry.name(),
                entry.note()));
    reload();
    if (added == 0) {
      throw new WalletException("contact-exists", "this address is in the book already");
    }
  }

  /// Puts one entry in the place of another: both or neither.
  ///
  /// @throws WalletException `contact-exists`
  public void change(ContactEntry before, ContactEntry after) {
    database.write(c -> {
      delete(c, before);
      int added =
          Sql.change(
              c,
              "INSERT OR IGNORE INTO contacts VALUES (?,?,?,?)",
              after.chain(),
              after.address(),
              after.name(),
              after.note());
      if (added == 0) {
        throw new WalletException("contact-exists", "this address is in the book already");
      }
      return added;
    });
    reload();
  }

  /// Takes somebody out.
  public void remove(ContactEntry entry) {
    database.write(c -> delete(c, entry));
    reload();
  }

  private static int delete(java.sql.Connection c, ContactEntry entry)
      throws java.sql.SQLException {
    return Sql.change(
        c, "DELETE FROM contacts WHERE chain=? AND address=?", entry.chain(), entry.address());
  }

  private List<ContactEntry> load() {
    return database.read(c ->
        Sql.list(
            c,
            "SELECT chain, address, name, note FROM contacts ORDER BY name COLLATE NOCASE, address",
            row ->
                new ContactEntry(
                    row.getLong(1),
                    Address.parse(row.getString(2)),
                    row.getString(3),
                    row.getString(4))));
  }
}
