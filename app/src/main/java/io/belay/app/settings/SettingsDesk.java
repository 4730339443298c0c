package io.belay.app.settings;

import io.belay.app.trust.News;
import java.util.Optional;

/// Where the window's settings are kept.
public interface SettingsDesk {
  /// What was chosen as the program started; asks nobody.
  Choices start();

  /// Keeps choices; they are on disk when this returns. May block.
  ///
  /// @throws io.belay.base.WalletException `disk-full`, `store-failed`
  void keep(Choices choices);

  /// Where the window stood last, as it was kept; asks nobody.
  Optional<String> window();

  /// Keeps where the window stands; returns at once.
  void keepWindow(String place);

  /// The directory that holds everything, in full; blank where there is none to show.
  String directory();

  /// Opens that directory in the system's own way. May block.
  ///
  /// @throws io.belay.base.WalletException `no-file-manager`
  void openDirectory();

  /// The proxy, without a log-in, or empty for none. May block.
  Optional<String> proxy();

  /// Asks for the newest version, through the proxy; nothing but a person's wish leads here. May
  /// block; interrupting it cancels.
  ///
  /// @throws io.belay.base.WalletException `no-release-address`, `release-address-silent`,
  ///   `bad-release-news`, `bad-release-signature`, `release-key-refused`,
  ///   `release-signature-early`, `release-signature-expired`, `release-signature-untimely`
  News news() throws InterruptedException;
}
