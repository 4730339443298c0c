/// Secrets at rest: the vault file, how it is written and opened, and the unlocked vault that
/// signs.
///
/// Only the app sees this package. A password or key is never a `String` here, every write goes
/// through `Disk`, and no cost of the key derivation is weaker because of a switch.
package io.belay.keystore.vault;
