package io.belay.core.proof;

import static io.belay.core.proof.MerklePatricia.verify;
import static io.belay.core.proof.NaiveRoot.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.belay.base.Bytes32;
import io.belay.base.Hex;
import io.belay.base.Keccak;
import io.belay.base.Rlp;
import io.belay.base.WalletException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MerklePatriciaTest {
  private static final byte[] EMPTY_NODE = {(byte) 0x80};

  private final List<byte[]> keys = new ArrayList<>();
  private final Trie trie = hashedKeys(500);

  @Test
  void everyKeyIsProvenAndEveryOtherIsProvenAbsent() {
    Random random = new Random(3);
    for (byte[] key : keys) {
      assertThat(verify(trie.root(), key, trie.prove(key))).hasValue(key);
      byte[] other = TrieTest.bytes(random, 32);
      assertThat(verify(trie.root(), other, trie.prove(other))).isEmpty();
    }
  }

  @Test
  void shortKeysAndEmbeddedNodesAreProven() {
    Random random = new Random(4);
    Trie small = Trie.empty();
    for (int i = 0; i < 300; i++) {
      byte[] value = TrieTest.bytes(random, 1 + random.nextInt(3));
      small = small.put(TrieTest.bytes(random, random.nextInt(4)), value);
    }
    for (int i = 0; i < 3000; i++) {
      byte[] key = TrieTest.bytes(random, random.nextInt(5));
      assertThat(verify(small.root(), key, small.prove(key)).map(Hex::encode))
          .isEqualTo(small.get(key).map(Hex::encode));
    }
  }

  @Test
  void knownTrieProvesPresenceAndEachKindOfAbsence() {
    Trie dogs = TrieTest.dogs();
    for (String key : List.of("", "d", "do", "dogg", "dogs", "cat", "dogglesworthy")) {
      assertThat(verify(dogs.root(), text(key), dogs.prove(text(key)))).isEmpty();
    }
    assertThat(verify(dogs.root(), text("doe"), dogs.prove(text("doe"))))
        .hasValue(text("reindeer"));
  }

  @Test
  void emptyRootProvesAbsenceWithoutNodesOrWithTheEmptyNode() {
    assertThat(verify(Trie.EMPTY_ROOT, text("any"), List.of())).isEmpty();
    assertThat(verify(Trie.EMPTY_ROOT, text("any"), List.of(EMPTY_NODE))).isEmpty();
    refused(Trie.EMPTY_ROOT, text("any"), List.of(EMPTY_NODE, EMPTY_NODE));
    refused(Trie.EMPTY_ROOT, text("any"), List.of(new byte[0]));
    refused(Trie.EMPTY_ROOT, keys.getFirst(), trie.prove(keys.getFirst()));
    refused(trie.root(), text("any"), List.of());
    refused(trie.root(), text("any"), List.of(EMPTY_NODE));
  }

  @Test
  void everyFlippedByteIsRefused() {
    byte[] absent = new byte[32];
    for (byte[] key : List.of(keys.getFirst(), absent)) {
      List<byte[]> proof = trie.prove(key);
      assertThat(proof).hasSizeGreaterThan(1);
      for (int node = 0; node < proof.size(); node++) {
        for (int at = 0; at < proof.get(node).length; at++) {
          List<byte[]> changed = new ArrayList<>(proof);
          byte[] flipped = proof.get(node).clone();
          flipped[at] ^= (byte) (1 << (at % 8));
          changed.set(node, flipped);
          refused(trie.root(), key, changed);
        }
      }
    }
  }

  @Test
  void missingAddedRepeatedAndReorderedNodesAreRefused() {
    byte[] key = keys.getFirst();
    List<byte[]> proof = trie.prove(key);
    for (int i = 0; i < proof.size(); i++) {
      List<byte[]> fewer = new ArrayList<>(proof);
      fewer.remove(i);
      refused(trie.root(), key, fewer);
      List<byte[]> twice = new ArrayList<>(proof);
      twice.add(i, proof.get(i));
      refused(trie.root(), key, twice);
    }
    List<byte[]> longer = new ArrayList<>(proof);
    longer.add(TrieTest.dogs().prove(text("dog")).getFirst());
    refused(trie.root(), key, longer);
    refused(trie.root(), key, proof.reversed());
    List<byte[]> swapped = new ArrayList<>(proof);
    Collections.swap(swapped, 0, 1);
    refused(trie.root(), key, swapped);
  }

  @Test
  void anotherKeysOrAnotherRootsProofIsRefused() {
    byte[] key = keys.getFirst();
    refused(Keccak.hash(key), key, trie.prove(key));
    refused(trie.put(key, text("other")).root(), key, trie.prove(key));
    byte[] far = key.clone();
    far[0] ^= (byte) 0xff;
    refused(trie.root(), far, trie.prove(key));
  }

  @Test
  void malformedNodesAreRefusedEvenUnderTheirOwnHash() {
    Rlp.Item none = Rlp.of(new byte[0]);
    Rlp.Item path = Rlp.of(Nibbles.of(text("k")).compact(true));
    Rlp.Item hash = Rlp.of(Keccak.hash(text("x")));
    List<Rlp.Item> badSlots = new ArrayList<>(Collections.nCopies(17, Rlp.of(text("short"))));
    List<Rlp.Item> listValue = new ArrayList<>(Collections.nCopies(17, none));
    listValue.set(6, Rlp.list(Rlp.of(new byte[] {0x3b}), Rlp.list()));
    List<Rlp.Item> malformed =
        List.of(
            Rlp.list(),
            Rlp.list(path),
            Rlp.list(path, none),
            Rlp.list(path, Rlp.list()),
            Rlp.list(none, hash),
            Rlp.list(Rlp.list(), hash),
            Rlp.list(Rlp.of(new byte[] {0x00}), hash),
            Rlp.list(Rlp.of(new byte[] {0x01 << 4 | 6}), none),
            Rlp.list(Rlp.of(new byte[] {0x01 << 4 | 6}), Rlp.of(text("short"))),
            Rlp.list(Rlp.of(new byte[] {0x21, 0x6b}), hash),
            Rlp.list(Rlp.of(new byte[] {0x40, 0x6b}), hash),
            Rlp.list(path, hash, hash),
            Rlp.list(Rlp.of(new byte[] {0x16}), Rlp.list(Rlp.of(new byte[] {0x3b}), hash)),
            Rlp.list(badSlots),
            Rlp.list(listValue));
    for (Rlp.Item item : malformed) {
      byte[] node = Rlp.encode(item);
      refused(Keccak.hash(node), text("k"), List.of(node));
    }
    for (byte[] junk : List.of(new byte[0], text("junk"), new byte[] {(byte) 0xc2, 1})) {
      refused(Keccak.hash(junk), text("k"), List.of(junk));
    }
  }

  static void refused(Bytes32 root, byte[] key, List<byte[]> proof) {
    WalletException refusal =
        catchThrowableOfType(WalletException.class, () -> verify(root, key, proof));
    assertThat(refusal).isNotNull();
    assertThat(refusal.code()).isEqualTo("bad-proof");
  }

  private Trie hashedKeys(int count) {
    for (int i = 0; i < count; i++) {
      keys.add(Keccak.hash(Bytes32.of(BigInteger.valueOf(i)).toArray()).toArray());
    }
    return TrieTest.filled(keys);
  }
}
