package io.belay.app.trust;

import java.net.URI;

/// Gets a public document.
public interface Fetch {
  /// One request, whole or not at all. May block; interrupting it cancels.
  ///
  /// @param most bytes of the answer
  /// @throws io.belay.base.WalletException `release-address-silent`
  byte[] get(URI address, int most) throws InterruptedException;
}
