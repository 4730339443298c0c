package io.belay.keystore.vault;

import io.belay.keystore.AccountRef;
import io.belay.keystore.hd.HdPath;

/// An account of a vault and where its key comes from; says nothing secret.
public record VaultAccount(AccountRef ref, HdPath path) {}
