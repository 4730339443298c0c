package io.belay.keystore.hd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belay.base.Address;
import io.belay.base.WalletException;
import io.belay.keystore.hd.AccountDiscovery.Found;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AccountDiscoveryTest {
  private static final String WORDS = "test test test test test test test test test test test junk";

  private final Set<Address> used = new HashSet<>();
  private final List<Found> looked = new ArrayList<>();
  private Seed seed;

  @BeforeEach
  void derive() {
    try (Mnemonic words = Mnemonic.parse(WORDS.toCharArray())) {
      seed = words.seed();
    }
  }

  @AfterEach
  void wipe() {
    seed.close();
  }

  private void use(PathScheme scheme, int index) {
    used.add(seed.address(scheme.path(index)));
  }

  private List<String> found() throws InterruptedException {
    return new AccountDiscovery(seed::address, used::contains)
        .run(looked::add).stream().map(found -> found.path().toString()).toList();
  }

  @Test
  void nothingUsedIsNothingFoundAfterThreeGaps() throws InterruptedException {
    assertThat(found()).isEmpty();
    assertThat(looked).hasSize(3 * AccountDiscovery.GAP_LIMIT);
  }

  @Test
  void everyLayoutIsWalkedAndTheSharedPathCountsOnce() throws InterruptedException {
    use(PathScheme.BIP_44, 0);
    use(PathScheme.BIP_44, 3);
    use(PathScheme.LEDGER_LIVE, 2);
    use(PathScheme.LEGACY, 1);
    assertThat(found())
        .containsExactly(
            "m/44'/60'/0'/0/0", "m/44'/60'/0'/0/3", "m/44'/60'/2'/0/0", "m/44'/60'/0'/1");
  }

  @Test
  void theGapEndsTheSearchAndIsCountedAnewAfterEachFind() throws InterruptedException {
    use(PathScheme.BIP_44, 19);
    use(PathScheme.BIP_44, 39);
    use(PathScheme.BIP_44, 60); // behind a gap of 20
    assertThat(found()).containsExactly("m/44'/60'/0'/0/19", "m/44'/60'/0'/0/39");
  }

  @Test
  void unknownIsNotUnused() {
    AccountDiscovery discovery =
        new AccountDiscovery(
            seed::address,
            address -> {
              throw new WalletException("no-way-to-chain", "nobody can say");
            });
    assertThatThrownBy(() -> discovery.run(looked::add))
        .extracting("code")
        .isEqualTo("no-way-to-chain");
  }

  @Test
  void indexesAreNotNegative() {
    for (PathScheme scheme : PathScheme.values()) {
      assertThatThrownBy(() -> scheme.path(-1)).extracting("code").isEqualTo("bad-path");
    }
  }
}
