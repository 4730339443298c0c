package io.belay.core.track;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belay.base.Address;
import io.belay.base.Bytes32;
import io.belay.base.ChainId;
import io.belay.core.money.Asset;
import io.belay.core.money.Wei;
import io.belay.core.practice.Fault;
import io.belay.core.state.Evidence;
import io.belay.core.state.Observed;
import io.belay.core.store.Database;
import io.belay.core.store.Schema;
import io.belay.core.store.TokenBook;
import io.belay.core.token.KnownToken;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a session remembers of tokens, over sessions and outages.
class TokenDeskTest {
  private static final Address DOLLAR = Address.parse("0x0000000000000000000000000050726163746963");

  @TempDir Path directory;

  @Test
  void whatATokenSaidIsKnownWhenNobodyAnswersAnyMore() throws Exception {
    try (PracticeWallet wallet = new PracticeWallet(directory)) {
      try (LiveSession first = wallet.session()) {
        assertThat(first.knownTokens().get()).isEmpty();
        first.step();
        first.token(DOLLAR.toString());
      }
      wallet.all(Fault.of("refuse"));
      try (LiveSession later = wallet.session()) {
        KnownToken dollar =
            Optional.ofNullable(later.knownTokens().get().get(DOLLAR)).orElseThrow();
        assertThat(dollar.asset().symbol()).isEqualTo("PUSD");
        assertThat(dollar.asset().decimals()).isEqualTo(6);
        assertThat(dollar.level()).isEqualTo(Observed.Level.AGREED);
        assertThat(dollar.falseName()).isFalse();
        assertThatThrownBy(() -> later.token(DOLLAR.toString()))
            .hasMessageContaining("no provider");
        assertThat(later.knownTokens().get()).containsKey(DOLLAR);
      }
    }
  }

  @Test
  void theListOfTokensOutlivesTheSessionAndForgetsNothingElse() throws Exception {
    try (PracticeWallet wallet = new PracticeWallet(directory)) {
      try (LiveSession first = wallet.session()) {
        assertThatThrownBy(() -> first.listToken(DOLLAR, true))
            .hasMessageContaining("not asked yet");
        first.step();
        first.token(DOLLAR.toString());
        assertThat(first.listedTokens().get()).isEmpty();
        first.listToken(DOLLAR, true);
        first.listToken(DOLLAR, true);
      }
      try (LiveSession later = wallet.session()) {
        assertThat(later.listedTokens().get())
            .extracting(token -> token.asset().symbol())
            .containsExactly("PUSD");
        later.listToken(DOLLAR, false);
        assertThat(later.listedTokens().get()).isEmpty();
        assertThat(later.knownTokens().get()).containsKey(DOLLAR);
      }
    }
  }

  @Test
  void aTokenThatFallsSilentKeepsItsLastBalanceAsStale() throws Exception {
    try (PracticeWallet wallet = new PracticeWallet(directory);
        LiveSession session = wallet.session()) {
      session.step();
      Asset dollar = session.token(DOLLAR.toString());
      Address holder = Address.parse("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed");
      Observed<Wei> known = session.balance(holder, dollar);
      assertThat(known.maybe()).isPresent();
      wallet.all(Fault.of("refuse"));
      session.step();
      Observed<Wei> silent = session.balance(holder, dollar);
      assertThat(silent.level()).isEqualTo(Observed.Level.STALE);
      assertThat(silent.maybe()).isEqualTo(known.maybe());
      assertThat(silent.proof()).isEqualTo(known.proof());
      Address stranger = Address.parse("0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359");
      assertThat(session.balance(stranger, dollar).level()).isEqualTo(Observed.Level.UNKNOWN);
    }
  }

  @Test
  void aTokenThatAnswersWithoutANumberKeepsNoOldOne() throws Exception {
    Address holder = Address.parse("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed");
    Asset dollar = Asset.token(new ChainId(1), DOLLAR, "PUSD", 6);
    Evidence evidence = new Evidence(7, Bytes32.ZERO, List.of("a", "b"), Instant.EPOCH);
    try (Database database = Schema.open(directory)) {
      TokenDesk desk =
          new TokenDesk(
              () -> {
                throw new AssertionError("nobody is asked");
              },
              new TokenBook(database, 1, InstantSource.system()),
              new ChainId(1));
      desk.orLast(dollar, holder, new Observed.Proven<>(Wei.of(5), evidence));
      assertThat(desk.orLast(dollar, holder, new Observed.Unknown<>("no-answer")).level())
          .isEqualTo(Observed.Level.STALE);
      Observed<Wei> refused = new Observed.Unknown<>("execution-reverted");
      assertThat(desk.orLast(dollar, holder, refused)).isEqualTo(refused);
    }
  }
}
