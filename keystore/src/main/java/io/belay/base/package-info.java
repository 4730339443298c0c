/// The words both sides of the wallet share: bytes, addresses, hashes, signatures and RLP.
///
/// What belongs here is a value with one meaning in every Ethereum document. Nothing here knows a
/// secret, a network or a screen.
package io.belay.base;
