/// The accounts' nonces: what is where, what keeps a queue from moving, and what helps. What is
/// signed for it is reviewed and signed elsewhere.
package io.belay.app.nonces;
