package io.belay.core.rpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belay.base.WalletException;
import io.belay.core.chain.ChainRegistry;
import io.belay.core.chain.KnownNetwork;
import io.belay.core.rpc.EndpointConfig.Kind;
import io.belay.core.rpc.EndpointTraits.Tracking;
import io.belay.core.rpc.EndpointTraits.Use;
import io.belay.core.store.EndpointChoices;
import io.belay.core.store.EndpointRow;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointsTest {
  private static final ChainRegistry REGISTRY = ChainRegistry.load(Duration.ofSeconds(4));
  private static final Operators OPERATORS = Operators.of(REGISTRY.networks());
  private static final KnownNetwork ETHEREUM = REGISTRY.find("1");

  private static EndpointRow row(String id, String url, String operator, boolean own) {
    return new EndpointRow(1, id, url, operator, own, "");
  }

  private static List<EndpointConfig> with(EndpointRow... added) {
    return Endpoints.of(
        ETHEREUM, new EndpointChoices(List.of(added), Map.of(), "any", false, Map.of()), OPERATORS);
  }

  private static EndpointConfig find(List<EndpointConfig> configs, String id) {
    return configs.stream().filter(c -> c.id().value().equals(id)).findFirst().orElseThrow();
  }

  @Test
  void whatIsOnToBeginWithReadsBroadcastsDoesNotTrackAndIsOnePerOperator() {
    for (KnownNetwork network : REGISTRY.networks().subList(1, 20)) {
      List<EndpointConfig> on =
          EndpointConfig.of(network).stream().filter(EndpointConfig::enabled).toList();
      assertThat(on).as(network.chain().name()).hasSizeGreaterThanOrEqualTo(3);
      assertThat(on.stream().map(EndpointConfig::group)).doesNotHaveDuplicates();
      assertThat(on)
          .allMatch(EndpointConfig::isWitness)
          .allMatch(c -> c.traits().tracking() != Tracking.YES)
          .allMatch(c -> c.traits().uses().containsAll(Set.of(Use.READ, Use.BROADCAST)));
    }
  }

  @Test
  void allOfTheFileAreListedAndCarryItsLabels() {
    List<EndpointConfig> all = EndpointConfig.of(ETHEREUM);
    assertThat(all).hasSameSizeAs(ETHEREUM.endpoints());
    assertThat(all.stream().map(EndpointConfig::id)).doesNotHaveDuplicates();
    assertThat(find(all, "drpc").kind()).isEqualTo(Kind.AGGREGATOR);
    assertThat(find(all, "onerpc").kind()).isEqualTo(Kind.AGGREGATOR); // a relay
    assertThat(find(all, "tenderly").traits().tracking()).isEqualTo(Tracking.YES);
    assertThat(find(all, "tenderly").enabled()).isFalse();
    assertThat(find(all, "flashbots-2").group()).isEqualTo("flashbots");
    assertThat(find(all, "flashbots").traits().reads()).isFalse();
    assertThat(find(EndpointConfig.of(REGISTRY.find("base")), "base-2").traits().uses())
        .isEqualTo(Set.of(Use.BROADCAST_ONLY));
  }

  @Test
  void choicesSwitchOnAndOffAndAreMarkedAsThePersons() {
    EndpointChoices choices =
        new EndpointChoices(
            List.of(),
            Map.of("tenderly", true, "publicnode", false),
            "any",
            false,
            Map.of("stakely", "reth"));
    List<EndpointConfig> all = Endpoints.of(ETHEREUM, choices, OPERATORS);
    assertThat(find(all, "tenderly").enabled()).isTrue();
    assertThat(find(all, "tenderly").traits().chosen()).isTrue();
    assertThat(find(all, "publicnode").enabled()).isFalse();
    assertThat(find(all, "reth").traits().chosen()).isFalse();
    assertThat(find(all, "stakely").group()).isEqualTo("reth");
  }

  @ParameterizedTest
  @CsvSource({
    "https://lb.drpc.org/ogrpc?dkey=k,,drpc,false",
    "https://mainnet.infura.io/v3/k,,infura.io,false",
    "https://a.b.example.co.uk/k,,example.co.uk,false",
    "https://rpc.example.org/k,Rope & Sons,rope-sons,false",
    "https://rpc.example.org/k,public node,publicnode,false",
    "https://203.0.113.7/k,,203.0.113.7:443,true",
    "http://127.0.0.1:8545,,127.0.0.1:8545,true",
    "http://[fd00::1]:8545,,[fd00::1]:8545,true",
    "http://node.local,,node.local:80,true",
    "http://127.0.0.1:8545,Me,me,false",
    "ipc:/run/geth.ipc,,added,true",
  })
  void anAddedEndpointIsInTheGroupOfWhoeverRunsIt(
      String url, String operator, String group, boolean unproven) {
    EndpointConfig config =
        find(with(row("added", url, operator == null ? "" : operator, false)), "added");
    assertThat(config.group()).isEqualTo(group);
    assertThat(config.traits().unproven()).isEqualTo(unproven);
    assertThat(config.enabled()).isTrue();
  }

  @Test
  void oneDomainIsOneGroupWhateverItsEndpointsAreCalled() {
    List<EndpointConfig> all =
        with(
            row("plain", "https://a.rope.example/1", "", false),
            row("named", "https://b.rope.example/2", "Rope", false),
            row("other", "https://rope2.example/3", "Rope", false),
            row("third", "https://x.rope2.example/4", "", false),
            row("renamed", "https://eth.drpc.org/k", "Somebody Else", false));
    assertThat(
            List.of("plain", "named", "other", "third").stream().map(id -> find(all, id).group()))
        .containsOnly("rope");
    assertThat(find(all, "renamed").group()).isEqualTo("drpc");
    assertThat(find(all, "renamed").kind()).isEqualTo(Kind.AGGREGATOR);
    assertThat(find(all, "renamed").isWitness()).isFalse();
  }

  @Test
  void onesOwnNodesComeFirst() {
    List<EndpointConfig> all = with(row("mine", "http://127.0.0.1:8545", "", true));
    assertThat(all.getFirst().id().value()).isEqualTo("mine");
    assertThat(all.getFirst().kind()).isEqualTo(Kind.OWN);
  }

  @Test
  void keysAreInNoText() {
    EndpointConfig keyed =
        find(
            Endpoints.of(
                ETHEREUM,
                new EndpointChoices(
                    List.of(
                        new EndpointRow(
                            1,
                            "keyed",
                            "https://me:5ecret@rope.example/5ecret?k=5ecret",
                            "",
                            false,
                            "X-Key: 5ecret")),
                    Map.of(),
                    "any",
                    false,
                    Map.of()),
                OPERATORS),
            "keyed");
    assertThat(keyed.shownUrl()).isEqualTo("https://rope.example/…");
    assertThat(keyed.toString()).doesNotContain("5ecret");
    assertThat(keyed.traits().toString()).doesNotContain("5ecret");
    assertThat(find(with(row("s", "ipc:/home/me/geth.ipc", "", true)), "s").shownUrl())
        .isEqualTo("ipc:s");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://rope.example/v3/key?x=1",
        "http://localhost:8545",
        "http://mynode:8545",
        "http://10.0.0.1",
        "http://192.168.1.20:8545/",
        "http://172.31.0.1",
        "http://100.100.1.1",
        "http://[::1]:8545",
        "http://[fe80::1]:8545",
        "http://node.home.arpa",
        "ipc:/run/geth.ipc",
        "unix:///run/my%20node/geth.ipc"
      })
  void addressesThatAreTaken(String text) {
    assertThat(EndpointUrl.parse(text)).isNotNull();
  }

  @ParameterizedTest
  @CsvSource({
    "http://rope.example,plain-http",
    "http://8.8.8.8,plain-http",
    "http://172.32.0.1,plain-http",
    "http://100.128.0.1,plain-http",
    "http://localhost.example,plain-http",
    "http://127.0.0.1.example,plain-http",
    "wss://rope.example,bad-endpoint-url",
    "rope.example,bad-endpoint-url",
    "https://?k,bad-endpoint-url",
    "https://rope.example/#x,bad-endpoint-url",
    "file:/etc/passwd,bad-endpoint-url",
    "ipc:geth.ipc,bad-endpoint-url",
    "ipc:/a\u0000b,bad-endpoint-url",
    "ipc://host/geth.ipc,bad-endpoint-url",
  })
  void addressesThatAreNotTakenAreNotRepeated(String text, String code) {
    assertThatThrownBy(() -> EndpointUrl.parse(text))
        .asInstanceOf(InstanceOfAssertFactories.type(WalletException.class))
        .returns(code, WalletException::code)
        .satisfies(e -> assertThat(e.text()).doesNotContain(text));
  }

  @Test
  void idsAreFreshAndWellFormed() {
    List<String> ids = new ArrayList<>();
    for (String url :
        List.of("https://Rope.Example/k", "https://rope.example/2", "ipc:/x/_My Node!.ipc")) {
      ids.add(EndpointUrl.freshId(EndpointUrl.parse(url), Set.copyOf(ids)).value());
    }
    assertThat(ids).containsExactly("rope.example", "rope.example-2", "my-node-.ipc");
    URI longest = URI.create("https://" + "a".repeat(60) + "." + "b".repeat(60) + ".example");
    assertThat(EndpointUrl.freshId(longest, Set.of()).value()).hasSizeLessThanOrEqualTo(64);
  }
}
