package io.belay.core.store;

/// The present schema without a disk, for simulations that open and fill it thousands of times.
/// What a disk does is tested where there is one: [SchemaTest], [MigrationTest], and the processes
/// that are killed.
public final class MemoryStore {
  private MemoryStore() {}

  /// An empty one.
  public static Database open() {
    return Database.inMemory(Schema.scripts());
  }
}
