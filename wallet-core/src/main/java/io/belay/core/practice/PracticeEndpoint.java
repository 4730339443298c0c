package io.belay.core.practice;

/// One door to the practice chain.
///
/// @param id `practice-1` and on
/// @param operator `Practice 1` and on: each is run by somebody else
/// @param fault what is wrong with it now
public record PracticeEndpoint(String id, String operator, Fault fault) {}
