package io.belay.app.sign;

import io.belay.base.Address;
import io.belay.core.decode.ShownText;
import java.util.Optional;

/// A member of typed data as it is shown.
///
/// @param depth how deep it stands
/// @param name its name
/// @param type its type's name
/// @param value as it is signed; without pieces where there are members
/// @param address the address it is, if it is one
/// @param note what this wallet makes of it, or blank
record TypedLine(
    int depth, String name, String type, ShownText value, Optional<Address> address, String note) {}
