/// What a transaction must offer to be included, from the verified base fee and the tips of several
/// groups.
package io.belay.core.fee;
