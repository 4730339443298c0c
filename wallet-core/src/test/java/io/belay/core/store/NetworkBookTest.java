package io.belay.core.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belay.base.Address;
import io.belay.base.WalletException;
import io.belay.core.rpc.FakeClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What a person decided about networks and endpoints, and what endpoints were told.
@Timeout(20)
class NetworkBookTest {
  private static final NetworkRow ROPE =
      new NetworkRow(4242, "Rope", "rope", "RPE", 18, 2500, true, true);
  private static final EndpointRow KEYED =
      new EndpointRow(
          4242, "rope", "https://rope.example/v3/5ecret", "Rope Inc", true, "X-Key: h1dden");

  @TempDir Path directory;
  private Database database;
  private NetworkBook networks;
  private EndpointBook endpoints;
  private final FakeClock clock = new FakeClock();

  @BeforeEach
  void open() {
    database = Schema.open(directory);
    networks = new NetworkBook(database, clock);
    endpoints = new EndpointBook(database);
  }

  @AfterEach
  void close() {
    database.close();
  }

  private static void assertCode(Runnable call, String code) {
    assertThatThrownBy(call::run)
        .asInstanceOf(InstanceOfAssertFactories.type(WalletException.class))
        .returns(code, WalletException::code);
  }

  @Test
  void aNetworkComesAndGoesWithItsEndpointsAndChoices() {
    networks.add(ROPE, List.of(KEYED));
    endpoints.choose(4242, "rope", false);
    endpoints.decide(4242, "ask", true);
    endpoints.merge(4242, "a", "b");
    assertThat(networks.all()).containsExactly(ROPE);
    assertThat(endpoints.choices(4242))
        .isEqualTo(
            new EndpointChoices(
                List.of(KEYED), Map.of("rope", false), "ask", true, Map.of("a", "b")));
    assertCode(() -> networks.add(ROPE, List.of()), "network-exists");

    assertThat(networks.remove(4242)).isTrue();
    assertThat(networks.remove(4242)).isFalse();
    assertThat(endpoints.choices(4242)).isEqualTo(EndpointChoices.NONE);
  }

  @Test
  void aNetworkWhoseEndpointIsRefusedIsNotAddedEither() {
    assertCode(() -> networks.add(ROPE, List.of(KEYED, KEYED)), "endpoint-exists");
    assertThat(networks.all()).isEmpty();
    assertThat(endpoints.choices(4242)).isEqualTo(EndpointChoices.NONE);
  }

  @Test
  void aNetworkStaysWhileATransactionIsUnderWay() {
    networks.add(ROPE, List.of());
    transaction("accepted");
    assertCode(() -> networks.remove(4242), "network-in-use");
    transaction("final");
    assertThat(networks.remove(4242)).isTrue();
  }

  private void transaction(String state) {
    database.write(c ->
        Sql.change(
            c,
            "INSERT OR REPLACE INTO transactions (hash, chain, intent, sender, nonce, preimage,"
                + " raw, created_at, state, evidence) VALUES ('h', 4242, 'i', 's', 0, '', '', 0, ?,"
                + " '')",
            state));
  }

  @Test
  void anEndpointIsRemovedWithTheChoiceAboutIt() {
    endpoints.add(KEYED);
    assertCode(() -> endpoints.add(KEYED), "endpoint-exists");
    endpoints.choose(4242, "rope", false);
    endpoints.choose(4242, "built-in", true);
    assertThat(endpoints.remove(4242, "rope")).isTrue();
    assertThat(endpoints.remove(4242, "rope")).isFalse();
    assertThat(endpoints.choices(4242).enabled()).isEqualTo(Map.of("built-in", true));
  }

  @Test
  void mergesNeverCloseACircleAndLoseNothing() {
    endpoints.merge(4242, "a", "b");
    endpoints.merge(4242, "b", "a");
    endpoints.merge(4242, "c", "d");
    endpoints.merge(4242, "a", "c");
    assertThat(endpoints.choices(4242).merges()).isEqualTo(Map.of("a", "b", "c", "d", "b", "d"));
    assertThat(endpoints.split(4242, "a")).isTrue();
    assertThat(endpoints.split(4242, "a")).isFalse();
  }

  @Test
  void keysAreNoPartOfARowsText() {
    assertThat(KEYED.toString()).doesNotContain("5ecret").doesNotContain("h1dden");
  }

  @Test
  void whatAnEndpointWasToldIsCountedAndSurvives() {
    Address account = Address.parse("0x" + "00".repeat(19) + "0a");
    Instant start = clock.instant();
    try (EgressBook egress = new EgressBook(database, clock)) {
      egress.told(1, "rope", account);
      clock.pass(Duration.ofSeconds(5));
      egress.told(1, "rope", account);
      egress.told(2, "rope", account);
      assertThat(egress.rows(1))
          .containsExactly(new EgressRow(1, "rope", account, start, start.plusSeconds(5), 2));
      clock.pass(Duration.ofSeconds(175));
      egress.told(1, "rope", account);
    }
    try (EgressBook later = new EgressBook(database, clock)) {
      assertThat(later.rows(1))
          .containsExactly(
              new EgressRow(1, "rope", account, start, start.plus(Duration.ofMinutes(3)), 3));
      assertThat(later.rows(2)).hasSize(1);
    }
  }

  @Test
  void aPairIsWrittenAtMostOnceAMinute() throws InterruptedException {
    Address account = Address.parse("0x" + "00".repeat(19) + "0a");
    try (EgressBook egress = new EgressBook(database, clock)) {
      egress.told(1, "rope", account);
      while (written() < 1) {
        Thread.sleep(5); // the first one is written in the background
      }
      for (int i = 0; i < 1000; i++) {
        egress.told(1, "rope", account);
      }
      assertThat(written()).isEqualTo(1);
    }
    assertThat(written()).isEqualTo(1001);
  }

  private long written() {
    return database.read(c ->
        Sql.list(c, "SELECT requests FROM egress", row -> row.getLong(1)).stream()
            .mapToLong(n -> n)
            .sum());
  }
}
