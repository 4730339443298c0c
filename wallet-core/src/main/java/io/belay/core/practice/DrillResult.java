package io.belay.core.practice;

import io.belay.core.state.Observed;

/// How one job went in one scene.
///
/// @param job what
/// @param level how well its outcome was known; `unknown` where there was none
/// @param ok whether it went as it should in this scene, see [DrillScene.Need]
/// @param wrong whether something untrue was believed
/// @param millis time it took
/// @param reached endpoints that the signed bytes would have gone to; 0 for other jobs
public record DrillResult(
    DrillJob job, Observed.Level level, boolean ok, boolean wrong, long millis, int reached) {}
