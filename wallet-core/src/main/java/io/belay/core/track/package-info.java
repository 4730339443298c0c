/// Following transactions until they are final, and the session that ties a network's reading,
/// sending and tracking together.
///
/// Only the tracker writes transaction states.
package io.belay.core.track;
