/// How the window looks and behaves for one person, where their data lies, and what Belay is made
/// of. What concerns networks and endpoints is not here: Connectivity has it.
package io.belay.app.settings;
