package io.belay.core.practice;

import static io.belay.core.practice.PracticeFixture.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import io.belay.base.Address;
import io.belay.base.TxHash;
import io.belay.core.chain.BaseFeeRule;
import io.belay.core.chain.Chain;
import io.belay.core.chain.DataFee;
import io.belay.core.money.Wei;
import io.belay.core.rpc.FeePaid;
import io.belay.core.rpc.Transport;
import io.belay.core.rpc.TxWatch;
import io.belay.core.state.Observed;
import io.belay.core.tx.DecodedTransaction;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What a transaction has cost, and what took a nonce, read over four groups of a real chain.
class FeePaidTest {
  @TempDir Path chainDir;
  @TempDir Path walletDir;
  private PracticeFixture net;
  private Optional<PlanFixture> open = Optional.empty();

  @BeforeEach
  void open() {
    net = PracticeFixture.funded(chainDir);
    net.chain().faucetToken(net.alice, BigInteger.valueOf(50));
    net.chain().mine(1);
  }

  @AfterEach
  void close() {
    open.ifPresent(PlanFixture::close);
    net.close();
  }

  private PlanFixture wallet(Chain.Rules rules, Transport node) {
    PlanFixture wallet = new PlanFixture(walletDir, rules, node, net.clock, PracticeFixture.KEY);
    open = Optional.of(wallet);
    return wallet;
  }

  private byte[] token(long nonce, long gas, long amount) {
    byte[] data = PracticeAbi.transfer(BOB, BigInteger.valueOf(amount));
    return net.tx(nonce, 1, 10, gas, PracticeChain.TOKEN, BigInteger.ZERO, data);
  }

  private static Wei left(PracticeFixture net) {
    return Wei.of(net.balance(net.alice));
  }

  private TxWatch.Sighting find(PlanFixture wallet, byte[] raw) throws InterruptedException {
    return wallet.reader.find(
        TxHash.ofRaw(raw), raw, DecodedTransaction.priceOf(raw), wallet.reader.view());
  }

  /// The balance itself says what each has cost.
  private void costs(PlanFixture wallet, byte[] raw, boolean ok) throws InterruptedException {
    Wei before = left(net);
    net.send(raw);
    net.chain().mine(1);
    net.clock.pass(4);
    TxWatch.Sighting seen = find(wallet, raw);
    assertThat(seen.inclusion().level()).isEqualTo(Observed.Level.PROVEN);
    assertThat(seen.inclusion().maybe().orElseThrow().succeeded()).isEqualTo(ok);
    assertThat(seen.paid().level()).isEqualTo(Observed.Level.PROVEN);
    Wei value = ok ? DecodedTransaction.of(raw).value() : Wei.ZERO;
    FeePaid paid = seen.paid().maybe().orElseThrow();
    assertThat(paid.total().plus(value)).isEqualTo(before.minusOrZero(left(net)));
  }

  @Test
  void whatWasPaidIsProvenForEachEndingToTheWei() throws InterruptedException {
    PlanFixture wallet = wallet(PlanFixture.rules(), net.node());
    costs(wallet, net.transfer(0), true);
    costs(wallet, net.legacy(ChainBox.CHAIN_ID, 1), true);
    costs(wallet, token(2, 100_000, 20), true);
    costs(wallet, token(3, 100_000, 1_000), false); // more tokens than she has
    costs(wallet, token(4, 25_000, 1), false); // out of gas
  }

  private static Twist receipts(java.util.function.Consumer<ObjectNode> change) {
    return new Twist() {
      @Override
      public JsonNode result(ObjectNode request, JsonNode result) {
        if (Members.method(request).equals("eth_getTransactionReceipt") && result.isObject()) {
          change.accept((ObjectNode) result);
        }
        return result;
      }
    };
  }

  /// No root commits to what a rollup takes beside the gas.
  @Test
  void aRollupsPartIsAsGoodAsThoseWhoTellIt() throws InterruptedException {
    Transport node = net.node();
    Twist rollup =
        receipts(receipt ->
            receipt
                .put("l1Fee", "0x64")
                .put("operatorFeeScalar", "0xf4240")
                .put("operatorFeeConstant", "0x7"));
    PlanFixture wallet =
        wallet(
            PlanFixture.rules(true, BaseFeeRule.ETHEREUM, DataFee.OP),
            (body, timeout) -> new Twisted(node, rollup).exchange(body, timeout));
    byte[] raw = net.transfer(0);
    net.send(raw);
    net.chain().mine(1);
    net.clock.pass(4);
    Observed<FeePaid> paid = find(wallet, raw).paid();
    assertThat(paid.level()).isEqualTo(Observed.Level.AGREED);
    // a scalar of a million is one wei per gas
    assertThat(paid.maybe().orElseThrow().dataFee()).contains(Wei.of(100 + 21_000 + 7));
  }

  /// What all receipts lie about, the header does not.
  @Test
  void aPriceThatReceiptsInventIsNotBelieved() throws InterruptedException {
    Transport node = net.node();
    Twist lie = receipts(receipt -> receipt.put("effectiveGasPrice", "0x1").put("gasUsed", "0x1"));
    PlanFixture wallet =
        wallet(
            PlanFixture.rules(), (body, timeout) -> new Twisted(node, lie).exchange(body, timeout));
    costs(wallet, net.transfer(0), true);
  }

  @Test
  void whatTookANonceIsFoundByItsSignature() throws InterruptedException {
    PlanFixture wallet = wallet(PlanFixture.rules(), net.node());
    byte[] raw = net.transfer(0);
    net.send(raw);
    net.chain().mine(1);
    net.send(token(1, 100_000, 20));
    net.chain().mine(5);
    net.clock.pass(24);
    assertThat(taker(wallet, net.alice, 0)).hasValueSatisfying(b -> assertThat(b).isEqualTo(raw));
    assertThat(taker(wallet, net.alice, 2)).isEmpty();
    assertThat(taker(wallet, BOB, 0)).isEmpty();
  }

  private static Optional<byte[]> taker(PlanFixture wallet, Address account, long nonce)
      throws InterruptedException {
    return wallet.reader.taker(
        account,
        nonce,
        wallet.reader.view(),
        bytes -> {
          DecodedTransaction tx = DecodedTransaction.of(bytes);
          return tx.from().equals(account) && tx.nonce() == nonce;
        });
  }
}
