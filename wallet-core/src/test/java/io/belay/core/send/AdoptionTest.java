package io.belay.core.send;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belay.base.Bytes32;
import io.belay.base.Rlp;
import io.belay.base.WalletException;
import io.belay.core.rpc.FakeNetwork;
import io.belay.core.tx.DecodedTransaction;
import io.belay.core.tx.TestKey;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

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

  private static List<Rlp.Item> accessList(List<Rlp.Item> fields) {
    List<Rlp.Item> with = new ArrayList<>(fields.subList(0, fields.size() - 1));
    with.add(
        Rlp.list(
            Rlp.list(
                Rlp.of(FakeSends.ALICE), Rlp.list(Rlp.of(Bytes32.ZERO), Rlp.of(Bytes32.ZERO)))));
    return with;
  }

  private static Stream<Arguments> kinds() {
    TestKey key = new TestKey(0xB0B);
    long chain = FakeNetwork.ID.value();
    List<Rlp.Item> plain = TestKey.plain(chain, 5);
    List<Rlp.Item> one = new ArrayList<>(plain);
    one.remove(2);
    List<Rlp.Item> four = new ArrayList<>(accessList(plain));
    four.add(Rlp.list(key.authorization(chain, FakeSends.ALICE, 6)));
    return Stream.of(
        Arguments.of(key.legacy(chain), TxShape.PLAIN),
        Arguments.of(key.legacy(0), TxShape.ANY_CHAIN),
        Arguments.of(key.sign(1, one), TxShape.PLAIN),
        Arguments.of(key.sign(1, accessList(one)), TxShape.ACCESS_LIST),
        Arguments.of(key.sign(2, accessList(plain)), TxShape.ACCESS_LIST),
        Arguments.of(key.sign(4, four), TxShape.DELEGATION));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void anyKindButBlobsIsFollowedByItsOwnBytes(byte[] raw, TxShape shape) {
    DecodedTransaction tx = DecodedTransaction.of(raw);
    assertThat(adoption.adopt(tx)).isTrue();
    TxRecord record = sends.journal.find(tx.signed().hash()).orElseThrow();
    assertThat(record.facts().shape()).isEqualTo(shape);
    assertThat(record.nonce()).isEqualTo(5);
    assertThat(record.transaction().to()).isEqualTo(tx.to().orElseThrow());
    assertThat(record.transaction().value()).isEqualTo(tx.value());
    assertThat(record.transaction().cost()).isEqualTo(tx.cost());
    assertThat(sends.journal.signed(record.hash()).orElseThrow().raw()).isEqualTo(raw);
  }

  /// The same again without what it has would be something else; nothing instead of it is not.
  @ParameterizedTest
  @MethodSource("kinds")
  void itCanBeCancelledAndOnlyWhatIsSignedHereAlikeIsSpedUp(byte[] raw, TxShape shape) {
    DecodedTransaction tx = DecodedTransaction.of(raw);
    adoption.adopt(tx);
    TxRecord record = sends.journal.find(tx.signed().hash()).orElseThrow();
    assertThat(Bids.cancel(record, List.of(record), Optional.empty(), 21_000).transaction().nonce())
        .isEqualTo(5);
    if (shape == TxShape.PLAIN || shape == TxShape.ANY_CHAIN) {
      assertThat(Bids.speedUp(record, List.of(record), Optional.empty()).transaction().data())
          .isEqualTo(tx.data());
    } else {
      assertThatThrownBy(() -> Bids.speedUp(record, List.of(record), Optional.empty()))
          .isInstanceOf(WalletException.class)
          .extracting("code")
          .isEqualTo("signed-elsewhere");
    }
  }

  @Test
  void oneThatWasRefusedIsDueAgain() {
    DecodedTransaction tx = signed(0);
    adoption.adopt(tx);
    TxRecord record = sends.journal.find(tx.signed().hash()).orElseThrow();
    sends.journal.progress(
        record.in(TxState.REJECTED, io.belay.core.state.Observed.Level.AGREED).sendNoMore());
    assertThat(adoption.adopt(tx)).isTrue();
    assertThat(sends.journal.find(tx.signed().hash()).orElseThrow().state())
        .isEqualTo(TxState.SIGNED);
  }

  @Test
  void anotherChainsBlobsAndNewContractsAreNotAdopted() {
    long chain = FakeNetwork.ID.value();
    assertThat(adoption.adopt(DecodedTransaction.of(key.sign(2, TestKey.plain(chain + 1, 0)))))
        .isFalse();
    List<Rlp.Item> contract = new ArrayList<>(TestKey.plain(chain, 0));
    contract.set(5, Rlp.of(new byte[0]));
    assertThat(adoption.adopt(DecodedTransaction.of(key.sign(2, contract)))).isFalse();
    List<Rlp.Item> blobs = new ArrayList<>(TestKey.plain(chain, 0));
    blobs.addAll(List.of(Rlp.of(1), Rlp.list(Rlp.of(Bytes32.ZERO))));
    assertThat(adoption.adopt(DecodedTransaction.of(key.sign(3, blobs)))).isFalse();
    assertThat(sends.journal.all()).isEmpty();
  }
}
