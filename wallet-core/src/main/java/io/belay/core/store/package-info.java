/// The wallet's own records that hold no secret: one SQLite file with migrations.
///
/// A leaf: it stores rows for others and decides nothing.
package io.belay.core.store;
