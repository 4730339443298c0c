package io.belay.app.control;

import io.belay.app.fx.Ui;
import io.belay.base.Address;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.NodeOrientation;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;

/// Two addresses that are easily taken for each other, one below the other in groups of four, those
/// that differ marked.
public final class TwinAddresses extends GridPane {
  /// @param paid the one that is paid
  /// @param known the one that it may be taken for
  /// @param name of the known one, or blank
  public TwinAddresses(Ui ui, Address paid, Address known, String name) {
    getStyleClass().add("twins");
    setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
    List<String> first = groups(paid);
    List<String> second = groups(known);
    List<Integer> differing = differing(first, second);
    row(0, ui.text("twins.paid"), first, differing);
    row(1, ui.text("twins.known"), second, differing);
    add(Build.label(name, "muted", "caption"), second.size() + 1, 1);
    setFocusTraversable(true);
    setAccessibleText(
        ui.text(
            "twins.read",
            paid,
            known,
            differing.stream().map(i -> String.valueOf(i + 1)).collect(Collectors.joining(", "))));
  }

  private void row(int at, String name, List<String> groups, List<Integer> differing) {
    add(Build.label(name, "muted", "caption", "twin-name"), 0, at);
    for (int i = 0; i < groups.size(); i++) {
      Label group = Build.label((i == 0 ? "0x" : "") + groups.get(i), "twin");
      if (differing.contains(i)) {
        group.getStyleClass().add("differs");
      }
      add(group, i + 1, at);
    }
  }

  private static List<String> groups(Address address) {
    String digits = address.toString().substring(2);
    List<String> groups = new ArrayList<>();
    for (int i = 0; i < digits.length(); i += 4) {
      groups.add(digits.substring(i, i + 4));
    }
    return groups;
  }

  // the capitals of EIP-55 depend on the whole address: they differ where the digits do not
  private static List<Integer> differing(List<String> first, List<String> second) {
    List<Integer> differing = new ArrayList<>();
    for (int i = 0; i < first.size(); i++) {
      if (!first.get(i).equalsIgnoreCase(second.get(i))) {
        differing.add(i);
      }
    }
    return differing;
  }
}
