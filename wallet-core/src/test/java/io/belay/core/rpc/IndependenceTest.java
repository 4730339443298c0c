package io.belay.core.rpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belay.base.ChainId;
import io.belay.base.WalletException;
import io.belay.core.rpc.EndpointConfig.Kind;
import io.belay.core.rpc.EndpointTraits.Tracking;
import io.belay.core.rpc.Independence.Bond;
import io.belay.core.rpc.Independence.Shared;
import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// How independent endpoints are, and which of them a policy lets through.
class IndependenceTest {
  private static EndpointConfig endpoint(String id, String group, Kind kind) {
    return new EndpointConfig(
        new EndpointId(id),
        ChainId.of(1),
        URI.create("https://" + id + ".example"),
        group,
        group,
        kind,
        true);
  }

  private static EndpointConfig tracking(String id, Tracking tracking) {
    EndpointTraits plain = EndpointTraits.PLAIN;
    EndpointConfig config = endpoint(id, id, Kind.PROVIDER);
    return new EndpointConfig(
        config.id(),
        config.chainId(),
        config.url(),
        id,
        id,
        Kind.PROVIDER,
        false,
        new EndpointTraits(tracking, plain.uses(), plain.headers(), false, false, false));
  }

  private static PeerFacts at(String prefix, String issuer, String cdn) {
    return new PeerFacts(
        Optional.of(prefix),
        Optional.of(issuer),
        Optional.of(cdn).filter(c -> !c.isEmpty()),
        Optional.empty());
  }

  private static final EndpointConfig A = endpoint("a", "a", Kind.PROVIDER);
  private static final EndpointConfig A2 = endpoint("a-2", "a", Kind.PROVIDER);
  private static final EndpointConfig B = endpoint("b", "b", Kind.PROVIDER);
  private static final EndpointConfig C = endpoint("c", "c", Kind.PROVIDER);
  private static final EndpointConfig ROUTER = endpoint("r", "r", Kind.AGGREGATOR);
  private static final EndpointConfig OWN = endpoint("own", "own", Kind.OWN);

  private static Independence of(Map<String, PeerFacts> facts, EndpointConfig... used) {
    Map<EndpointId, PeerFacts> byId = new java.util.HashMap<>();
    facts.forEach((id, fact) -> byId.put(new EndpointId(id), fact));
    return Independence.of(List.of(used), List.of(used), byId);
  }

  private static Shared shared(Bond bond, String what, EndpointConfig... who) {
    return new Shared(bond, what, List.of(who).stream().map(EndpointConfig::id).toList());
  }

  @Test
  void oneOperatorIsOneGroupAndAForwarderNone() {
    Independence found = of(Map.of(), A, A2, B, ROUTER);
    assertThat(found.endpoints()).isEqualTo(4);
    assertThat(found.groups()).isEqualTo(3);
    assertThat(found.effective()).isEqualTo(2);
    assertThat(found.together())
        .containsExactly(shared(Bond.OPERATOR, "a", A, A2), shared(Bond.FORWARDS, "r", ROUTER));
    assertThat(of(Map.of(), ROUTER).effective()).isEqualTo(1);
    assertThat(of(Map.of()).effective()).isZero();
  }

  @Test
  void oneRangeOfAddressesIsOneWayButADeliveryNetworksIsNot() {
    Map<String, PeerFacts> hosted =
        Map.of("a", at("192.0.2.0/24", "R3", ""), "b", at("192.0.2.0/24", "E5", ""));
    assertThat(of(hosted, A, B, C).effective()).isEqualTo(2);
    assertThat(of(hosted, A, B, C).together())
        .containsExactly(shared(Bond.PREFIX, "192.0.2.0/24", A, B));

    Map<String, PeerFacts> delivered =
        Map.of("a", at("192.0.2.0/24", "R3", "Fastly"), "b", at("192.0.2.0/24", "R3", "Fastly"));
    assertThat(of(delivered, A, B, C).effective()).isEqualTo(3);
    assertThat(of(delivered, A, B, C).together())
        .containsExactly(
            shared(Bond.PREFIX, "192.0.2.0/24", A, B),
            shared(Bond.CDN, "Fastly", A, B),
            shared(Bond.ISSUER, "R3", A, B));
  }

  @Test
  void aChainOfSharedRangesIsOneWay() {
    EndpointConfig b2 = endpoint("b-2", "b", Kind.PROVIDER);
    Map<String, PeerFacts> facts =
        Map.of(
            "a", at("192.0.2.0/24", "1", ""),
            "b", at("192.0.2.0/24", "2", ""),
            "b-2", at("198.51.100.0/24", "3", ""),
            "c", at("198.51.100.0/24", "4", ""));
    assertThat(of(facts, C, A, B, b2).effective()).isEqualTo(1);
  }

  @Test
  void theBestAdditionIsAnOwnNodeThenAnOperatorThatSharesNothing() {
    EndpointConfig fresh = tracking("fresh", Tracking.NONE);
    List<EndpointConfig> known =
        List.of(
            A,
            A2,
            ROUTER,
            tracking("sly", Tracking.YES),
            tracking("vague", Tracking.LIMITED),
            tracking("near", Tracking.NONE),
            fresh);
    Map<EndpointId, PeerFacts> facts =
        Map.of(
            A.id(),
            at("192.0.2.0/24", "1", ""),
            new EndpointId("near"),
            at("192.0.2.0/24", "2", ""));
    assertThat(Independence.of(List.of(A), known, facts).additions())
        .containsExactly(
            Independence.Addition.OWN_NODE,
            new Independence.Addition(Optional.of("fresh"), Optional.of(fresh.id())));
    assertThat(of(Map.of(), OWN, A).additions()).isEmpty();
  }

  @Test
  void factsAreCutToWhatIsSharedAndHarmless() {
    assertThat(PeerFacts.prefix(InetAddress.ofLiteral("203.0.113.77"))).isEqualTo("203.0.113.0/24");
    assertThat(PeerFacts.prefix(InetAddress.ofLiteral("2001:db8:1:2::3")))
        .isEqualTo("2001:db8:1:0:0:0:0:0/48");
    assertThat(PeerFacts.NONE.withClient("Geth/v1.16.4-stable/linux").client()).contains("geth");
    assertThat(PeerFacts.NONE.withClient("\u001b[31mevil").client()).contains("31mevil");
    assertThat(PeerFacts.NONE.withClient("").client()).isEmpty();
  }

  @Test
  void aPolicyLetsThroughWhatItSays() {
    EndpointConfig chosen = A.chosen(true);
    List<EndpointConfig> all = List.of(OWN, chosen, B, C.chosen(false));
    assertThat(EndpointPolicy.ANY.allowed(all, false)).containsExactly(OWN, chosen, B);
    assertThat(EndpointPolicy.TRUSTED.allowed(all, false)).containsExactly(OWN, chosen);
    assertThat(EndpointPolicy.ASK.allowed(all, false)).containsExactly(OWN);
    assertThat(EndpointPolicy.ASK.allowed(all, true)).containsExactly(OWN, chosen, B);
    assertThat(EndpointPolicy.OWN_ONLY.allowed(all, true)).containsExactly(OWN);
    assertThat(EndpointPolicy.parse("Own-Only")).isEqualTo(EndpointPolicy.OWN_ONLY);
    assertThatThrownBy(() -> EndpointPolicy.parse("some")).isInstanceOf(WalletException.class);
  }
}
