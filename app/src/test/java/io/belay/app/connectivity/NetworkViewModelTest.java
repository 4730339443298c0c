package io.belay.app.connectivity;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.app.connectivity.NetworkSheet.Standing;
import io.belay.app.connectivity.ProbesViewModel.Stage;
import io.belay.app.fake.FakeEndpointDesk;
import io.belay.app.fake.FakeSession;
import io.belay.app.fake.FakeUi;
import io.belay.app.fake.FakeVault;
import io.belay.app.fx.SameThread;
import io.belay.core.chain.Chain;
import io.belay.core.chain.ChainRegistry;
import io.belay.core.chain.KnownNetwork;
import io.belay.core.rpc.EndpointConfig;
import io.belay.core.rpc.EndpointId;
import io.belay.core.rpc.EndpointPolicy;
import io.belay.core.rpc.Endpoints;
import io.belay.core.rpc.Independence.Addition;
import io.belay.core.rpc.Operators;
import io.belay.core.store.EgressRow;
import io.belay.core.store.EndpointChoices;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class NetworkViewModelTest {
  private final FakeEndpointDesk desk = new FakeEndpointDesk();
  private final SameThread background = new SameThread();
  private final NetworkViewModel model =
      new NetworkViewModel(FakeUi.with(background), desk, FakeSession.CHAIN.id());
  private final GroupWords words = new GroupWords(FakeUi.make());

  @BeforeEach
  void open() {
    model.start();
  }

  private NetworkSheet sheet() {
    return model.sheet().get().orElseThrow();
  }

  private EndpointConfig find(String id) {
    return sheet().endpoints().stream()
        .filter(c -> c.id().value().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private void typeAndAdd(String url, boolean own) {
    model.adding().url().set(url);
    model.adding().own().set(own);
    model.adding().add();
  }

  @Test
  void beginsWithTheOpenNetworkWhoseEndpointsAreGiven() {
    assertThat(model.networks().get().stream().map(Chain::name))
        .containsExactly("Practice", "Ethereum");
    assertThat(sheet().isFixed()).isTrue();
    assertThat(words.headline(sheet().independence()))
        .isEqualTo("6 endpoints = 5 independent groups");
    assertThat(words.effective(sheet().independence()))
        .isEqualTo("Effective redundancy 5: any 4 of them can fail, one by one, and one is left.");
    assertThat(sheet().independence().together().stream().map(words::together))
        .containsExactly("One operator, one voice: practice-2, practice-3.");
    model.enable(new EndpointId("practice-1"), false);
    assertThat(model.problem().get()).startsWith("The practice network's endpoints are given.");
  }

  @Test
  void addsTestsSwitchesAndRemoves() {
    model.choose(FakeEndpointDesk.ETHEREUM);
    typeAndAdd("https://node.example.org/v1/a-key", true);
    assertThat(model.adding().problem().get()).isEmpty();
    assertThat(model.adding().url().get()).isEmpty();
    assertThat(model.note().get()).isEqualTo("Saved. Ethereum goes by it from now on.");
    EndpointConfig added = find("node.example.org");
    assertThat(added.shownUrl()).isEqualTo("https://node.example.org/…");
    assertThat(sheet().standing(added)).isEqualTo(Standing.USED);

    model.probes().test(FakeEndpointDesk.ETHEREUM, added.id());
    assertThat(model.probes().outcomes().get().get(added.id()))
        .isEqualTo(
            new ProbesViewModel.Outcome(
                Stage.GOOD,
                "Serves chain 1, at block 23,100,412, 118 ms. Gives proofs. Reads by number only."
                    + " Runs reth."));
    model.enable(added.id(), false);
    assertThat(sheet().standing(find("node.example.org"))).isEqualTo(Standing.OFF);
    model.remove(added.id());
    assertThat(sheet().endpoints()).doesNotContain(added);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|An address is missing.",
        "node|An endpoint is an address that begins with https, or ipc: and the path of a node's"
            + " socket.",
        "http://node.example.org|Only this computer and this network are asked without"
            + " encryption. Use https.",
      })
  void whatIsWrongWithAnAddressIsSaidInOneLineUntilItIsMended(String url, String said) {
    model.choose(FakeEndpointDesk.ETHEREUM);
    typeAndAdd(url, false);
    assertThat(model.adding().problem().get()).isEqualTo(said);
    model.adding().url().set("https://node.example.org");
    assertThat(model.adding().problem().get()).isEmpty();
  }

  @Test
  void ownOnlyKeepsOthersOutAndAskWaitsForAYes() {
    model.choose(FakeEndpointDesk.ETHEREUM);
    EndpointConfig other =
        sheet().endpoints().stream()
            .filter(c -> sheet().standing(c) == Standing.USED)
            .findFirst()
            .orElseThrow();
    model.decide(EndpointPolicy.OWN_ONLY);
    assertThat(sheet().standing(other)).isEqualTo(Standing.KEPT_OUT);
    assertThat(sheet().isTestable(other)).isFalse();
    assertThat(words.headline(sheet().independence())).isEqualTo("No endpoint is in use");
    assertThat(words.effective(sheet().independence())).startsWith("Switch one on below");

    model.decide(EndpointPolicy.ASK);
    assertThat(sheet().standing(other)).isEqualTo(Standing.WAITS);
    assertThat(sheet().waiting()).isPositive();
    model.consent(true);
    assertThat(sheet().standing(other)).isEqualTo(Standing.USED);
    assertThat(sheet().waiting()).isZero();
  }

  @Test
  void aPolicyThatCannotBeKeptIsToldAndTheKeptOneStays() {
    model.choose(FakeEndpointDesk.ETHEREUM);
    desk.full = true;
    model.decide(EndpointPolicy.OWN_ONLY);
    assertThat(model.problem().get()).startsWith("No space left on the disk.");
    assertThat(model.note().get()).isEmpty();
    assertThat(sheet().policy()).isEqualTo(EndpointPolicy.ANY);
  }

  @Test
  void aTestCanBeCancelledAndIsForgottenWithItsNetwork() {
    model.choose(FakeEndpointDesk.ETHEREUM);
    EndpointId id = sheet().endpoints().getFirst().id();
    background.hold();
    model.probes().test(FakeEndpointDesk.ETHEREUM, id);
    assertThat(model.probes().outcomes().get().get(id))
        .extracting(ProbesViewModel.Outcome::stage)
        .isEqualTo(Stage.ASKING);
    model.probes().cancel(id);
    assertThat(model.probes().outcomes().get()).isEmpty();
    assertThat(desk.tested).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "wrong-chain|Of no use here: it serves chain 1.",
        "timeout|Of no use now: no answer in time.",
        "garbage|Of no use now: its answer is no JSON-RPC.",
        "never-heard-of|Of no use now: never heard of."
      })
  void troubleIsSaidInWords(String code, String said) {
    desk.trouble = Optional.of(code);
    model.probes().test(FakeEndpointDesk.ETHEREUM, new EndpointId("a"));
    assertThat(model.probes().outcomes().get().get(new EndpointId("a")))
        .isEqualTo(new ProbesViewModel.Outcome(Stage.BAD, said));
  }

  @Test
  void saysWhatWouldHelpMost() {
    model.choose(FakeEndpointDesk.ETHEREUM);
    Addition best = sheet().independence().additions().getFirst();
    assertThat(words.addition(best)).startsWith("What would help most: a node of your own.");
    typeAndAdd("ipc:/run/geth.ipc", true);
    sheet().independence().additions().stream()
        .findFirst()
        .ifPresent(next -> assertThat(words.addition(next)).contains("one more operator"));
  }

  @Test
  void listsWhoWasToldWhat() {
    desk.egress.add(
        new EgressRow(
            1, "alpine", FakeVault.DAILY, FakeSession.NOW.minusSeconds(60), FakeSession.NOW, 1200));
    model.choose(FakeEndpointDesk.ETHEREUM);
    assertThat(new EgressWords(FakeUi.make()).report(sheet()))
        .isEqualTo(
            "Ethereum\nalpine, "
                + FakeVault.DAILY
                + ", first 2026-11-22T14:05:12Z, last 2026-11-22T14:06:12Z, 1,200 requests\n");
  }

  @ParameterizedTest
  @EnumSource(EndpointPolicy.class)
  void everyPolicyAndStandingHasItsWords(EndpointPolicy policy) {
    var texts = FakeUi.make();
    assertThat(List.of("policy." + policy.word(), "policy." + policy.word() + ".detail"))
        .allMatch(key -> !texts.text(key).isBlank());
    for (Standing standing : Standing.values()) {
      assertThat(texts.text("net.standing." + standing.word())).isNotBlank();
    }
  }

  @Test
  void aDoorForSendingIsAddedAsSuchAndNeverReadFrom() {
    model.choose(FakeEndpointDesk.ETHEREUM);
    model.adding().sendsOnly().set(true);
    typeAndAdd("https://door.example.org", false);
    EndpointConfig door = find("door.example.org");
    assertThat(door.traits().reads()).isFalse();
    assertThat(sheet().standing(door)).isEqualTo(Standing.SENDS_ONLY);
    assertThat(model.adding().sendsOnly().get()).isFalse();
  }

  @Test
  void aPrivateRelayThatIsOnStandsInReserve() {
    model.choose(FakeEndpointDesk.ETHEREUM);
    EndpointConfig relay =
        sheet().endpoints().stream().filter(c -> c.traits().isPrivate()).findFirst().orElseThrow();
    assertThat(sheet().standing(relay)).isEqualTo(Standing.OFF);
    model.enable(relay.id(), true);
    assertThat(sheet().standing(find(relay.id().value()))).isEqualTo(Standing.RESERVE);
  }

  @Test
  void aSequencersDoorIsInReserveUntilItIsSwitchedOff() {
    KnownNetwork base = ChainRegistry.load(Duration.ofSeconds(4)).find("8453");
    Operators operators = Operators.of(List.of(base));
    List<EndpointConfig> all = Endpoints.of(base, EndpointChoices.NONE, operators);
    EndpointConfig door =
        all.stream().filter(c -> !c.traits().reads() && !c.traits().isPrivate()).findFirst().get();
    NetworkSheet fresh =
        NetworkSheet.of(base.chain(), all, EndpointChoices.NONE, Map.of(), List.of());
    assertThat(fresh.standing(door)).isEqualTo(Standing.RESERVE);
    EndpointChoices off =
        new EndpointChoices(List.of(), Map.of(door.id().value(), false), "any", false, Map.of());
    NetworkSheet shut =
        NetworkSheet.of(base.chain(), Endpoints.of(base, off, operators), off, Map.of(), List.of());
    assertThat(shut.standing(door)).isEqualTo(Standing.OFF);
  }

  @Test
  void theProxyIsSetShownWithoutItsLoginAndRemoved() {
    assertThat(model.proxy().words()).isEqualTo("Endpoints are reached directly.");
    model.proxy().typed().set("http://127.0.0.1");
    model.proxy().use();
    assertThat(model.proxy().problem().get())
        .isEqualTo("A proxy is an address such as socks5://127.0.0.1:9050.");
    model.proxy().typed().set("socks5://me:5ecret@127.0.0.1:9050");
    assertThat(model.proxy().problem().get()).isEmpty();
    model.proxy().use();
    assertThat(model.proxy().typed().get()).isEmpty();
    assertThat(model.proxy().words())
        .isEqualTo(
            "Endpoints are reached through socks5://127.0.0.1:9050. All have your log-in, and so"
                + " share one circuit.");
    model.proxy().remove();
    assertThat(desk.proxy()).isEmpty();
    assertThat(model.proxy().words()).isEqualTo("Endpoints are reached directly.");
  }
}
