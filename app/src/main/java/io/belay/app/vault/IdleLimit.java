package io.belay.app.vault;

import java.time.Duration;
import java.util.List;

/// After how long without anybody the vault is locked: the user's choice, kept in the data
/// directory.
public interface IdleLimit {
  /// What is offered; a vault that nobody watches never stays open.
  List<Duration> CHOICES =
      List.of(
          Duration.ofMinutes(1),
          Duration.ofMinutes(5),
          Duration.ofMinutes(15),
          Duration.ofMinutes(30),
          Duration.ofHours(1));

  /// Where nothing was chosen.
  Duration USUAL = Duration.ofMinutes(5);

  /// What was chosen, or [#USUAL].
  Duration kept();

  /// Keeps a choice; it is on disk when this returns.
  ///
  /// @param limit one of [#CHOICES]
  /// @throws io.belay.base.WalletException `disk-full`, `store-failed`
  void keep(Duration limit);
}
