package io.belay.app.fake;

import io.belay.core.store.ContactBook;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/// The address book, in a data file of its own.
public final class FakeContacts {
  private FakeContacts() {}

  /// Nobody is in it yet.
  public static ContactBook empty() {
    // away from the window's thread, which must not wait for a data file
    FutureTask<ContactBook> made = new FutureTask<>(() -> new ContactBook(Scratch.database()));
    Thread thread = Thread.ofPlatform().unstarted(made);
    thread.setContextClassLoader(FakeContacts.class.getClassLoader()); // which knows the driver
    thread.start();
    try {
      return made.get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }
}
