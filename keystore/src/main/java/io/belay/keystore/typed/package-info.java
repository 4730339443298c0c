/// Typed data of EIP-712: strict reading of its JSON, encoding and the view for review.
///
/// Whatever has not exactly one meaning is refused with `bad-typed-data` and the place. No key and
/// no other secret comes here; the rest of the wallet uses this through `SigningPayload`.
package io.belay.keystore.typed;
