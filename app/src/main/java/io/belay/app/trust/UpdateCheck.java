package io.belay.app.trust;

import io.belay.base.WalletException;
import java.time.InstantSource;
import java.util.Optional;

/// Asks for the newest version: one request, and only when [#ask] is called, which nothing but a
/// person's wish does.
public final class UpdateCheck {
  private final Optional<ReleaseSource> source;
  private final Fetch fetch;
  private final String own;
  private final InstantSource clock;

  /// Asks where this build was told to.
  ///
  /// @param own the number of this version
  public UpdateCheck(Fetch fetch, String own, InstantSource clock) {
    this(ReleaseSource.builtIn(), fetch, own, clock);
  }

  /// As above, elsewhere.
  public UpdateCheck(Optional<ReleaseSource> source, Fetch fetch, String own, InstantSource clock) {
    this.source = source;
    this.fetch = fetch;
    this.own = own;
    this.clock = clock;
  }

  /// Asks now. May block; interrupting it cancels.
  ///
  /// @throws WalletException `no-release-address`, `release-address-silent`, `bad-release-news`,
  ///   `bad-release-signature`, `release-key-refused`
  public News ask() throws InterruptedException {
    ReleaseSource from =
        source.orElseThrow(() ->
            new WalletException(
                "no-release-address", "this build knows no address to ask for newer versions"));
    News.Parts parts = News.split(fetch.get(from.address(), News.MOST_BYTES));
    Signed signed = Signed.check(parts.text(), parts.signature(), from.key(), clock.instant());
    return News.of(parts.text(), own, signed);
  }
}
