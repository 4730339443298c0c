package io.belay.app.cli;

import io.belay.keystore.v3.Progress;

/// Tells a person every quarter of something slow.
final class Percent implements Progress {
  private final Out out;
  private int told;

  Percent(Out out) {
    this.out = out;
  }

  @Override
  public void reached(double part) {
    int quarters = (int) (part * 4);
    if (quarters > told && quarters < 4) {
      told = quarters;
      out.note(quarters * 25 + " %");
    }
  }
}
