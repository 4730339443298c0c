package io.belay.keystore;

import io.belay.base.Address;
import java.util.UUID;

/// Which account of which vault; says nothing secret.
///
/// @param vault id of the vault that holds the key
/// @param address the account's address
public record AccountRef(UUID vault, Address address) {}
