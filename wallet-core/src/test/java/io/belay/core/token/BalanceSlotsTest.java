package io.belay.core.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belay.base.Address;
import io.belay.base.Bytes32;
import io.belay.base.ChainId;
import io.belay.base.Keccak;
import io.belay.core.proof.MappingSlot;
import io.belay.core.proof.MappingSlot.Layout;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class BalanceSlotsTest {
  private static final Address USDC = Address.parse("0xA0b86991c6218b36c1d19D4a2e9Eb0cE3606eB48");

  private final BalanceSlots slots = BalanceSlots.load();

  @Test
  void aKnownTokenIsKnownOnItsChainOnly() {
    BalanceSlot slot = slots.known(ChainId.of(1), USDC).orElseThrow();

    assertThat(slot.mapping()).isEqualTo(MappingSlot.of(Layout.SOLIDITY, 9));
    assertThat(slots.known(ChainId.of(10), USDC)).isEmpty();
    assertThat(slots.known(ChainId.of(1), Address.ZERO)).isEmpty();
  }

  @Test
  void knownTokensAreListedByTheirSymbols() {
    assertThat(slots.named(ChainId.of(1))).containsEntry("USDC", USDC);
    assertThat(slots.named(ChainId.of(10))).doesNotContainValue(USDC).isNotEmpty();
    assertThat(slots.named(ChainId.of(999_999))).isEmpty();
  }

  @Test
  void flagsBesideABalanceAreNoMoney() {
    BalanceSlot slot = slots.known(ChainId.of(1), USDC).orElseThrow();
    BigInteger blocked = BigInteger.TEN.setBit(255);

    assertThat(slot.balance(blocked)).isEqualTo(BigInteger.TEN);
    assertThat(new BalanceSlot(slot.mapping(), 256).balance(blocked)).isEqualTo(blocked);
    assertThatThrownBy(() -> new BalanceSlot(slot.mapping(), 257))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void candidatesAreSmallSlotsOfBothLayoutsAndKnownNamespaces() {
    assertThat(slots.candidates())
        .extracting(BalanceSlot::mapping)
        .hasSize(48)
        .doesNotHaveDuplicates()
        .startsWith(MappingSlot.of(Layout.SOLIDITY, 0))
        .contains(
            MappingSlot.of(Layout.SOLIDITY, 20),
            MappingSlot.of(Layout.VYPER, 20),
            MappingSlot.of(Layout.SEEDED, 0x87a211a2L),
            new MappingSlot(Layout.SOLIDITY, namespace("openzeppelin.storage.ERC20")));
  }

  /// ERC-7201: keccak256(keccak256(id) - 1) with its last byte zero.
  private static Bytes32 namespace(String id) {
    BigInteger inner =
        Keccak.hash(id.getBytes(StandardCharsets.US_ASCII)).toBigInteger().subtract(BigInteger.ONE);
    BigInteger outer = Keccak.hash(Bytes32.of(inner).toArray()).toBigInteger();
    return Bytes32.of(outer.andNot(BigInteger.valueOf(0xff)));
  }
}
