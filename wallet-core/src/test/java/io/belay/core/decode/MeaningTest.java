package io.belay.core.decode;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.base.Address;
import io.belay.base.ChainId;
import io.belay.core.money.Wei;
import io.belay.core.tx.UnsignedTransaction;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;

class MeaningTest {
  private static final Address TOKEN = Address.parse("0x00000000000000000000000000000000000000cc");
  private static final Address WHO = Address.parse("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed");
  private static final Address FROM = Address.parse("0x00000000000000000000000000000000000000aa");

  private static Meaning meaning(String data) {
    return Meaning.of(
        new UnsignedTransaction(
            ChainId.of(1), 0, Wei.of(1), Wei.of(1), 21_000, TOKEN, Wei.ZERO, data));
  }

  private static String line(Erc20Call call) {
    return meaning(call.data()).line().orElseThrow();
  }

  @Test
  void aPaymentNeedsNoWords() {
    assertThat(meaning("0x").line()).isEmpty();
    assertThat(meaning("0x").payee()).isEqualTo(TOKEN);
  }

  @Test
  void callsOfTokensAreSaidInWords() {
    assertThat(line(new Erc20Call.Transfer(WHO, BigInteger.valueOf(12))))
        .isEqualTo("transfers 12 smallest units of the token " + TOKEN + " to " + WHO);
    assertThat(line(new Erc20Call.Approve(WHO, BigInteger.valueOf(12))))
        .isEqualTo("lets " + WHO + " take up to 12 smallest units of the token " + TOKEN);
    assertThat(line(new Erc20Call.Approve(WHO, BigInteger.ZERO))).startsWith("takes back");
    assertThat(line(new Erc20Call.Approve(WHO, BigInteger.ONE.shiftLeft(255)))).contains("ALL");
    assertThat(line(new Erc20Call.TransferFrom(FROM, WHO, BigInteger.TWO)))
        .isEqualTo("moves 2 smallest units of the token " + TOKEN + " from " + FROM + " to " + WHO);
  }

  @Test
  void whoIsPaidIsBehindTheToken() {
    assertThat(meaning(new Erc20Call.Transfer(WHO, BigInteger.ONE).data()).payee()).isEqualTo(WHO);
    assertThat(meaning(new Erc20Call.Approve(WHO, BigInteger.ONE).data()).payee()).isEqualTo(WHO);
    assertThat(meaning("0x12345678").payee()).isEqualTo(TOKEN);
  }

  @Test
  void otherCallsAreNamedByTheirSelector() {
    assertThat(meaning("0x1234567890").line().orElseThrow())
        .isEqualTo("calls " + TOKEN + " with 5 bytes of data, 0x12345678…");
    assertThat(meaning("0x12").line().orElseThrow()).contains("1 bytes of data, 0x12");
  }

  @Test
  void aDelegationNamesWhoseCodeActs() {
    assertThat(Delegation.of("0xef0100" + WHO.toLowerHex().substring(2))).contains(WHO);
    assertThat(Delegation.of("0x")).isEmpty();
    assertThat(Delegation.of("0xef0101" + WHO.toLowerHex().substring(2))).isEmpty();
    assertThat(Delegation.of("0xef0100" + WHO.toLowerHex().substring(2) + "00")).isEmpty();
  }
}
