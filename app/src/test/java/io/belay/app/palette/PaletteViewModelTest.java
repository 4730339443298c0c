package io.belay.app.palette;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PaletteViewModelTest {
  private final List<String> done = new ArrayList<>();
  private final PaletteViewModel model = new PaletteViewModel();
  private final List<Command> commands =
      List.of(
          command("Go to Activity", "Alt+2"),
          command("Transactions of Savings", ""),
          command("Lock now", "Ctrl+L"),
          command("Network Base", ""));

  private Command command(String title, String keys) {
    return new Command(title, keys, () -> done.add(title));
  }

  private List<String> found() {
    return model.found().stream().map(Command::title).toList();
  }

  @Test
  void wordsFindInAnyOrderAndWhatBeginsSoComesFirst() {
    model.show(commands, false);
    assertThat(model.found()).hasSize(4);
    model.typed().set("act");
    assertThat(found()).containsExactly("Go to Activity", "Transactions of Savings");
    model.typed().set("savings OF");
    assertThat(found()).containsExactly("Transactions of Savings");
    model.typed().set("ctrl+l");
    assertThat(found()).containsExactly("Lock now");
    model.typed().set("nothing of the kind");
    assertThat(found()).isEmpty();
    model.run();
    assertThat(done).isEmpty();
    assertThat(model.open().get()).isTrue();
  }

  @Test
  void arrowsGoRoundAndRunDoesOneAndCloses() {
    model.show(commands, false);
    model.move(-1);
    model.run();
    assertThat(done).containsExactly("Network Base");
    assertThat(model.open().get()).isFalse();
  }

  @Test
  void theKeysAloneAreListed() {
    model.show(commands, true);
    assertThat(found()).containsExactly("Go to Activity", "Lock now");
    model.update(commands);
    assertThat(model.found()).hasSize(2);
  }

  @Test
  void networksThatComeLateAreFoundAsTyped() {
    model.show(commands.subList(0, 3), false);
    model.typed().set("base");
    assertThat(found()).isEmpty();
    model.update(commands);
    assertThat(found()).containsExactly("Network Base");
    model.close();
    model.update(List.of());
    assertThat(model.found()).hasSize(1);
  }
}
