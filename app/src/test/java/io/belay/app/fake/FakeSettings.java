package io.belay.app.fake;

import io.belay.app.settings.Choices;
import io.belay.app.settings.SettingsDesk;
import io.belay.app.trust.News;
import io.belay.base.WalletException;
import java.util.Optional;

/// Settings kept in memory.
public final class FakeSettings implements SettingsDesk {
  public Choices kept = Choices.USUAL;
  public Optional<String> window = Optional.empty();
  public Optional<String> proxy = Optional.empty();
  public int opened;

  /// What is said about the newest version, and how often somebody asked.
  public Optional<News> news = Optional.empty();

  public int asked;

  /// Whether nothing can be kept or opened.
  public boolean full;

  @Override
  public Choices start() {
    return kept;
  }

  @Override
  public void keep(Choices choices) {
    refuse("disk-full");
    kept = choices;
  }

  private void refuse(String code) {
    if (full) {
      throw new WalletException(code, "asked to fail");
    }
  }

  @Override
  public Optional<String> window() {
    return window;
  }

  @Override
  public void keepWindow(String place) {
    window = Optional.of(place);
  }

  @Override
  public String directory() {
    return "/home/me/.local/share/belay";
  }

  @Override
  public void openDirectory() {
    refuse("no-file-manager");
    opened++;
  }

  @Override
  public Optional<String> proxy() {
    return proxy;
  }

  @Override
  public News news() {
    asked++;
    return news.orElseThrow(() -> new WalletException("no-release-address", "none is built in"));
  }
}
