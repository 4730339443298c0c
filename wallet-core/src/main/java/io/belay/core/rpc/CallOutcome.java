package io.belay.core.rpc;

/// What comes of a call that is only tried.
///
/// @param succeeded false where it reverts
/// @param output the bytes it returns, or the revert's, `0x…`; a stranger's either way
/// @param words a provider's words about a failure, at most 200 printable characters; blank where
///   there are none
public record CallOutcome(boolean succeeded, String output, String words) {}
