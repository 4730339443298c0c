package io.belay.core.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.base.Address;
import io.belay.base.Bytes32;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SlotProbeTest {
  private static final Address HOLDER = Address.parse("0x00000000000000000000000000000000000000b0");
  private static final BigInteger BALANCE = BigInteger.valueOf(1_234_567);

  private final List<BalanceSlot> candidates = BalanceSlots.load().candidates();
  private final Map<Bytes32, BigInteger> proven = new HashMap<>();

  private Optional<BalanceSlot> learn(BigInteger agreed) {
    return SlotProbe.learn(HOLDER, agreed, proven, candidates);
  }

  @Test
  void theOneSlotThatHoldsTheBalanceIsLearned() {
    for (BalanceSlot slot : candidates) {
      proven.clear();
      candidates.forEach(c -> proven.put(c.slot(HOLDER), BigInteger.ZERO));
      proven.put(slot.slot(HOLDER), BALANCE);
      assertThat(learn(BALANCE)).hasValue(slot);
    }
  }

  @Test
  void nothingIsLearnedFromZero() {
    assertThat(learn(BigInteger.ZERO)).isEmpty();
    candidates.forEach(c -> proven.put(c.slot(HOLDER), BigInteger.ZERO));
    assertThat(learn(BigInteger.ZERO)).isEmpty();
    BalanceSlot only = candidates.getFirst();
    assertThat(SlotProbe.learn(HOLDER, BigInteger.ZERO, proven, List.of(only))).isEmpty();
  }

  @Test
  void aBalanceLikeAFlagTeachesNothing() {
    BalanceSlot slot = candidates.getFirst();
    for (long small : new long[] {1, 2, 255, 65_535}) {
      proven.put(slot.slot(HOLDER), BigInteger.valueOf(small));
      assertThat(learn(BigInteger.valueOf(small))).isEmpty();
    }
    proven.put(slot.slot(HOLDER), BigInteger.valueOf(65_536));
    assertThat(learn(BigInteger.valueOf(65_536))).hasValue(slot);
  }

  @Test
  void twoSlotsOfTheSameValueTeachNothing() {
    proven.put(candidates.get(0).slot(HOLDER), BALANCE);
    proven.put(candidates.get(1).slot(HOLDER), BALANCE);
    assertThat(learn(BALANCE)).isEmpty();
  }

  @Test
  void anotherValueTeachesNothing() {
    assertThat(learn(BALANCE)).isEmpty();
    proven.put(candidates.getFirst().slot(HOLDER), BALANCE.add(BigInteger.ONE));
    assertThat(learn(BALANCE)).isEmpty();
  }
}
