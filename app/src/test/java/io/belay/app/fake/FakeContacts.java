package io.belay.app.fake;

import io.belay.core.store.ContactBook;
import io.belay.core.store.Schema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.concurrent.CompletableFuture;

/// The address book, in a data file of its own.
public final class FakeContacts {
  private FakeContacts() {}

  /// Nobody is in it yet.
  public static ContactBook empty() {
    // away from the window's thread, which must not wait for a data file
    return CompletableFuture.supplyAsync(FakeContacts::make).join();
  }

  private static ContactBook make() {
    try {
      return new ContactBook(Schema.open(Files.createTempDirectory("belay-book")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
