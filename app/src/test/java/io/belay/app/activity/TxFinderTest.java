package io.belay.app.activity;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.app.activity.ActivityViewModel.Filter;
import io.belay.app.control.Known;
import io.belay.app.fake.FakeLabels;
import io.belay.app.fake.FakeSession;
import io.belay.app.fake.FakeTx;
import io.belay.app.fake.FakeUi;
import io.belay.app.fake.FakeVault;
import io.belay.app.fx.SameThread;
import io.belay.core.decode.Erc20Call;
import io.belay.core.money.Asset;
import io.belay.core.money.Wei;
import io.belay.core.send.TxRecord;
import io.belay.core.send.TxState;
import io.belay.core.state.Observed;
import io.belay.core.store.LabelBook;
import io.belay.core.token.KnownToken;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TxFinderTest {
  private static final TxRecord PAYMENT = FakeTx.of(1, TxState.FINAL);
  private static final TxRecord OPEN =
      FakeTx.of(FakeTx.call(2, FakeSession.ether("12.75"), "0x"), TxState.SEEN, List.of());
  private static final TxRecord TOKEN =
      FakeTx.of(
          FakeTx.call(
              3,
              Wei.ZERO,
              new Erc20Call.Transfer(FakeVault.SAVINGS, BigInteger.valueOf(1_250_500_000)).data()),
          TxState.FINAL,
          List.of());

  private final LabelBook labels = FakeLabels.empty();
  private final Known known =
      new Known(
          FakeSession.CHAIN.currency(),
          Map.of(
              FakeVault.DAILY,
              new KnownToken(
                  Asset.token(FakeSession.CHAIN.id(), FakeVault.DAILY, "USDX", 6),
                  Observed.Level.PROVEN,
                  false)),
          Map.of(FakeVault.SAVINGS, "Savings", FakeVault.DAILY, "Ana M\u00fcller"));
  private final TxFinder finder = new TxFinder(FakeUi.make(), () -> known, labels);

  @BeforeEach
  void fill() {
    labels.put(OPEN.hash(), "Rent for May");
    List<TxRecord> journal = List.of(TOKEN, OPEN, PAYMENT);
    finder.show(journal);
    Attention attention = new Attention(FakeUi.make().words(), List.of());
    finder.offer(Survey.of(journal, known, attention).assets());
  }

  private List<Long> found() {
    return finder.found().stream().map(TxRecord::nonce).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "rent, 2",
    "MAY rent, 2",
    "12.75, 2",
    "usdx, 3",
    "1250.5, 3",
    "m\u00fcller 12.7, 2",
    "nobody, ''",
  })
  void findsByLabelAmountAssetAndName(String words, String nonces) {
    finder.search().set(words);
    assertThat(found().stream().map(String::valueOf))
        .isEqualTo(nonces.isEmpty() ? List.of() : List.of(nonces));
  }

  @Test
  void findsByHashAndAddressInEitherCase() {
    finder.search().set(PAYMENT.hash().toString().toUpperCase(java.util.Locale.ROOT));
    assertThat(found()).containsExactly(1L);
    finder.search().set(FakeVault.DAILY.toLowerHex().substring(0, 20));
    assertThat(found()).containsExactly(3L, 2L, 1L);
  }

  @Test
  void filtersNarrowTogetherAndClearShowsAll() {
    assertThat(finder.assets()).extracting(Moved.Choice::symbol).containsExactly("USDX", "ETH");
    finder.asset().set(Optional.of(finder.assets().get(1)));
    assertThat(found()).containsExactly(2L, 1L);
    finder.kind().set(Filter.DONE);
    assertThat(found()).containsExactly(1L);
    finder.account().set(Optional.of(FakeVault.entry("Daily", FakeVault.DAILY)));
    assertThat(found()).isEmpty();
    assertThat(finder.isNarrowed()).isTrue();
    finder.clear();
    assertThat(found()).containsExactly(3L, 2L, 1L);
    assertThat(finder.isNarrowed()).isFalse();
  }

  @Test
  void aTokenNobodyAskedHasNoDecimalAmount() {
    Known nothing = new Known(FakeSession.CHAIN.currency(), Map.of());
    Moved moved = Moved.of(TOKEN, nothing);
    assertThat(moved.decimal()).isEmpty();
    assertThat(moved.symbol()).isEmpty();
    assertThat(moved.units()).isEqualTo(BigInteger.valueOf(1_250_500_000));
    assertThat(moved.known()).isEqualTo("unknown");
  }

  @Test
  void manyAreLookedThroughElsewhereAndFewAtOnce() {
    SameThread background = new SameThread();
    TxFinder elsewhere = new TxFinder(FakeUi.with(background), () -> known, labels);
    background.hold();
    elsewhere.show(many());
    assertThat(elsewhere.looks().get()).isZero();
    assertThat(elsewhere.found()).isEmpty();
    elsewhere.show(List.of(PAYMENT));
    assertThat(elsewhere.looks().get()).isEqualTo(1);
    assertThat(elsewhere.found()).containsExactly(PAYMENT);
  }

  @Test
  void whatWasLookedThroughIsNotLookedThroughAgain() {
    int before = finder.looks().get();
    List<TxRecord> journal = List.of(PAYMENT);
    finder.show(journal);
    finder.show(journal);
    assertThat(finder.looks().get()).isEqualTo(before + 1);
    labels.put(PAYMENT.hash(), "Rent");
    finder.show(journal);
    assertThat(finder.looks().get()).isEqualTo(before + 2);
  }

  private static List<TxRecord> many() {
    return java.util.stream.LongStream.range(0, 100_000)
        .mapToObj(i -> FakeTx.named(OPEN, FakeTx.hash(100_000 + i)))
        .toList();
  }

  @Test
  void aHundredThousandAreSearched() {
    List<TxRecord> many = many();
    labels.put(many.get(77_777).hash(), "needle");
    finder.show(many);
    finder.search().set("needle");
    assertThat(finder.found()).containsExactly(many.get(77_777));
  }
}
