package io.belay.app.fake;

import io.belay.core.store.LabelBook;
import io.belay.core.store.Schema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;

/// Labels, in a data file of their own.
public final class FakeLabels {
  private FakeLabels() {}

  /// Nothing has one yet.
  public static LabelBook empty() {
    try {
      return new LabelBook(Schema.open(Files.createTempDirectory("belay-labels")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
