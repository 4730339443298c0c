package io.belay.core.chain;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.base.ChainId;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RuleBookTest {
  private final RuleBook book = RuleBook.load();

  @Test
  void everyNetworkOfTheRegistryHasRules() {
    for (KnownNetwork network : ChainRegistry.load(Duration.ofSeconds(4)).networks()) {
      Chain chain = network.chain();
      assertThat(book.knows(chain.id())).as(chain.name()).isTrue();
      Duration least = Duration.ofMillis(chain.practice() ? 500 : 2000);
      assertThat(chain.rules().minPoll()).as(chain.name()).isGreaterThanOrEqualTo(least);
      assertThat(chain.rules().finality()).as(chain.name()).isNotNull();
    }
  }

  @Test
  void onlyChainsWithASeenHeaderAreHeldToItsHash() {
    assertThat(ChainRegistry.load(Duration.ofSeconds(4)).networks())
        .filteredOn(n -> n.chain().rules().header() == Chain.HeaderKind.ETHEREUM)
        .extracting(n -> n.chain().shortName())
        .containsExactly("practice", "eth", "sep", "hoe");
  }

  @Test
  void aChainNobodyWroteDownIsHeldToNothing() {
    Chain.Rules rules = book.of(ChainId.of(999_999_999), true);

    assertThat(rules.header()).isEqualTo(Chain.HeaderKind.OPAQUE);
    assertThat(rules.baseFee()).isEqualTo(new BaseFeeRule.None());
    assertThat(rules.finality()).isEqualTo(new Finality.Tags());
    assertThat(rules.dataFee()).isEqualTo(DataFee.UNKNOWN);
    assertThat(rules.minPoll()).isEqualTo(Duration.ofSeconds(2));
    assertThat(rules.feeMarket()).isTrue();
  }

  @Test
  void rollupsChargeForData() {
    assertThat(book.of(ChainId.of(10), true).dataFee()).isEqualTo(DataFee.OP);
    assertThat(book.of(ChainId.of(534_352), true).dataFee()).isEqualTo(DataFee.SCROLL);
    assertThat(book.of(ChainId.of(42_161), true).dataFee()).isEqualTo(DataFee.INCLUDED);
    assertThat(book.of(ChainId.of(1), true).dataFee()).isEqualTo(DataFee.NONE);
    assertThat(book.of(ChainId.of(1), true).baseFee()).isEqualTo(BaseFeeRule.ETHEREUM);
  }
}
