package io.belay.core.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belay.base.Address;
import io.belay.keystore.AccountRef;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccountBookTest {
  private static final AccountEntry ROPE =
      new AccountEntry(
          new AccountRef(new UUID(1, 2), address("0a")), "Rope", "m/44'/60'/0'/0/0", "hd");

  @TempDir Path directory;
  private Database database;
  private AccountBook book;

  private static Address address(String last) {
    return Address.parse("0x" + "00".repeat(19) + last);
  }

  @BeforeEach
  void open() {
    database = Schema.open(directory);
    book = new AccountBook(database, InstantSource.system());
    book.add(ROPE);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void addedTwiceIsThereOnceAndKeepsItsName() {
    book.rename(ROPE.ref(), "  Harness ");
    book.add(ROPE);
    assertThat(book.entries().get()).extracting(AccountEntry::name).containsExactly("Harness");
  }

  @Test
  void namesAreShortAndNotBlank() {
    for (String bad : List.of("", "   ", "x".repeat(61))) {
      assertThatThrownBy(() -> book.rename(ROPE.ref(), bad))
          .extracting("code")
          .isEqualTo("bad-name");
    }
    assertThat(book.entries().get()).containsExactly(ROPE);
  }

  @Test
  void hiddenIsOffTheListAndComesBack() {
    book.hide(ROPE.ref(), true);
    assertThat(book.entries().get()).isEmpty();
    assertThat(book.hidden()).containsExactly(ROPE);
    book.add(ROPE); // as every unlock does
    assertThat(book.entries().get()).isEmpty();
    book.hide(ROPE.ref(), false);
    assertThat(book.entries().get()).containsExactly(ROPE);
  }

  @Test
  void aWatchedAddressBelongsToNoVault() {
    AccountEntry watched = AccountEntry.watched(address("0b"), "Friend");
    book.add(watched);
    assertThat(book.entries().get()).containsExactly(ROPE, watched);
    assertThat(watched.isWatched()).isTrue();
    assertThat(ROPE.isWatched()).isFalse();
  }
}
