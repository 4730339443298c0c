package io.belay.app.unlock;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.app.fake.FakeUi;
import io.belay.app.fake.FakeVault;
import io.belay.app.fx.SameThread;
import io.belay.app.unlock.OnboardingViewModel.Leaf;
import io.belay.app.unlock.VaultDoor.Opened;
import io.belay.base.WalletException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OnboardingViewModelTest {
  private final List<String> deeds = new ArrayList<>();
  private final List<Way> inside = new ArrayList<>();
  private final FakeVault door = new FakeVault();
  private final SameThread background = new SameThread();
  private boolean whole = true;
  private boolean broken;

  private final NetworkQuestion question =
      new NetworkQuestion() {
        @Override
        public void practise() {
          deeds.add("practise");
        }

        @Override
        public boolean isWhole() {
          return whole;
        }

        @Override
        public String answer() {
          return "Ethereum";
        }

        @Override
        public Runnable deed() {
          return () -> {
            if (broken) {
              throw new WalletException("disk-full", "no room");
            }
            deeds.add("deed");
          };
        }
      };

  private final OnboardingViewModel model =
      new OnboardingViewModel(FakeUi.with(background), question, (vault, way) -> inside.add(way));

  private Opened vault() {
    return door.unlock("Main vault", FakeVault.PASSWORD.toCharArray());
  }

  private void untilNetworks(Way way) {
    model.begin(way);
    model.made();
    model.opened(vault());
  }

  @Test
  void goesFromTheVaultOverItsWordsAndTheNetworksIn() {
    assertThat(model.leaf().get()).isEqualTo(Leaf.CHOICE);
    assertThat(model.canGoBack()).isFalse();
    model.begin(Way.CREATE);
    assertThat(model.canGoOn()).isFalse();
    model.made();
    model.opened(vault());
    assertThat(model.leaf().get()).isEqualTo(Leaf.NETWORKS);
    model.next();
    assertThat(model.leaf().get()).isEqualTo(Leaf.READY);
    assertThat(deeds).isEmpty();
    assertThat(model.vaultSays()).contains("Main vault");
    assertThat(model.networksSay()).isEqualTo("Ethereum");
    model.finish();
    assertThat(deeds).containsExactly("deed");
    assertThat(inside).containsExactly(Way.CREATE);
  }

  @Test
  void anAnswerThatIsNotWholeLeadsNowhere() {
    untilNetworks(Way.CREATE);
    whole = false;
    model.next();
    assertThat(model.leaf().get()).isEqualTo(Leaf.NETWORKS);
  }

  @Test
  void eachStepLeadsBackToTheOneBefore() {
    untilNetworks(Way.CREATE);
    model.next();
    List<Leaf> way = new ArrayList<>();
    while (model.canGoBack()) {
      model.back();
      way.add(model.leaf().get());
    }
    assertThat(way).containsExactly(Leaf.NETWORKS, Leaf.KEPT, Leaf.MADE);
    model.back();
    assertThat(model.leaf().get()).isEqualTo(Leaf.MADE);
    model.next();
    model.next();
    assertThat(model.leaf().get()).isEqualTo(Leaf.NETWORKS);
  }

  @Test
  void wordsThatWereNotCheckedComeBackAfterALookAtTheVault() {
    model.begin(Way.CREATE);
    model.made();
    model.back();
    assertThat(model.leaf().get()).isEqualTo(Leaf.MADE);
    assertThat(model.vaultSays()).contains("on this computer");
    model.next();
    assertThat(model.leaf().get()).isEqualTo(Leaf.WORDS);
  }

  @Test
  void aFormLeadsBackToTheChoice() {
    model.begin(Way.WORDS);
    model.next();
    assertThat(model.leaf().get()).isEqualTo(Leaf.FORM);
    model.back();
    assertThat(model.leaf().get()).isEqualTo(Leaf.CHOICE);
  }

  @Test
  void practiceIsAskedForNoNetwork() {
    untilNetworks(Way.PRACTICE);
    assertThat(model.leaf().get()).isEqualTo(Leaf.READY);
    assertThat(deeds).containsExactly("practise");
    assertThat(model.wordsSay()).contains("Not needed for practice");
    model.back();
    assertThat(model.leaf().get()).isEqualTo(Leaf.KEPT);
    model.next();
    assertThat(model.leaf().get()).isEqualTo(Leaf.READY);
  }

  /// A backup leads back to the gate before it comes to that.
  @ParameterizedTest
  @EnumSource(value = Way.class, mode = EnumSource.Mode.EXCLUDE, names = "BACKUP")
  void whatComesNextIsSaid(Way way) {
    model.begin(way);
    assertThat(model.nextSays()).startsWith("Next ");
    assertThat(model.wordsSay()).isNotBlank();
  }

  @Test
  void whatFailsIsSaidAndTriedAgain() {
    untilNetworks(Way.CREATE);
    model.next();
    broken = true;
    model.finish();
    assertThat(model.problem().get()).isNotBlank();
    assertThat(model.busy().get()).isFalse();
    assertThat(inside).isEmpty();
    broken = false;
    model.finish();
    assertThat(model.problem().get()).isEmpty();
    assertThat(inside).hasSize(1);
    model.finish();
    assertThat(inside).hasSize(1);
  }

  @Test
  void nothingIsDoneTwiceWhileItIsUnderWay() {
    untilNetworks(Way.CREATE);
    model.next();
    background.hold();
    model.finish();
    model.back();
    assertThat(model.leaf().get()).isEqualTo(Leaf.READY);
    assertThat(model.busy().get()).isTrue();
  }

  @Test
  void aVaultIsLockedWhenNobodyIsThereAnyMore() {
    untilNetworks(Way.CREATE);
    assertThat(model.holdsVault()).isTrue();
    model.drop();
    assertThat(model.holdsVault()).isFalse();
    assertThat(door.closed).isEqualTo(1);
    model.opened(vault()); // one that was being restored meanwhile
    assertThat(door.closed).isEqualTo(2);
  }
}
