package io.belay.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.base.Address;
import io.belay.base.Hex;
import io.belay.core.rpc.EndpointId;
import io.belay.core.rpc.JsonRpc;
import io.belay.core.rpc.Reply;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.web3j.crypto.Credentials;
import org.web3j.crypto.RawTransaction;
import org.web3j.crypto.TransactionEncoder;
import tools.jackson.databind.json.JsonMapper;

class SenderEgressTest {
  private final Credentials credentials = Credentials.create("0x1");
  private final Address account = Address.parse(credentials.getAddress());
  private final List<Address> told = new ArrayList<>();
  private final SenderEgress way =
      new SenderEgress(
          (body, timeout) -> Reply.ok(body),
          new EndpointId("a"),
          () -> List.of(account),
          (endpoint, who) -> told.add(who));

  private void carries(String method, String... params) throws Exception {
    JsonRpc.Call call = new JsonRpc().call(method, (Object[]) params);
    String body =
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":"
            + JsonMapper.shared().writeValueAsString(call.method())
            + ",\"params\":"
            + JsonMapper.shared().writeValueAsString(call.params())
            + "}";
    way.exchange(body.getBytes(StandardCharsets.UTF_8), Duration.ofSeconds(1));
  }

  private String signedBy(Credentials who) {
    RawTransaction raw =
        RawTransaction.createEtherTransaction(
            1,
            java.math.BigInteger.ZERO,
            java.math.BigInteger.valueOf(21_000),
            account.toLowerHex(),
            java.math.BigInteger.ONE,
            java.math.BigInteger.ONE,
            java.math.BigInteger.TWO);
    return Hex.encode(TransactionEncoder.signMessage(raw, who));
  }

  @Test
  void whoeverIsGivenAnOwnTransactionLearnsTheAccount() throws Exception {
    carries("eth_sendRawTransaction", signedBy(credentials));
    assertThat(told).containsExactly(account);
  }

  @Test
  void aStrangersTransactionAndOtherCallsTellNothing() throws Exception {
    carries("eth_sendRawTransaction", signedBy(Credentials.create("0x2")));
    carries("eth_sendRawTransaction", "0x02c0");
    carries("eth_chainId");
    assertThat(told).isEmpty();
  }
}
