package io.belay.core.tx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belay.base.Address;
import io.belay.base.ChainId;
import io.belay.base.Hex;
import io.belay.base.Signature;
import io.belay.base.WalletException;
import io.belay.core.money.Wei;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;

class UnsignedTransactionTest {
  private static final Address TO = Address.parse("0x3535353535353535353535353535353535353535");

  private static UnsignedTransaction legacy() {
    Wei price = Wei.ofGwei("20");
    return new UnsignedTransaction(
        ChainId.of(1), 9, price, price, 21_000, TO, Wei.of(BigInteger.TEN.pow(18)), "0x", true);
  }

  /// The example of EIP-155.
  @Test
  void aLegacyTransactionIsTheOneOfEip155() {
    assertThat(Hex.encode(legacy().payload().preimage()))
        .isEqualTo(
            "0xec098504a817c800825208943535353535353535353535353535353535353535880de0b6b3a764000080018080");
    Signature signature =
        new Signature(
            new BigInteger("28ef61340bd939bc2195fe537567866003e1a15d3c71ff63e1590620aa636276", 16),
            new BigInteger("67cbe9d8997f761aecb703304b3800ccf555c9f3dc64214b297fb1966a3b6d83", 16),
            0);
    assertThat(Hex.encode(legacy().signed(signature).raw()))
        .isEqualTo(
            "0xf86c098504a817c800825208943535353535353535353535353535353535353535880de0b6b3a76400008025a0"
                + "28ef61340bd939bc2195fe537567866003e1a15d3c71ff63e1590620aa636276a0"
                + "67cbe9d8997f761aecb703304b3800ccf555c9f3dc64214b297fb1966a3b6d83");
  }

  @Test
  void bothKindsAreReadBackFromTheirBytes() {
    UnsignedTransaction typed =
        new UnsignedTransaction(
            ChainId.of(7), 3, Wei.of(2), Wei.of(5), 90_000, TO, Wei.of(1), "0x1234");
    assertThat(UnsignedTransaction.decode(legacy().payload().preimage())).isEqualTo(legacy());
    assertThat(UnsignedTransaction.decode(typed.payload().preimage())).isEqualTo(typed);
  }

  @Test
  void otherFeesKeepTheKind() {
    assertThat(legacy().withFees(Wei.of(9), Wei.of(1)).legacy()).isTrue();
    assertThat(legacy().withFees(Wei.of(9), Wei.of(1)).maxPriorityFeePerGas()).isEqualTo(Wei.of(9));
  }

  @Test
  void aLegacyTransactionHasOnePrice() {
    assertThatThrownBy(() ->
            new UnsignedTransaction(
                ChainId.of(1), 0, Wei.of(1), Wei.of(2), 21_000, TO, Wei.ZERO, "0x", true))
        .isInstanceOf(WalletException.class);
  }
}
