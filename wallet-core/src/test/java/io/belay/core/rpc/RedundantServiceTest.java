package io.belay.core.rpc;

import static io.belay.core.rpc.FakeState.ALICE;
import static io.belay.core.rpc.FakeState.HERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.throwable;

import io.belay.core.state.Observed;
import java.io.IOException;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.web3j.protocol.Web3j;
import org.web3j.protocol.core.DefaultBlockParameterName;
import org.web3j.protocol.core.methods.response.EthBlockNumber;
import org.web3j.protocol.core.methods.response.EthGetBalance;

/// web3j's own client on top of the engine.
@Timeout(20)
class RedundantServiceTest extends NetworkInHand {
  private static final FakeState STATE = new FakeState();
  private static final FakeBlocks CHAIN = FakeBlocks.upTo(100, STATE.root());

  private final ScriptedTransport a = CHAIN.node();
  private final ScriptedTransport b = CHAIN.node();

  @BeforeEach
  void open() {
    STATE.prove(a);
    STATE.prove(b);
    network.endpoint("a", a);
  }

  private Web3j web3j() {
    Reader reader = network.reader();
    return Web3j.build(new RedundantService(reader, Observed.Level.AGREED));
  }

  private static void assertNotKnown(Web3j web3j, String code) {
    assertThatThrownBy(
            () -> web3j.ethGetBalance(ALICE.toString(), DefaultBlockParameterName.LATEST).send())
        .asInstanceOf(throwable(RedundantService.NotKnown.class))
        .returns(code, RedundantService.NotKnown::code);
  }

  @Test
  void anAccountAndTheHeadAreReadThroughWeb3j() throws IOException {
    network.endpoint("b", b);
    Web3j web3j = web3j();
    String alice = ALICE.toString();

    assertThat(web3j.ethGetBalance(alice, DefaultBlockParameterName.LATEST).send().getBalance())
        .isEqualTo(HERS.balance().value());
    assertThat(
            web3j
                .ethGetTransactionCount(alice, DefaultBlockParameterName.LATEST)
                .send()
                .getTransactionCount())
        .isEqualTo(HERS.nonce());
    assertThat(web3j.ethBlockNumber().send().getBlockNumber()).isEqualTo(100);
    assertThat(web3j.ethChainId().send().getChainId()).isEqualTo(7);
    assertThat(web3j.netVersion().send().getNetVersion()).isEqualTo("7");
  }

  @Test
  void whatOneGroupSaysIsNotEnough() {
    assertNotKnown(web3j(), "single");
  }

  @Test
  void whatNobodySaysIsNoNumber() {
    network.endpoint("b", b);
    a.breaks(TransportException.Reason.REFUSED);
    b.breaks(TransportException.Reason.REFUSED);
    assertNotKnown(web3j(), "unknown");
  }

  @Test
  void batchesAndFuturesSayTheSame() throws Exception {
    network.endpoint("b", b);
    Web3j web3j = web3j();
    var batch =
        web3j
            .newBatch()
            .add(web3j.ethBlockNumber())
            .add(web3j.ethGetBalance(ALICE.toString(), DefaultBlockParameterName.LATEST))
            .send();
    assertThat(((EthBlockNumber) batch.getResponses().getFirst()).getBlockNumber()).isEqualTo(100);
    assertThat(((EthGetBalance) batch.getResponses().getLast()).getBalance())
        .isEqualTo(HERS.balance().value());
    assertThat(web3j.ethBlockNumber().sendAsync().get().getBlockNumber()).isEqualTo(100);
  }

  @Test
  void whatIsNotCarriedIsSaid() {
    network.endpoint("b", b);
    Web3j web3j = web3j();
    assertThatThrownBy(() -> web3j.ethSendRawTransaction("0x00").sendAsync().get())
        .isInstanceOf(ExecutionException.class)
        .cause()
        .hasMessage("not-carried: eth_sendRawTransaction is not carried");
    assertThatThrownBy(() -> web3j.ethAccounts().send()).hasMessageStartingWith("not-carried: ");
    assertThatThrownBy(() -> web3j.ethGetBalance("0x12", DefaultBlockParameterName.LATEST).send())
        .hasMessageStartingWith("bad-params: ");
    assertThatThrownBy(() -> web3j.newHeadsNotifications().blockingFirst())
        .hasMessageContaining("not-carried");
  }
}
