package io.belay.core.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belay.base.Rlp;
import io.belay.base.WalletException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrderedTrieTest {
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 16, 17, 127, 128, 129, 256, 300})
  void rootEqualsTheNaiveDefinition(int count) {
    Random random = new Random(count);
    List<byte[]> items = new ArrayList<>();
    NaiveRoot naive = new NaiveRoot();
    for (int i = 0; i < count; i++) {
      byte[] item = TrieTest.bytes(random, 1 + random.nextInt(200));
      items.add(item);
      naive.put(Rlp.encode(Rlp.of(i)), item);
    }
    assertThat(OrderedTrie.root(items)).isEqualTo(naive.root());
    if (count == 0) {
      assertThat(OrderedTrie.root(items)).isEqualTo(Trie.EMPTY_ROOT);
    } else if (count > 1) {
      assertThat(OrderedTrie.root(items.reversed())).isNotEqualTo(naive.root());
    }
  }

  @Test
  void anEmptyItemIsRefused() {
    assertThatThrownBy(() -> OrderedTrie.root(List.of(new byte[] {1}, new byte[0])))
        .isInstanceOf(WalletException.class);
  }
}
