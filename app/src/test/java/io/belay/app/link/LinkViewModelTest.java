package io.belay.app.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.app.fake.FakeSession;
import io.belay.app.fake.FakeUi;
import io.belay.base.ChainId;
import io.belay.core.chain.Chain;
import io.belay.core.money.PaymentUri;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LinkViewModelTest {
  private static final String TO = "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed";

  private final Chain here = new FakeSession().chain();
  private final Wallet wallet = new Wallet();
  private final LinkViewModel model = new LinkViewModel(FakeUi.make(), wallet);

  /// A wallet whose form may hold something already.
  private final class Wallet implements Payer {
    private final List<PaymentUri> filled = new ArrayList<>();
    private final List<ChainId> turned = new ArrayList<>();
    private boolean open = true;
    private boolean typed;
    private boolean signing;
    private Optional<Runnable> unknown = Optional.empty(); // once it is known what is in the form

    @Override
    public Optional<Chain> network() {
      return open ? Optional.of(here) : Optional.empty();
    }

    @Override
    public Optional<String> name(ChainId chain) {
      return chain.value() == 10 ? Optional.of("Optimism") : Optional.empty();
    }

    @Override
    public void turn(ChainId chain) {
      turned.add(chain);
    }

    @Override
    public boolean isKnown(Runnable later) {
      unknown = unknown.map(before -> later);
      return unknown.isEmpty();
    }

    private void reading() {
      unknown = Optional.of(() -> {});
    }

    private void read() {
      Runnable later = unknown.orElseThrow();
      unknown = Optional.empty();
      later.run();
    }

    @Override
    public boolean fill(PaymentUri asked, boolean over) {
      boolean free = !signing && (over || !typed);
      if (free) {
        filled.add(asked);
      }
      return free;
    }
  }

  @Test
  void anEmptyFormIsFilledAtOnce() {
    model.take("ethereum:" + TO + "@" + here.id() + "?value=5");
    assertThat(wallet.filled).hasSize(1);
    assertThat(model.title().get()).isEmpty();
  }

  @Test
  void withoutANetworkThePresentOneIsMeant() {
    model.take("ethereum:" + TO);
    assertThat(wallet.filled).hasSize(1);
  }

  @Test
  void itWaitsForTheVault() {
    wallet.open = false;
    model.take("ethereum:" + TO + "?value=5");
    assertThat(model.title().get()).contains("asks for a payment");
    assertThat(model.detail().get()).contains("0x5aAe…eAed");
    assertThat(model.action().get()).isEmpty();
    model.act();
    assertThat(wallet.filled).isEmpty();
    wallet.open = true;
    model.look();
    assertThat(wallet.filled).hasSize(1);
    model.look(); // once only
    assertThat(wallet.filled).hasSize(1);
  }

  /// What a crash had left in the form was lost to the link.
  @Test
  void itWaitsUntilItIsKnownWhatIsInTheForm() {
    wallet.reading();
    model.take("ethereum:" + TO);
    assertThat(wallet.filled).isEmpty();
    assertThat(model.title().get()).isEmpty(); // a moment of which nothing is said
    wallet.typed = true;
    wallet.read();
    assertThat(wallet.filled).isEmpty();
    assertThat(model.title().get()).contains("another payment");
  }

  @Test
  void whatIsKnownAfterTheLockFillsNothing() {
    wallet.reading();
    model.take("ethereum:" + TO);
    wallet.open = false;
    wallet.read();
    assertThat(wallet.filled).isEmpty();
    assertThat(model.title().get()).contains("asks for a payment");
  }

  @Test
  void whatAPersonTypedIsReplacedAtTheirWordOnly() {
    wallet.typed = true;
    model.take("ethereum:" + TO);
    assertThat(wallet.filled).isEmpty();
    assertThat(model.title().get()).contains("another payment");
    wallet.signing = true;
    model.act();
    assertThat(model.title().get()).isNotEmpty();
    wallet.signing = false;
    model.act();
    assertThat(wallet.filled).hasSize(1);
    assertThat(model.title().get()).isEmpty();
  }

  @Test
  void anotherNetworkIsTurnedToAtTheirWordOnly() {
    model.take("ethereum:" + TO + "@10");
    assertThat(model.title().get()).endsWith("Optimism");
    assertThat(wallet.turned).isEmpty();
    model.act();
    assertThat(wallet.turned).containsExactly(ChainId.of(10));
    assertThat(wallet.filled).isEmpty();
    model.take("ethereum:" + TO + "@137");
    assertThat(model.action().get()).isEqualTo("Turn to chain 137");
  }

  @Test
  void whatIsNoPaymentSaysSoAndForgetsTheOneBefore() {
    wallet.open = false;
    model.take("ethereum:" + TO);
    model.take("ethereum:" + TO + "/approve?address=" + TO + "&uint256=1");
    assertThat(model.title().get()).contains("does not fill in");
    wallet.open = true;
    model.look();
    assertThat(wallet.filled).isEmpty();
    model.dismiss();
    assertThat(model.title().get()).isEmpty();
  }

  @Test
  void whatIsPutAwayIsForgotten() {
    wallet.open = false;
    model.take("ethereum:" + TO);
    model.dismiss();
    wallet.open = true;
    model.look();
    assertThat(wallet.filled).isEmpty();
  }
}
