package io.belay.app.control;

import javafx.scene.layout.VBox;

/// A column for a pane that lays its parts out one after the other: as tall as its words are where
/// they wrap at its own width. Such a pane asks for a height without a width, and would cut them.
public class FlowColumn extends VBox {
  private final double width;

  /// @param width its own, in points
  public FlowColumn(double width) {
    this.width = width;
  }

  @Override
  protected double computeMinWidth(double height) {
    return width;
  }

  @Override
  protected double computePrefWidth(double height) {
    return width;
  }

  @Override
  protected double computeMaxWidth(double height) {
    return width;
  }

  @Override
  protected double computePrefHeight(double given) {
    return super.computePrefHeight(given < 0 ? width : given);
  }
}
