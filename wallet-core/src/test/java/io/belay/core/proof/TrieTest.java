package io.belay.core.proof;

import static io.belay.core.proof.NaiveRoot.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.belay.base.Bytes32;
import io.belay.base.Keccak;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrieTest {
  private static final String DOGS =
      "0x8aad789dff2f538bca5d8ea56e8abe10f4c7ba3a5dea95fea4cd6e7c3a1168d3";

  static Trie dogs() {
    return Trie.empty()
        .put(text("doe"), text("reindeer"))
        .put(text("dog"), text("puppy"))
        .put(text("dogglesworth"), text("cat"));
  }

  @Test
  void emptyTrieHasTheKnownRoot() {
    assertThat(Trie.empty().root()).isEqualTo(Trie.EMPTY_ROOT);
    assertThat(Trie.empty().prove(text("any"))).isEmpty();
    assertThat(Keccak.hash(new byte[] {(byte) 0x80})).isEqualTo(Trie.EMPTY_ROOT);
  }

  @Test
  void knownTrieHasTheKnownRoot() {
    assertThat(dogs().root()).isEqualTo(Bytes32.parse(DOGS));
    assertThat(dogs().get(text("dog"))).hasValue(text("puppy"));
    assertThat(dogs().get(text("dogg"))).isEmpty();
    assertThat(dogs().get(text("do"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 20, 32})
  void rootsEqualTheNaiveDefinitionWhileKeysComeAndGo(int longest) {
    Random random = new Random(longest);
    Trie trie = Trie.empty();
    NaiveRoot naive = new NaiveRoot();
    List<byte[]> keys = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      byte[] key = bytes(random, random.nextInt(longest + 1));
      byte[] value = bytes(random, 1 + random.nextInt(60));
      trie = trie.put(key, value);
      naive.put(key, value);
      keys.add(key);
      if (i % 100 == 0) {
        assertThat(trie.root()).isEqualTo(naive.root());
      }
    }
    Collections.shuffle(keys, random);
    for (int i = 0; i < keys.size(); i++) {
      if (i % 100 == 0) {
        assertThat(trie.root()).isEqualTo(naive.root());
      }
      trie = trie.remove(keys.get(i));
      naive.remove(keys.get(i));
    }
    assertThat(trie.root()).isEqualTo(Trie.EMPTY_ROOT);
  }

  @Test
  void thousandHashedKeysEqualTheNaiveDefinitionInAnyOrder() {
    Random random = new Random(7);
    List<byte[]> keys = new ArrayList<>();
    NaiveRoot naive = new NaiveRoot();
    for (int i = 0; i < 1000; i++) {
      byte[] key = Keccak.hash(bytes(random, 20)).toArray();
      keys.add(key);
      naive.put(key, key);
    }
    for (int round = 0; round < 5; round++) {
      Collections.shuffle(keys, random);
      assertThat(filled(keys).root()).isEqualTo(naive.root());
    }
  }

  @Test
  void removingWhatWasAddedRestoresTheRoot() {
    Trie trie = dogs();
    for (String key : List.of("d", "do", "dogs", "dogglesworths", "cat", "")) {
      Trie more = trie.put(text(key), text("value of a length that is not embedded in a parent"));
      assertThat(more.root()).isNotEqualTo(trie.root());
      assertThat(more.remove(text(key)).root()).isEqualTo(trie.root());
    }
    assertThat(trie.put(text("dog"), new byte[0]).root())
        .isEqualTo(trie.remove(text("dog")).root());
  }

  @Test
  void removingAnAbsentKeyChangesNothing() {
    Trie trie = dogs();
    for (String key : List.of("", "d", "dogg", "zebra", "dogglesworthy")) {
      assertThat(trie.remove(text(key))).isSameAs(trie);
    }
  }

  @Test
  void olderTriesKeepTheirContentAndCallersCannotReachInside() {
    byte[] value = text("puppy");
    Trie before = Trie.empty().put(text("dog"), value);
    Bytes32 root = before.root();
    Trie after = before.put(text("dog"), text("hound")).put(text("cow"), text("calf"));
    value[0] = 'x';
    before.get(text("dog")).orElseThrow()[0] = 'y';
    before.prove(text("dog")).getFirst()[0] = 'z';
    assertThat(before.get(text("dog"))).hasValue(text("puppy"));
    assertThat(before.root()).isEqualTo(root);
    assertThat(before.prove(text("dog")).getFirst()[0]).isNotEqualTo((byte) 'z');
    assertThat(after.get(text("dog"))).hasValue(text("hound"));
  }

  static Trie filled(List<byte[]> keys) {
    Trie trie = Trie.empty();
    for (byte[] key : keys) {
      trie = trie.put(key, key);
    }
    return trie;
  }

  static byte[] bytes(Random random, int length) {
    byte[] out = new byte[length];
    random.nextBytes(out);
    return out;
  }
}
