package io.belay.core.send;

import io.belay.base.Address;
import java.util.Collection;
import java.util.Optional;

/// Addresses that begin and end alike. Strangers make them, and leave them where they may be copied
/// from.
public final class LookAlike {
  // what lists show of an address, at the least
  private static final int SHOWN = 4;
  private static final int PREFIX = 2;

  private LookAlike() {}

  /// A known address that this one looks like at both ends without being it; empty where it is
  /// known itself.
  public static Optional<Address> of(Address unknown, Collection<Address> known) {
    return known.contains(unknown)
        ? Optional.empty()
        : known.stream().filter(each -> ends(each).equals(ends(unknown))).sorted().findFirst();
  }

  private static String ends(Address address) {
    String text = address.toLowerHex();
    return text.substring(PREFIX, PREFIX + SHOWN) + text.substring(text.length() - SHOWN);
  }
}
