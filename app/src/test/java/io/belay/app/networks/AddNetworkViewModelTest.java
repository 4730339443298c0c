package io.belay.app.networks;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.app.fake.FakeNetworkDesk;
import io.belay.app.fake.FakeUi;
import io.belay.app.fx.SameThread;
import io.belay.app.networks.AddNetworkViewModel.Field;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddNetworkViewModelTest {
  private static final String GOOD =
      "{\"chainId\":4242,\"name\":\"Rope\",\"rpc\":[],"
          + "\"nativeCurrency\":{\"symbol\":\"RPE\",\"decimals\":18}}";

  private final FakeNetworkDesk desk = new FakeNetworkDesk();
  private final List<String> added = new ArrayList<>();
  private final SameThread background = new SameThread();
  private final AddNetworkViewModel model =
      new AddNetworkViewModel(FakeUi.with(background), desk, added::add);

  @BeforeEach
  void type() {
    model.text(Field.NAME).set("Rope");
    model.text(Field.CHAIN_ID).set("4242");
    model.text(Field.SYMBOL).set("RPE");
  }

  @ParameterizedTest
  @CsvSource({
    "CHAIN_ID, 0",
    "CHAIN_ID, 1",
    "CHAIN_ID, four",
    "CHAIN_ID, 9007199254740993",
    "CHAIN_ID, 99999999999999999999",
    "NAME, Ethereum",
    "NAME, '<b>Rope</b>'",
    "NAME, ''",
    "SHORT_NAME, 4rope",
    "SYMBOL, R P",
    "DECIMALS, 37",
    "DECIMALS, ''",
    "URLS, http://rope.example.org",
    "URLS, rope"
  })
  void whatIsWrongIsSaidAtItsField(Field field, String text) {
    model.text(field).set(text);
    model.add();
    assertThat(model.problem(field).get()).isNotEmpty().doesNotContain("(");
    assertThat(desk.done).isEmpty();
    assertThat(added).isEmpty();
    model.text(field).set("8");
    assertThat(model.problem(field).get()).isEmpty();
  }

  @Test
  void whatIsTypedIsAddedAndTheFormIsEmptyAfterwards() {
    model.text(Field.CHAIN_ID).set(" 0x1092 ");
    model.text(Field.SHORT_NAME).set("rope");
    model.text(Field.URLS).set("https://a.example\n\n  http://127.0.0.1:9000 ");
    model.testnet().set(true);
    model.add();
    assertThat(added).containsExactly("Rope");
    NetworkLine rope = desk.lines().getLast();
    assertThat(rope.chain().id().value()).isEqualTo(4242);
    assertThat(rope.chain().shortName()).isEqualTo("rope");
    assertThat(rope.standing().testnet()).isTrue();
    assertThat(rope.endpoints()).hasSize(2);
    assertThat(model.text(Field.NAME).get()).isEmpty();
    assertThat(model.text(Field.DECIMALS).get()).isEqualTo("18");
  }

  @Test
  void aFileIsRead(@TempDir Path directory) throws IOException {
    model.addFile(Files.writeString(directory.resolve("rope.json"), GOOD));
    assertThat(added).containsExactly("Rope");
    model.addFile(directory.resolve("none.json"));
    assertThat(model.problem(Field.FILE).get()).startsWith("The file cannot be read.");
  }

  @Test
  void aPastedTextThatIsTooLongIsNotRead() {
    model.text(Field.FILE).set(" ".repeat(70_000) + GOOD);
    model.addPasted();
    assertThat(model.problem(Field.FILE).get()).isEqualTo("The file is too long.");
  }

  @Test
  void aFileWhoseChainNoWalletCanHaveIsRefused() {
    model.text(Field.FILE).set(GOOD.replace("4242", "9007199254740993"));
    model.addPasted();
    assertThat(model.problem(Field.FILE).get()).isNotEmpty();
    assertThat(desk.done).isEmpty();
  }

  @Test
  void aSecondPressWhileItIsAddedDoesNothing() {
    background.hold();
    model.add();
    assertThat(model.busy().get()).isTrue();
    model.add();
    assertThat(desk.done).isEmpty();
  }
}
