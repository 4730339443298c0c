package io.belay.app.shell;

import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.RadioButton;

/// The first day in front of a window without any vault.
///
/// @param hands in front of it
public record FirstDayHands(Hands hands) {
  /// Begins, one of `create`, `words`, `backup`, `key`, `watch`, `practice`.
  public void begin(String way) throws TimeoutException {
    hands.await("How do you want to begin?");
    hands.fire("#start-" + way + "-way");
  }

  /// The first step of a new vault.
  public void makeVault(String password) throws TimeoutException {
    hands.await("New vault");
    hands.type("#new-password", password);
    hands.type("#again", password);
    hands.fire("#create");
    hands.await("Write these words down");
  }

  /// The words that are shown.
  public List<String> words() {
    return Hands.ask(() ->
        hands.stage().getScene().getRoot().lookupAll(".word-cell .strong").stream()
            .map(node -> ((Labeled) node).getText())
            .toList());
  }

  /// Writes the words that are asked back into their fields.
  public void writeBack(List<String> words) throws TimeoutException {
    hands.fire("#written");
    hands.await("Check what you wrote");
    for (int place = 0; place < words.size(); place++) {
      String id = "#word-" + place;
      if (hands.find(id, Node.class) != null) {
        hands.fill(id, words.get(place));
      }
    }
  }

  /// Chooses through whom: `public`, `own`, `ask`, `practice`.
  public void through(String whom) throws TimeoutException {
    hands.awaitThat("networks", () -> hands.find("#start-network-1", Node.class) != null);
    Hands.run(() -> hands.find("#start-" + whom, RadioButton.class).fire());
  }

  /// From the networks' step into the wallet.
  public void goIn() throws TimeoutException {
    hands.fire("#start-next");
    enter();
  }

  /// From the last step into the wallet.
  public void enter() throws TimeoutException {
    hands.await("Step 4 of 4");
    hands.fire("#start-open");
    hands.await("Recent activity");
  }

  /// The whole first day of a person who only practises.
  public void practise(String password) throws TimeoutException {
    begin("practice");
    makeVault(password);
    hands.fire("#written");
    hands.await("Check what you wrote");
    hands.fire("#skip");
    enter();
  }
}
