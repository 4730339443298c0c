package io.belay.app.settings;

import io.belay.app.trust.News;
import io.belay.base.WalletException;
import java.util.Optional;

/// Settings that are gone with the window.
public final class Unkept implements SettingsDesk {
  /// Nothing was chosen.
  public Unkept() {}

  @Override
  public Choices start() {
    return Choices.USUAL;
  }

  @Override
  public void keep(Choices choices) {}

  @Override
  public Optional<String> window() {
    return Optional.empty();
  }

  @Override
  public void keepWindow(String place) {}

  @Override
  public String directory() {
    return "";
  }

  @Override
  public void openDirectory() {}

  @Override
  public Optional<String> proxy() {
    return Optional.empty();
  }

  @Override
  public News news() {
    throw new WalletException("demo-asks-nobody", "the demo asks nobody about newer versions");
  }
}
