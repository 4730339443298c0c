/// The one way to publish change (`State`) and the one way to say how a value is known
/// (`Observed`).
///
/// A leaf: it knows bytes and hashes of `io.belay.base` and nothing of chains, money or screens.
package io.belay.core.state;
