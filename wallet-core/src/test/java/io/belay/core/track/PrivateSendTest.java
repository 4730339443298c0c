package io.belay.core.track;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belay.base.Hex;
import io.belay.base.TxHash;
import io.belay.core.fee.FeeChoice;
import io.belay.core.money.Wei;
import io.belay.core.rpc.Endpoint;
import io.belay.core.rpc.EndpointTraits.Use;
import io.belay.core.rpc.Reply;
import io.belay.core.rpc.Transport;
import io.belay.core.send.SendPlan;
import io.belay.core.send.TransferIntent;
import io.belay.core.send.TxRecord;
import io.belay.core.send.TxState;
import io.belay.core.tx.SignedTransaction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Transactions that a person wants to go through private relays only.
@Timeout(60)
class PrivateSendTest {
  private static final String RELAY = "practice-4";

  @TempDir Path directory;
  private final List<String> relay = new CopyOnWriteArrayList<>();
  private final List<String> others = new CopyOnWriteArrayList<>();
  private volatile boolean silentRelay;

  private SendPlan plan(PracticeWallet wallet, LiveSession session) throws InterruptedException {
    wallet.net.faucet(wallet.account().address(), java.util.Optional.empty());
    wallet.net.mine(3);
    session.refresh();
    return session.plan(
        TransferIntent.of(
                wallet.account(),
                wallet.account().address(),
                session.chain().currency().amount(Wei.of(1_000_000_000_000_000L)),
                FeeChoice.Pace.NORMAL)
            .privately(true));
  }

  private List<String> sends(List<String> asked) {
    return asked.stream().filter(body -> body.contains("eth_sendRawTransaction")).toList();
  }

  @Test
  void aPrivateOneGoesToTheRelayAloneHoweverOftenItIsSent() throws Exception {
    try (PracticeWallet wallet = new PracticeWallet(directory)) {
      TxHash hash;
      silentRelay = true; // practice pools pass on what they get
      try (LiveSession session = session(wallet, true)) {
        hash = session.send(plan(wallet, session), wallet.vault);
        session.step();
        assertThat(state(session)).isEqualTo(TxState.ACCEPTED);
      }
      try (LiveSession later = session(wallet, true)) { // as another process, after a crash
        later.rebroadcast(hash);
        later.step();
        later.send(later.speedUp(hash), wallet.account(), wallet.vault);
        later.step();
        assertThat(later.activity().get()).hasSize(2).allMatch(TxRecord::privately);
      }
      assertThat(sends(relay)).hasSizeGreaterThanOrEqualTo(3);
      assertThat(sends(others)).isEmpty();
    }
  }

  @Test
  void thatNoPublicPoolHasItDoesNotMakeItDropped() throws Exception {
    try (PracticeWallet wallet = new PracticeWallet(directory);
        LiveSession session = session(wallet, true)) {
      silentRelay = true;
      session.send(plan(wallet, session), wallet.vault);
      for (int block = 0; block < 6; block++) {
        session.step();
        wallet.net.mine(1);
      }
      session.step();
      assertThat(state(session)).isEqualTo(TxState.ACCEPTED);
      assertThat(sends(others)).isEmpty();
    }
  }

  @Test
  void whereTheRelayIsGoneItWaitsAndGoesToNobodyElse() throws Exception {
    try (PracticeWallet wallet = new PracticeWallet(directory)) {
      try (LiveSession session = session(wallet, true)) {
        session.send(plan(wallet, session), wallet.vault);
      }
      try (LiveSession without = session(wallet, false)) {
        without.step();
        without.step();
        assertThat(state(without)).isEqualTo(TxState.SIGNED);
      }
      assertThat(sends(others)).isEmpty();
    }
  }

  @Test
  void withoutARelayNothingIsPlanned() throws Exception {
    try (PracticeWallet wallet = new PracticeWallet(directory);
        LiveSession session = session(wallet, false)) {
      assertThatThrownBy(() -> plan(wallet, session))
          .hasFieldOrPropertyWithValue("code", "no-private-relay");
    }
  }

  private static TxState state(LiveSession session) {
    return session.activity().get().getFirst().state();
  }

  private LiveSession session(PracticeWallet wallet, boolean withRelay) {
    List<Endpoint> all =
        wallet.endpoints(
            e ->
                e.id().equals(RELAY)
                    ? PracticeWallet.only(e, Use.PRIVATE_BROADCAST, true)
                    : PracticeWallet.plain(e),
            (config, way) -> listening(way, config.id().value().equals(RELAY)));
    return wallet.session(
        all.stream().filter(e -> withRelay || !e.config().id().value().equals(RELAY)).toList());
  }

  /// A silent relay takes transactions and passes none on.
  private Transport listening(Transport inner, boolean isRelay) {
    return (body, timeout) -> {
      String asked = new String(body, StandardCharsets.UTF_8);
      (isRelay ? relay : others).add(asked);
      if (isRelay && silentRelay && asked.contains("eth_sendRawTransaction")) {
        return taken(asked);
      }
      return inner.exchange(body, timeout);
    };
  }

  private static Reply taken(String asked) {
    JsonNode call = JsonMapper.shared().readTree(asked);
    SignedTransaction signed =
        SignedTransaction.of(Hex.decode(call.path("params").get(0).asString()));
    String answer =
        "{\"jsonrpc\":\"2.0\",\"id\":" + call.path("id") + ",\"result\":\"" + signed.hash() + "\"}";
    return Reply.ok(answer.getBytes(StandardCharsets.UTF_8));
  }
}
