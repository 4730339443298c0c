package io.belay.app.fx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HandoverTest {
  private final Handover<String> handover = new Handover<>();
  private final List<String> back = new ArrayList<>();

  @Test
  void whatIsTakenIsNotGivenBack() throws InterruptedException {
    assertThat(handover.offer("plan", back::add)).isEqualTo("plan");
    assertThat(handover.take()).contains("plan");
    assertThat(handover.take()).isEmpty();
    assertThat(back).isEmpty();
  }

  @Test
  void cancelledJobGivesBackWhatItMade() {
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> handover.offer("plan", back::add))
        .isInstanceOf(InterruptedException.class);
    assertThat(back).containsExactly("plan");
    assertThat(handover.take()).isEmpty();
  }
}
