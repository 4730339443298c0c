/// Sending: an intent becomes a plan, the plan a signed transaction, the journal holds it, the
/// broadcaster carries it to every endpoint and keeps each one's answer.
///
/// Keys are out of reach here: signing happens behind `Signer`.
package io.belay.core.send;
