package io.belay.app.fake;

import io.belay.core.store.ContactBook;
import io.belay.core.store.Schema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;

/// The address book, in a data file of its own.
public final class FakeContacts {
  private FakeContacts() {}

  /// Nobody is in it yet.
  public static ContactBook empty() {
    try {
      return new ContactBook(Schema.open(Files.createTempDirectory("belay-book")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
