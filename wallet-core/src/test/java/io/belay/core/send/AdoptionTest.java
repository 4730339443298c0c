package io.belay.core.send;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belay.base.WalletException;
import io.belay.core.rpc.FakeNetwork;
import io.belay.core.tx.DecodedTransaction;
import io.belay.core.tx.TestKey;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdoptionTest {
  private final TestKey key = new TestKey(7);

  @TempDir Path directory;
  private FakeSends sends;
  private Adoption adoption;

  @BeforeEach
  void open() {
    sends = new FakeSends(directory);
    adoption = new Adoption(sends.network.database, FakeNetwork.ID, sends.network.clock);
  }

  @AfterEach
  void close() {
    sends.close();
  }

  private DecodedTransaction signed(long nonce) {
    return DecodedTransaction.of(key.sign(2, TestKey.plain(FakeNetwork.ID.value(), nonce)));
  }

  @Test
  void itIsJournalledAsItWasSignedAndDueAtOnce() {
    DecodedTransaction tx = signed(0);
    assertThat(adoption.adopt(tx)).isTrue();
    TxRecord record = sends.journal.find(tx.signed().hash()).orElseThrow();
    assertThat(record.state()).isEqualTo(TxState.SIGNED);
    assertThat(record.from()).isEqualTo(key.address());
    assertThat(record.transaction()).isEqualTo(tx.plain().orElseThrow());
    assertThat(record.nextSend()).isEmpty();
    assertThat(sends.journal.signed(tx.signed().hash()).orElseThrow().raw())
        .isEqualTo(tx.signed().raw());
  }

  @Test
  void adoptedTwiceItIsThereOnceAndKeepsItsState() {
    DecodedTransaction tx = signed(0);
    adoption.adopt(tx);
    TxRecord before = sends.journal.find(tx.signed().hash()).orElseThrow();
    sends.journal.attempted(
        before.hash(),
        new AttemptRow(
            new io.belay.core.rpc.EndpointId("a"),
            "a",
            "accepted",
            "accepted",
            1,
            sends.network.clock.instant(),
            false));
    assertThat(adoption.adopt(tx)).isTrue();
    assertThat(sends.journal.all()).hasSize(1);
    assertThat(sends.journal.find(before.hash()).orElseThrow().attempts()).hasSize(1);
  }

  @Test
  void itsNonceIsTakenAndAPlanThatHeldItIsTooOld() {
    NonceLease lease = sends.nonces.lease(key.address(), 0, OptionalLong.empty());
    assertThat(lease.nonce()).isZero();
    adoption.adopt(signed(0));
    assertThat(sends.nonces.lease(key.address(), 0, OptionalLong.empty()).nonce()).isEqualTo(1);
    SendPlan plan = FakeSends.plan("mine", lease);
    assertThatThrownBy(() -> sends.journal.record(plan, FakeSends.signed(plan)))
        .isInstanceOf(WalletException.class)
        .extracting(e -> ((WalletException) e).code())
        .isEqualTo("nonce-used");
  }

  @Test
  void whatTheJournalCannotTellWholeIsNotAdopted() {
    long chain = FakeNetwork.ID.value();
    assertThat(adoption.adopt(DecodedTransaction.of(key.legacy(chain)))).isFalse();
    assertThat(adoption.adopt(DecodedTransaction.of(key.legacy(0)))).isFalse();
    assertThat(adoption.adopt(DecodedTransaction.of(key.sign(2, TestKey.plain(chain + 1, 0)))))
        .isFalse();
    assertThat(sends.journal.all()).isEmpty();
  }
}
