package io.belay.app;

import io.belay.app.cli.Ways;
import io.belay.app.fx.Look;
import io.belay.app.settings.Choices;
import io.belay.app.settings.SettingsDesk;
import io.belay.base.WalletException;
import io.belay.core.rpc.SocksProxy;
import io.belay.core.store.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The window's settings in the data file. What stands there and is not offered counts as not
/// chosen.
final class KeptSettings implements SettingsDesk {
  private static final String COLOURS = "look.colours";
  private static final String SIZE = "look.size";
  private static final String STILL = "look.still";
  private static final String EXPERT = "look.expert";
  private static final String LANGUAGE = "look.language";
  private static final String NOTIFY = "look.notify";
  private static final String WINDOW = "window.place";

  private final Settings settings;
  private final Ways ways;
  private final Path directory;
  private final Choices start;
  private final Optional<String> window;

  /// Reads what was chosen.
  KeptSettings(Settings settings, Ways ways, Path directory) {
    this.settings = settings;
    this.ways = ways;
    this.directory = directory;
    this.start = read();
    this.window = settings.get(WINDOW);
  }

  private Choices read() {
    Look usual = Look.USUAL;
    Look.Colours colours =
        Arrays.stream(Look.Colours.values())
            .filter(c -> settings.get(COLOURS).equals(Optional.of(c.word())))
            .findFirst()
            .orElse(usual.colours());
    int size =
        Look.SIZES.stream()
            .filter(s -> settings.get(SIZE).equals(Optional.of(s.toString())))
            .findFirst()
            .orElse(usual.percent());
    boolean still = settings.get(STILL).map(Boolean::parseBoolean).orElse(usual.still());
    boolean expert = settings.get(EXPERT).map(Boolean::parseBoolean).orElse(usual.expert());
    boolean notices =
        settings.get(NOTIFY).map(Boolean::parseBoolean).orElse(Choices.USUAL.notices());
    return new Choices(
        new Look(colours, size, still, expert), settings.get(LANGUAGE).orElse(""), notices);
  }

  @Override
  public Choices start() {
    return start;
  }

  @Override
  public void keep(Choices choices) {
    Look look = choices.look();
    settings.set(COLOURS, look.colours().word());
    settings.set(SIZE, Integer.toString(look.percent()));
    settings.set(STILL, Boolean.toString(look.still()));
    settings.set(EXPERT, Boolean.toString(look.expert()));
    settings.set(LANGUAGE, choices.language());
    settings.set(NOTIFY, Boolean.toString(choices.notices()));
  }

  @Override
  public Optional<String> window() {
    return window;
  }

  @Override
  public void keepWindow(String place) {
    settings.setSoon(WINDOW, place);
  }

  @Override
  public String directory() {
    return directory.toString();
  }

  @Override
  public void openDirectory() {
    try {
      new ProcessBuilder(opener(), directory.toString())
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start();
    } catch (IOException e) {
      throw new WalletException("no-file-manager", "no file manager could be started", e);
    }
  }

  private static String opener() {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    return system.contains("mac") ? "open" : system.contains("win") ? "explorer" : "xdg-open";
  }

  @Override
  public Optional<String> proxy() {
    return ways.proxy().map(SocksProxy::shown);
  }
}
