/// Bytes in words: call data, the reasons of reverts, code that delegates, what a transaction does.
///
/// Pure. All text that comes out of here may have been written by a stranger: it is bounded, one
/// line, and always quoted where it is shown.
package io.belay.core.decode;
