package io.belay.app.trust;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;

/// Where new versions can be asked for, and who signs what is said there; both are built in.
///
/// @param address an HTTPS address
/// @param key the releaser's
record ReleaseSource(URI address, ReleaseKey key) {
  private static final String UNSET = "unset";

  /// What this build knows; nothing where it was built without an address.
  static Optional<ReleaseSource> builtIn() {
    try (InputStream in =
        Objects.requireNonNull(
            ReleaseSource.class.getResourceAsStream("/io/belay/app/trust/release.properties"),
            "a resource is missing")) {
      Properties given = new Properties();
      given.load(in);
      return of(given);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Optional<ReleaseSource> of(Properties given) {
    String address = given.getProperty("address", UNSET).strip();
    String key = given.getProperty("key", UNSET).strip();
    if (address.equals(UNSET) || key.equals(UNSET)) {
      return Optional.empty();
    }
    URI uri = URI.create(address);
    if (!"https".equals(uri.getScheme()) || uri.getHost() == null) {
      throw new IllegalStateException("the address for new versions is not an HTTPS one");
    }
    return Optional.of(new ReleaseSource(uri, ReleaseKey.parse(Base64.getDecoder().decode(key))));
  }
}
