/// From words to keys: BIP-39 mnemonics, BIP-32 derivation and BIP-44 paths.
///
/// Keys leave only as `SecretBytes`. No files here, and nothing that signs.
package io.belay.keystore.hd;
