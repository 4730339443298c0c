package io.belay.app.fake;

import io.belay.core.store.LabelBook;

/// Labels, in a data file of their own.
public final class FakeLabels {
  private FakeLabels() {}

  /// Nothing has one yet.
  public static LabelBook empty() {
    return new LabelBook(Scratch.database());
  }
}
