package io.belay.app.trust;

import io.belay.base.WalletException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

/// Asks for the newest version: one request, and only when [#ask] is called, which nothing but a
/// person's wish does.
public final class UpdateCheck {
  private final Supplier<Optional<ReleaseSource>> source;
  private final Fetch fetch;
  private final String own;
  private final InstantSource clock;

  /// Asks where this build was told to.
  ///
  /// @param own the number of this version
  public UpdateCheck(Fetch fetch, String own, InstantSource clock) {
    this(ReleaseSource::builtIn, fetch, own, clock);
  }

  /// As above, elsewhere.
  ///
  /// @param source looked for when somebody asks: to read a key takes time at each start
  UpdateCheck(
      Supplier<Optional<ReleaseSource>> source, Fetch fetch, String own, InstantSource clock) {
    this.source = source;
    this.fetch = fetch;
    this.own = own;
    this.clock = clock;
  }

  /// Asks now. May block; interrupting it cancels.
  ///
  /// @throws WalletException `no-release-address`, `release-address-silent`, `bad-release-news`,
  ///   `bad-release-signature`, `release-key-refused`, `release-signature-early`,
  ///   `release-signature-expired`, `release-signature-untimely`
  public News ask() throws InterruptedException {
    ReleaseSource from =
        source
            .get()
            .orElseThrow(() ->
                new WalletException(
                    "no-release-address", "this build knows no address to ask for newer versions"));
    News.Parts parts = News.split(fetch.get(from.address(), News.MOST_BYTES));
    Signed signed = Signed.check(parts.text(), parts.signature(), from.key(), clock.instant());
    return News.of(parts.text(), own, signed);
  }
}
