package io.belay.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.app.fake.FakeSession;
import io.belay.app.fake.FakeVault;
import io.belay.core.chain.ChainRegistry;
import io.belay.core.state.Observed;
import java.time.Duration;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// A payment that a link asks for, in a headless window.
class LinkWindowUiTest {
  private static final String LINK = "ethereum:" + FakeVault.DAILY + "?value=2.5e17";

  @RegisterExtension final WindowFixture window = new WindowFixture();

  private static String text(Hands hands, String id) {
    return Hands.ask(() -> hands.find(id, TextField.class).getText());
  }

  @Test
  void itWaitsForTheVaultAndIsFilledInThen() throws Exception {
    window.session.balances.put(
        FakeVault.SAVINGS,
        new Observed.Proven<>(FakeSession.ether("4.18"), FakeSession.evidence("alpine", "birch")));
    Hands hands = window.open();
    window.link(LINK);
    hands.await("A link asks for a payment");
    hands.pictures("link-locked");
    window.unlock(hands);
    hands.await("Filled in from a link");
    assertThat(text(hands, "#to")).isEqualTo(FakeVault.DAILY.toString());
    assertThat(text(hands, "#amount")).isEqualTo("0.25");
    hands.pictures("link-filled");
    assertThat(window.session.sent).isEmpty();
  }

  /// The strip went on to show the first payee.
  @Test
  void ofTwoLinksThatWaitTheSecondIsShown() throws Exception {
    Hands hands = window.open();
    window.link(LINK);
    hands.await("0xfB69…d359");
    window.link("ethereum:" + FakeVault.SAVINGS + "?value=1");
    hands.await("0x5aAe…eAed");
    assertThat(Hands.ask(hands::texts)).noneMatch(text -> text.contains("0xfB69…d359"));
  }

  @Test
  void whatIsTypedIsReplacedByAButtonOnly() throws Exception {
    Hands hands = window.unlocked();
    window.link(LINK);
    hands.await("Filled in from a link");
    hands.fill("#amount", "3");
    window.link("ethereum:" + FakeVault.SAVINGS + "?value=1e18");
    hands.await("A link asks for another payment");
    assertThat(text(hands, "#amount")).isEqualTo("3");
    hands.pictures("link-typed");
    hands.fire("#link-act");
    hands.awaitThat("replaced", () -> text(hands, "#amount").equals("1"));
    assertThat(text(hands, "#to")).isEqualTo(FakeVault.SAVINGS.toString());
  }

  /// It was called by its number, as the names were not read yet.
  @Test
  void aNetworkThatIsUsedIsCalledByItsName() throws Exception {
    window.nets.unopened.add(ChainRegistry.load(Duration.ofSeconds(4)).find("10").chain());
    Hands hands = window.open();
    window.link("ethereum:" + FakeVault.DAILY + "@10?value=1");
    hands.await("A link asks for a payment");
    window.unlock(hands);
    hands.await("A link asks for a payment on " + window.nets.unopened.getFirst().name());
  }

  @Test
  void aLinkToAnotherNetworkSaysWhere() throws Exception {
    Hands hands = window.unlocked();
    window.link("ethereum:" + FakeVault.DAILY + "@4242?value=1");
    hands.await("A link asks for a payment on chain 4242");
    hands.fire("#link-act");
    hands.await("There is no such network.");
    hands.fire("#link-dismiss");
    hands.awaitThat("gone", () -> !Hands.isShown(hands.find("#link", Node.class)));
  }
}
