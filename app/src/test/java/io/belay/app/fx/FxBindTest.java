package io.belay.app.fx;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.core.state.State;
import io.belay.core.state.Subscription;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FxBindTest {
  @Test
  void hearsThePresentAndEachLaterValueUntilClosed() {
    State<Integer> state = new State<>(1);
    List<Integer> heard = new ArrayList<>();
    Subscription subscription = FxBind.listen(state, new SameThread(), heard::add);
    state.set(2);
    subscription.close();
    state.set(3);
    assertThat(heard).containsExactly(1, 2);
  }
}
