package io.belay.app.book;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.app.fake.FakeSession;
import io.belay.app.fake.FakeUi;
import io.belay.app.fake.FakeVault;
import io.belay.base.Address;
import io.belay.core.state.State;
import io.belay.core.store.AccountEntry;
import io.belay.core.store.ContactBook;
import io.belay.core.store.ContactEntry;
import io.belay.core.store.Database;
import io.belay.core.store.Schema;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BookViewModelTest {
  private static final String ANA = "0x52908400098527886E0F7030069857D2E4169EE7";
  private static final String BEN = "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed";

  @TempDir Path directory;
  private final State<List<AccountEntry>> accounts =
      new State<>(List.of(FakeVault.entry("Savings", FakeVault.SAVINGS)));
  private Database database;
  private ContactBook book;
  private BookViewModel model;

  @BeforeEach
  void open() {
    database = Schema.open(directory);
    book = new ContactBook(database);
    model = new BookViewModel(FakeUi.make(), book, accounts, FakeSession.CHAIN);
    model.start();
  }

  @AfterEach
  void close() {
    database.close();
  }

  private boolean add(String name, String address) {
    boolean[] saved = {false};
    model.begin();
    model.name().set(name);
    model.address().set(address);
    model.save(() -> saved[0] = true);
    return saved[0];
  }

  /// Another address with the same first and last four digits.
  private static String twinOf(String address) {
    String digits = address.substring(2).toLowerCase(java.util.Locale.ROOT);
    String middle = digits.substring(4, 35) + (digits.charAt(35) == '0' ? "1" : "0");
    return "0x" + digits.substring(0, 4) + middle + digits.substring(36);
  }

  @Test
  void entriesAreListedByNameAndOutliveTheProcess() {
    assertThat(model.isEmpty()).isTrue();
    assertThat(add("  Zoe ", BEN)).isTrue();
    assertThat(add("Ana", ANA)).isTrue();
    assertThat(model.shown()).extracting(ContactEntry::name).containsExactly("Ana", "Zoe");
    assertThat(new ContactBook(database).entries().get()).hasSize(2);
    model.search().set("zo");
    assertThat(model.shown()).extracting(ContactEntry::name).containsExactly("Zoe");
    model.search().set(ANA.substring(0, 8));
    assertThat(model.shown()).extracting(ContactEntry::name).containsExactly("Ana");
  }

  @Test
  void whatIsWrongIsSaidAndNothingIsSaved() {
    assertThat(add("", ANA)).isFalse();
    assertThat(model.problem().get()).isEqualTo("A name is missing.");
    assertThat(add("Ana", ANA.replace("E", "e"))).isFalse();
    assertThat(model.problem().get()).isNotBlank();
    assertThat(add("x".repeat(61), ANA)).isFalse();
    assertThat(add("Ana\u0007", ANA)).isFalse();
    assertThat(model.shown()).isEmpty();
    assertThat(add("Ana", ANA)).isTrue();
    assertThat(add("Again", ANA)).isFalse();
    assertThat(model.problem().get()).startsWith("This address is in the book already");
  }

  @Test
  void anEntryIsForOneNetworkOrForAll() {
    book.add(new ContactEntry(1, Address.parse(ANA), "On Ethereum", ""));
    assertThat(model.shown()).isEmpty();
    model.begin();
    model.everywhere().set(true);
    model.name().set("Ben");
    model.address().set(BEN);
    model.save(() -> {});
    assertThat(model.shown()).extracting(ContactEntry::chain).containsExactly(0L);
  }

  @Test
  void lookAlikesOfOwnAccountsAndOfOtherEntriesAreFound() {
    model.begin();
    model.address().set(twinOf(FakeVault.SAVINGS.toString()));
    assertThat(model.twin()).contains(FakeVault.SAVINGS);
    assertThat(model.nameOf(FakeVault.SAVINGS)).isEqualTo("Savings");
    add("Ana", ANA);
    model.address().set(twinOf(ANA));
    assertThat(model.twin()).contains(Address.parse(ANA));
    model.address().set(ANA);
    assertThat(model.twin()).isEmpty();
    // an entry is no look-alike of itself while it is changed
    model.edit(model.shown().getFirst());
    model.address().set(twinOf(ANA));
    assertThat(model.twin()).isEmpty();
  }

  @Test
  void removingCanBeUndoneUntilThePageIsLeft() {
    add("Ana", ANA);
    ContactEntry ana = model.shown().getFirst();
    model.remove(ana);
    assertThat(model.shown()).isEmpty();
    assertThat(model.removed().get()).contains(ana);
    model.undo();
    assertThat(model.shown()).containsExactly(ana);
    assertThat(model.removed().get()).isEmpty();
    model.remove(ana);
    model.stop();
    model.start();
    assertThat(model.removed().get()).isEmpty();
    assertThat(model.shown()).isEmpty();
  }

  @Test
  void aChangeThatCannotBeMadeLosesNothing() {
    add("Ana", ANA);
    add("Ben", BEN);
    model.edit(model.shown().getFirst());
    model.address().set(BEN);
    model.save(() -> {});
    assertThat(model.problem().get()).startsWith("This address is in the book already");
    assertThat(book.reload()).extracting(ContactEntry::name).containsExactly("Ana", "Ben");
    model.address().set(ANA);
    model.name().set("Ana B.");
    model.save(() -> {});
    assertThat(model.shown()).extracting(ContactEntry::name).containsExactly("Ana B.", "Ben");
  }
}
