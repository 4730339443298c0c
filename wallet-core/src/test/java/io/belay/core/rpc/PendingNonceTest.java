package io.belay.core.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.base.Address;
import io.belay.base.Hex;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class PendingNonceTest extends NetworkInHand {

  private void groups(long... counts) {
    for (int i = 0; i < counts.length; i++) {
      network.endpoint(
          Character.toString('a' + i),
          new ScriptedTransport().says("eth_getTransactionCount", Hex.quantity(counts[i])));
    }
  }

  private PendingNonce ask() throws InterruptedException {
    return PendingNonce.ask(network.endpoints(), Address.ZERO);
  }

  private void assertSays(long agreed, long highest) throws InterruptedException {
    PendingNonce pending = ask();
    assertThat(pending.agreed()).hasValue(agreed);
    assertThat(pending.highest()).hasValue(highest);
  }

  @Test
  void whatMostHaveAtLeastIsAgreed() throws InterruptedException {
    groups(4, 5, 5);
    assertSays(5, 5);
  }

  /// X08: nonce inflation.
  @Test
  void oneWhoInflatesIsHearsay() throws InterruptedException {
    groups(4, 4, 1_000_000);
    assertSays(4, 1_000_000);
  }

  @Test
  void ofTwoTheLowerIsAgreed() throws InterruptedException {
    groups(4, 9);
    assertThat(ask().agreed()).hasValue(4);
  }

  @Test
  void oneAloneAgreesWithNobody() throws InterruptedException {
    groups(9);
    assertThat(ask().agreed()).isEmpty();
    assertThat(ask().highest()).hasValue(9);
  }

  @Test
  void endpointsOfOneGroupAreOneVoice() throws InterruptedException {
    ScriptedTransport high = new ScriptedTransport().says("eth_getTransactionCount", "0x63");
    network.endpoint("a-1", "a", high);
    network.endpoint("a-2", "a", high);
    groups();
    network.endpoint("b", new ScriptedTransport().says("eth_getTransactionCount", "0x4"));
    assertThat(ask().agreed()).hasValue(4);
  }

  @Test
  void nobodyAnsweringIsNothing() throws InterruptedException {
    assertThat(ask()).isEqualTo(PendingNonce.UNKNOWN);
  }
}
