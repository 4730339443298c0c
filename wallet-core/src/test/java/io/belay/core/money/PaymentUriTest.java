package io.belay.core.money;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.base.Address;
import io.belay.base.ChainId;
import java.math.BigInteger;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Against the grammar and examples of ERC-681.
class PaymentUriTest {
  private static final String TO = "0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359";
  private static final String TOKEN = "0x89205A3A3b2A69De6Dbf7f01ED13B2108B2c43e7";

  @Test
  void aPaymentOfTheCurrency() {
    assertThat(PaymentUri.parse("ethereum:" + TO + "?value=2.014e18"))
        .contains(
            new PaymentUri(
                Optional.empty(),
                Address.parse(TO),
                Optional.empty(),
                Optional.of(Wei.of(new BigInteger("2014000000000000000")))));
  }

  @Test
  void aPaymentOfATokenOnAChain() {
    assertThat(
            PaymentUri.parse("ethereum:" + TOKEN + "@8453/transfer?address=" + TO + "&uint256=1"))
        .contains(
            new PaymentUri(
                Optional.of(ChainId.of(8453)),
                Address.parse(TO),
                Optional.of(Address.parse(TOKEN)),
                Optional.of(Wei.of(1))));
  }

  @Test
  void whatOurOwnRequestsSayIsRead() {
    Asset ether = new Asset(ChainId.of(1), "ETH", 18);
    PaymentRequest request =
        new PaymentRequest(Address.parse(TO), ether, Optional.of(ether.amount(Wei.of(7))));
    assertThat(PaymentUri.parse(request.uri()).flatMap(PaymentUri::units)).contains(Wei.of(7));
  }

  @Test
  void feesAreNotForTheAskerToChoose() {
    assertThat(PaymentUri.parse("ETHEREUM:pay-" + TO + "@1?gasPrice=1e18&gas=9&value=5"))
        .map(PaymentUri::units)
        .contains(Optional.of(Wei.of(5)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "ethereum:",
        "bitcoin:" + TO,
        "ethereum:vitalik.eth?value=1",
        "ethereum:0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d358", // its checksum is wrong
        "ethereum:" + TO + "@0",
        "ethereum:" + TO + "@999999999999999999999",
        "ethereum:" + TO + "?value=-1",
        "ethereum:" + TO + "?value=1.5",
        "ethereum:" + TO + "?value=1e99",
        "ethereum:" + TO + "?value=1&value=2",
        "ethereum:" + TO + "?value",
        "ethereum:" + TO + "?data=0x00",
        "ethereum:" + TO + "\n?value=1",
        "ethereum:" + TOKEN + "/transfer?uint256=1",
        "ethereum:" + TOKEN + "/transfer?address=" + TO + "&value=1",
        "ethereum:" + TOKEN + "/approve?address=" + TO + "&uint256=1",
        "ethereum:" + TOKEN + "/transfer?address=bob.eth&uint256=1"
      })
  void anythingElseIsNoPayment(String uri) {
    assertThat(PaymentUri.parse(uri)).isEmpty();
  }

  @Test
  void aUriWithoutEndIsNotRead() {
    assertThat(PaymentUri.parse("ethereum:" + TO + "?value=1" + "&".repeat(1000))).isEmpty();
  }
}
