/// Each endpoint as a lane: its state, latency, height, last reads and what it was caught at.
///
/// On the practice network each lane can be made to fail.
package io.belay.app.connectivity;
