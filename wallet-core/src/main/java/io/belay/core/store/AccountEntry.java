package io.belay.core.store;

import io.belay.keystore.AccountRef;

/// An account as it is listed, readable without a password.
///
/// @param ref whose it is
/// @param name for people
/// @param path BIP-32 path, such as `m/44'/60'/0'/0/0`
/// @param kind `hd`
public record AccountEntry(AccountRef ref, String name, String path, String kind) {}
