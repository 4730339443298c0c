package io.belay.app.unlock;

/// Which networks are used from the first day on, and through whom; another part of the window asks
/// it. Nobody is asked anything before [#deed] is carried out.
public interface NetworkQuestion {
  /// Answers it for a person who only practises.
  void practise();

  /// Whether the answer is whole; if not, the question says beside itself what is missing.
  boolean isWhole();

  /// The answer in a sentence.
  String answer();

  /// The answer as it stands now, to be carried out where one may wait. Throws
  /// [io.belay.base.WalletException]; carried out again it goes on where it stopped.
  Runnable deed();
}
