/// The practice network: a chain in a box with real headers, tries, proofs and signatures but no
/// EVM, endpoints in front of it, and the faults that can be switched on at each.
///
/// Its money is worth nothing. Nothing but the app and tests may use this package.
package io.belay.core.practice;
