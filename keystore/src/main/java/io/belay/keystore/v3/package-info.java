/// Keys that come from, or go to, other wallets: keystore files (Web3 Secret Storage, versions 3
/// and 1) and private keys in hexadecimal.
///
/// A file's bounds are checked before anything is derived or allocated for it. The slow steps run
/// in the calling thread, tell their progress and end when the thread is interrupted. Nothing here
/// knows the vault.
package io.belay.keystore.v3;
