package io.belay.app.networks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belay.app.fake.FakeNetworkDesk;
import io.belay.app.fake.FakeUi;
import io.belay.app.networks.AddNetworkViewModel.Field;
import io.belay.app.networks.FirstNetworksViewModel.Through;
import io.belay.base.ChainId;
import io.belay.base.WalletException;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FirstNetworksViewModelTest {
  private static final ChainId ETHEREUM = ChainId.of(1);
  private static final ChainId BASE = ChainId.of(8453);

  private final FakeNetworkDesk desk = new FakeNetworkDesk();
  private final FirstNetworksViewModel model = new FirstNetworksViewModel(FakeUi.make(), desk);

  @BeforeEach
  void load() {
    model.load();
  }

  private void through(Through by) {
    model.through().set(Optional.of(by));
  }

  @Test
  void offersWhatHasMoneyAndTakesEthereumUntilToldOtherwise() {
    assertThat(model.lines().get())
        .noneMatch(line -> line.chain().practice() || line.standing().testnet())
        .hasSizeGreaterThan(5);
    assertThat(model.taken()).extracting(line -> line.chain().id()).containsExactly(ETHEREUM);
    model.choose(ETHEREUM, false);
    model.choose(BASE, true);
    assertThat(model.taken()).extracting(line -> line.chain().id()).containsExactly(BASE);
  }

  @Test
  void throughWhomIsForThePersonToSay() {
    assertThat(model.isWhole()).isFalse();
    assertThat(model.problem().get()).contains("yours to say");
    assertThat(model.strangers()).contains("learns your IP address");
    through(Through.PUBLIC);
    assertThat(model.isWhole()).isTrue();
    assertThat(model.answer()).isEqualTo("Ethereum, through several public providers.");
  }

  @Test
  void nothingIsWrittenBeforeItIsCarriedOut() {
    through(Through.PUBLIC);
    model.choose(BASE, true);
    Supplier<Optional<ChainId>> decided = model.decided();
    assertThat(desk.done).isEmpty();
    assertThat(decided.get()).contains(ETHEREUM);
    assertThat(desk.done).containsExactly("begin 1 any", "begin 8453 any");
  }

  @Test
  void noNetworkAtAllIsNoAnswer() {
    model.choose(ETHEREUM, false);
    through(Through.PUBLIC);
    assertThat(model.isWhole()).isFalse();
    assertThat(model.problem().get()).contains("at least one network");
    through(Through.PRACTICE);
    assertThat(model.isWhole()).isTrue();
    assertThat(model.decided().get()).isEmpty();
    assertThat(desk.done).isEmpty();
    assertThat(model.answer()).contains("practice network");
  }

  @Test
  void onlyOnesOwnNodeNeedsOne() {
    through(Through.OWN);
    assertThat(model.isWhole()).isFalse();
    assertThat(model.problem().get()).startsWith("Ethereum: type the address");
    model.node(ETHEREUM).set("127.0.0.1 8545");
    assertThat(model.isWhole()).isFalse();
    assertThat(model.problem().get()).contains("begins with https").contains("A node of yours");
    for (String odd : new String[] {"wss://node.example", "mailto:me", "file:///etc/passwd"}) {
      model.node(ETHEREUM).set(odd);
      assertThat(model.isWhole()).as(odd).isFalse();
    }
    model.node(ETHEREUM).set("http://node.example.com:8545");
    assertThat(model.isWhole()).isFalse();
    assertThat(model.problem().get()).contains("Use https");
    model.node(ETHEREUM).set("http://127.0.0.1:8545/");
    assertThat(model.isWhole()).isTrue();
    assertThat(model.answer()).contains("your own node only");
    decide();
    assertThat(desk.done).containsExactly("own 1 http://127.0.0.1:8545/", "begin 1 own-only");
  }

  private void decide() {
    assertThat(model.decided().get()).isNotNull();
  }

  @Test
  void carriedOutAgainItGoesOnWhereItStopped() {
    through(Through.ASK);
    model.node(ETHEREUM).set("http://127.0.0.1:8545/");
    assertThat(model.answer()).contains("only after your yes");
    decide();
    decide();
    assertThat(desk.done).last().isEqualTo("begin 1 ask");
  }

  @Test
  void aPublicEndpointIsNotOnesOwnNode() {
    through(Through.OWN);
    String taken = model.taken().getFirst().endpoints().getFirst().url().toString();
    model.node(ETHEREUM).set(taken);
    assertThatThrownBy(() -> model.decided().get())
        .isInstanceOf(WalletException.class)
        .hasMessageContaining("there already");
  }

  @Test
  void aNodeThatWasFoundIsEnough() {
    through(Through.OWN);
    model.finding().choose(model.taken().getFirst().chain());
    model.finding().look();
    model.finding().add(FakeNetworkDesk.NODE);
    assertThat(model.isWhole()).isTrue();
  }

  @Test
  void aNetworkOfOnesOwnIsTaken() {
    model.adding().text(Field.NAME).set("Rope");
    model.adding().text(Field.CHAIN_ID).set("4242");
    model.adding().text(Field.SHORT_NAME).set("rope");
    model.adding().text(Field.SYMBOL).set("ETH");
    model.adding().text(Field.URLS).set("https://rope.example.org");
    model.adding().add();
    assertThat(model.fresh().get()).isEqualTo("Rope");
    assertThat(model.taken()).extracting(line -> line.chain().name()).contains("Rope");
  }
}
