package io.belay.core.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belay.base.Address;
import io.belay.base.Bytes32;
import io.belay.base.Hex;
import io.belay.base.Keccak;
import io.belay.core.proof.MappingSlot.Layout;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;

class MappingSlotTest {
  private static final Address KEY = Address.parse("0x00000000000000000000000000000000000000b0");
  private static final String WORD = "00".repeat(31) + "b0";
  private static final String NINE = "00".repeat(31) + "09";

  @Test
  void eachLayoutHasItsPlace() {
    assertThat(MappingSlot.of(Layout.SOLIDITY, 9).slot(KEY)).isEqualTo(hash(WORD + NINE));
    assertThat(MappingSlot.of(Layout.VYPER, 9).slot(KEY)).isEqualTo(hash(NINE + WORD));
    // Solady: 20 bytes of the owner, eight of nothing, four of the seed
    assertThat(MappingSlot.of(Layout.SEEDED, 0x87a211a2L).slot(KEY))
        .isEqualTo(hash("00".repeat(19) + "b0" + "00".repeat(8) + "87a211a2"));
  }

  @Test
  void aSeedHasTwelveBytes() {
    Bytes32 long_ = Bytes32.of(BigInteger.ONE.shiftLeft(96));
    assertThat(new MappingSlot(Layout.SOLIDITY, long_).base()).isEqualTo(long_);
    assertThatThrownBy(() -> new MappingSlot(Layout.SEEDED, long_))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Bytes32 hash(String digits) {
    return Keccak.hash(Hex.decode("0x" + digits));
  }
}
