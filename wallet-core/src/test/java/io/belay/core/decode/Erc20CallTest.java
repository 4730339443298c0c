package io.belay.core.decode;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.base.Address;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Erc20CallTest {
  private static final String WORD =
      "0000000000000000000000005aaeb6053f3e94c9b9a09f33669435e7ef1beaed";
  private static final Address WHO = Address.parse("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed");

  /// Selectors as the standard's implementations have them (EIP-20), arguments as the contract ABI
  /// lays them out.
  @ParameterizedTest
  @CsvSource({
    "0, 0000000000000000000000000000000000000000000000000000000000000000",
    "1000000, 00000000000000000000000000000000000000000000000000000000000f4240",
    "115792089237316195423570985008687907853269984665640564039457584007913129639935, "
        + "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
  })
  void aTransferIsItsSelectorAndTwoWords(String units, String word) {
    Erc20Call transfer = new Erc20Call.Transfer(WHO, new BigInteger(units));
    assertThat(transfer.data()).isEqualTo("0xa9059cbb" + WORD + word);
    assertThat(Erc20Call.parse(transfer.data())).contains(transfer);
  }

  @Test
  void approvalsAndMovesHaveTheirSelectors() {
    Erc20Call approve = new Erc20Call.Approve(WHO, BigInteger.TEN);
    Erc20Call move = new Erc20Call.TransferFrom(WHO, Address.ZERO, BigInteger.ONE);
    assertThat(approve.data()).startsWith("0x095ea7b3" + WORD).hasSize(2 + 2 * 68);
    assertThat(move.data()).startsWith("0x23b872dd" + WORD).hasSize(2 + 2 * 100);
    assertThat(Erc20Call.parse(approve.data())).contains(approve);
    assertThat(Erc20Call.parse(move.data())).contains(move);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0x",
        "0xa9059cbb",
        "a9059cbb",
        "0xa9059cbb00",
        "0xdeadbeef" + WORD + WORD,
        "0xa9059cbb" + WORD,
        "0xa9059cbb" + WORD + WORD + "00",
        "0xa9059cbb" + WORD + WORD + WORD,
        // a bit above the address
        "0xa9059cbb0000000000000000000000015aaeb6053f3e94c9b9a09f33669435e7ef1beaed" + WORD,
      })
  void whatWouldHideSomethingIsNoCallOfAToken(String data) {
    assertThat(Erc20Call.parse(data)).isEmpty();
  }

  @Test
  void anApprovalOfMoreThanAnyTokenHasIsUnlimited() {
    BigInteger most = BigInteger.ONE.shiftLeft(256).subtract(BigInteger.ONE);
    assertThat(new Erc20Call.Approve(WHO, most).isUnlimited()).isTrue();
    assertThat(new Erc20Call.Approve(WHO, most.shiftRight(1)).isUnlimited()).isTrue();
    assertThat(new Erc20Call.Approve(WHO, BigInteger.TEN.pow(30)).isUnlimited()).isFalse();
  }
}
