package io.belay.core.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.base.TxHash;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabelBookTest {
  private static final TxHash ONE = TxHash.parse("0x" + "ab".repeat(32));
  private static final TxHash TWO = TxHash.parse("0x" + "cd".repeat(32));

  @TempDir Path directory;

  @Test
  void labelsAreKeptChangedAndTakenAway() {
    try (Database database = Schema.open(directory)) {
      LabelBook book = new LabelBook(database);
      book.put(ONE, "Rent");
      book.put(ONE, "Rent, May");
      book.put(TWO, "Gift");
      book.put(TWO, "  ");
      assertThat(book.labels().get()).isEqualTo(Map.of(ONE, "Rent, May"));
    }
    try (Database database = Schema.open(directory)) {
      assertThat(new LabelBook(database).labels().get()).isEqualTo(Map.of(ONE, "Rent, May"));
    }
  }

  @Test
  void aLabelIsOneLineOfBoundedLength() {
    try (Database database = Schema.open(directory)) {
      LabelBook book = new LabelBook(database);
      assertThat(book.put(ONE, " two\r\nlines\tand\0more ")).isEqualTo("two lines and more");
      String wide = "x".repeat(LabelBook.MOST - 1) + "\ud83e\udde7";
      assertThat(book.put(ONE, wide)).isEqualTo("x".repeat(LabelBook.MOST - 1));
    }
  }
}
