package io.belay.core.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belay.base.Address;
import io.belay.base.ChainId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Against the grammar and examples of ERC-681.
class PaymentRequestTest {
  private static final Address TO = Address.parse("0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359");
  private static final Asset ETHER = new Asset(ChainId.of(1), "ETH", 18);
  private static final Asset USDC =
      Asset.token(
          ChainId.of(8453), Address.parse("0xA0b86991c6218b36c1d19D4a2e9Eb0cE3606eB48"), "USDC", 6);

  private static String uri(Asset asset, Optional<String> decimal) {
    return new PaymentRequest(
            TO, asset, decimal.map(text -> asset.amount(Amount.parse(text, asset.decimals()))))
        .uri();
  }

  @Test
  void theCurrencyIsAskedForByValueInWei() {
    assertThat(uri(ETHER, Optional.of("2.014")))
        .isEqualTo(
            "ethereum:0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359@1?value=2014000000000000000");
  }

  @Test
  void withoutAnAmountTheChainStillStandsInIt() {
    assertThat(uri(ETHER, Optional.empty()))
        .isEqualTo("ethereum:0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359@1");
    assertThat(uri(USDC, Optional.empty()))
        .isEqualTo(
            "ethereum:0xA0b86991c6218b36c1d19D4a2e9Eb0cE3606eB48@8453/transfer"
                + "?address=0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359");
  }

  @Test
  void aTokenIsAskedForByATransferInItsSmallestUnits() {
    assertThat(uri(USDC, Optional.of("1.5")))
        .isEqualTo(
            "ethereum:0xA0b86991c6218b36c1d19D4a2e9Eb0cE3606eB48@8453/transfer"
                + "?address=0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359&uint256=1500000");
  }

  @Test
  void anAmountOfAnotherAssetIsRefused() {
    assertThatThrownBy(
            () -> new PaymentRequest(TO, ETHER, Optional.of(USDC.amount(Wei.ofGwei("1")))))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
