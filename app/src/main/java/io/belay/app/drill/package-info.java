/// The outage drill: runs it over the network in use, keeps its last report, and shows it, as a
/// panel of the connectivity page and as lines for the command line.
///
/// What is broken and what is judged is decided in `core.practice`.
package io.belay.app.drill;
