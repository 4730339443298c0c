package io.belay.core.tx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.belay.base.Address;
import io.belay.base.ChainId;
import io.belay.base.Hex;
import io.belay.base.Rlp;
import io.belay.base.Signature;
import io.belay.base.TxHash;
import io.belay.base.WalletException;
import io.belay.core.Vectors;
import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.web3j.crypto.Credentials;
import tools.jackson.databind.JsonNode;

class DecodedTransactionTest {
  private static final Map<String, Integer> KINDS =
      Map.of(
          "signedLegacy",
          0,
          "signedEip155",
          0,
          "signedBerlin",
          1,
          "signedLondon",
          2,
          "signedCancun",
          3);

  private final TestKey key = new TestKey(1);

  @Test
  void ethersTransactionsAreReadBack() throws IOException {
    int read = 0;
    JsonNode cases = Vectors.ethers("transactions");
    for (int i = 0; i < cases.size(); i += 8) {
      JsonNode one = cases.get(i);
      Address sender =
          Address.parse(Credentials.create(one.path("privateKey").stringValue()).getAddress());
      for (String kind : KINDS.keySet()) {
        String raw = one.path(kind).stringValue("");
        boolean nowhere = !one.path("transaction").has("chainId") && KINDS.get(kind) > 0;
        if (!raw.isEmpty() && nowhere) {
          assertRefused(Hex.decode(raw)); // chain 0, which is none
        } else if (!raw.isEmpty()) {
          assertReads(Hex.decode(raw), kind, one.path("transaction"), sender);
          read++;
        }
      }
    }
    assertThat(read).isGreaterThan(700);
    System.out.println("counted: " + read + " ethers transactions of types 0 to 3 read back");
  }

  private static void assertReads(byte[] raw, String kind, JsonNode told, Address sender) {
    DecodedTransaction tx = DecodedTransaction.of(raw);
    assertThat(tx.signed().raw()).isEqualTo(raw);
    assertThat(tx.signed().hash()).isEqualTo(TxHash.ofRaw(raw));
    assertThat(tx.type()).isEqualTo(KINDS.get(kind));
    assertThat(tx.from()).isEqualTo(sender);
    assertThat(tx.nonce()).isEqualTo(number(told, "nonce").longValueExact());
    assertThat(tx.gasLimit()).isEqualTo(number(told, "gasLimit").longValueExact());
    assertThat(tx.value().value()).isEqualTo(number(told, "value"));
    assertThat(tx.data()).isEqualTo(told.path("data").stringValue("0x"));
    String to = told.path("to").stringValue("");
    assertThat(tx.to()).isEqualTo(to.isEmpty() ? Optional.empty() : Optional.of(Address.parse(to)));
    assertThat(tx.chainId().map(ChainId::value).orElse(0L))
        .isEqualTo(kind.equals("signedLegacy") ? 0 : number(told, "chainId").longValueExact());
    assertThat(tx.price().maxFeePerGas().value())
        .isEqualTo(number(told, tx.type() < 2 ? "gasPrice" : "maxFeePerGas"));
    assertThat(tx.accessList()).isEqualTo(tx.type() == 0 ? 0 : told.path("accessList").size());
    assertThat(tx.blobs()).isEqualTo(tx.type() == 3 ? told.path("blobVersionedHashes").size() : 0);
    assertThat(tx.plain().isPresent())
        .isEqualTo(tx.type() == 2 && !to.isEmpty() && told.path("accessList").isEmpty());
  }

  private static BigInteger number(JsonNode told, String name) {
    JsonNode value = told.path(name);
    if (value.isMissingNode() || value.isNull()) {
      return BigInteger.ZERO;
    }
    return value.isString() ? Hex.toBigInteger(value.stringValue()) : value.bigIntegerValue();
  }

  @Test
  void aPlainOneIsTheUnsignedTransactionThatWasSigned() {
    DecodedTransaction tx = DecodedTransaction.of(key.sign(2, TestKey.plain(1, 7)));
    UnsignedTransaction plain = tx.plain().orElseThrow();
    assertThat(plain.nonce()).isEqualTo(7);
    assertThat(plain.payload().preimage()).isEqualTo(TestKey.preimage(2, TestKey.plain(1, 7)));
    assertThat(tx.from()).isEqualTo(key.address());
  }

  @Test
  void aDelegationTellsWhoseAndWhere() {
    Address contract = Address.parse("0x00000000000000000000000000000000000000c0");
    TestKey other = new TestKey(2);
    List<Rlp.Item> fields = new ArrayList<>(TestKey.plain(1, 0));
    fields.add(
        Rlp.list(
            other.authorization(1, contract, 3),
            other.authorization(0, contract, 4),
            Rlp.list(Rlp.of(1), Rlp.of(contract), Rlp.of(5), Rlp.of(0), Rlp.of(0), Rlp.of(0))));
    DecodedTransaction tx = DecodedTransaction.of(key.sign(4, fields));
    assertThat(tx.from()).isEqualTo(key.address());
    assertThat(tx.delegations())
        .containsExactly(
            new DecodedTransaction.Delegation(
                Optional.of(ChainId.of(1)), contract, "3", Optional.of(other.address())),
            new DecodedTransaction.Delegation(
                Optional.empty(), contract, "4", Optional.of(other.address())),
            new DecodedTransaction.Delegation(
                Optional.of(ChainId.of(1)), contract, "5", Optional.empty()));
    assertThat(tx.plain()).isEmpty();
  }

  @Test
  void aBlobTransactionIsTheSameWithAndWithoutItsBlobs() {
    List<Rlp.Item> fields = new ArrayList<>(TestKey.plain(1, 0));
    fields.add(Rlp.of(9));
    fields.add(Rlp.list(Rlp.of(new byte[32])));
    byte[] bare = key.sign(3, fields);
    Rlp.Item payload = Rlp.decode(Arrays.copyOfRange(bare, 1, bare.length));
    Rlp.Item blobs = Rlp.list(Rlp.of(new byte[131_072]));
    byte[] carrying = TestKey.typed(3, Rlp.list(payload, blobs, Rlp.list(), Rlp.list()));
    DecodedTransaction tx = DecodedTransaction.of(carrying);
    assertThat(tx.signed().raw()).isEqualTo(bare);
    assertThat(tx).isEqualTo(DecodedTransaction.of(bare));
    assertThat(tx.price().maxFeePerBlobGas().orElseThrow().value()).isEqualTo(9);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0x",
        "0x02",
        "0x02c0",
        "0xc0",
        "0x0280",
        "0x05c0",
        "0x7ec0",
        "0x00",
        "0xff",
        "0x02c1",
        "0x03c0",
        "0x04c0",
        "0x01c180",
        "0xf8ff",
        "0x03c4c0c0c0c0",
        "0x03c5c0c0c0c0c0"
      })
  void whatIsNoTransactionIsRefused(String raw) {
    assertRefused(Hex.decode(raw));
  }

  private static void assertRefused(byte[] raw) {
    WalletException refusal =
        catchThrowableOfType(WalletException.class, () -> DecodedTransaction.of(raw));
    assertThat(refusal).as(Hex.encode(raw)).isNotNull();
    assertThat(refusal.code()).isEqualTo("bad-raw-transaction");
  }

  @Test
  void membersOutOfRangeAreRefused() {
    byte[] good = key.sign(2, TestKey.plain(1, 0));
    List<Rlp.Item> items = Rlp.decode(Arrays.copyOfRange(good, 1, good.length)).list();
    Rlp.Item[][] wrong = {
      {Rlp.of(0)}, // chain id
      {Rlp.of(new byte[] {1, 0, 0, 0, 0, 0, 0, 0, 0})},
      {Rlp.of(new byte[] {0, 1})},
      {Rlp.list()},
    };
    for (Rlp.Item[] one : wrong) {
      assertRefused(TestKey.typed(2, with(items, 0, one[0])));
    }
    assertRefused(TestKey.typed(2, with(items, 5, Rlp.of(new byte[19]))));
    assertRefused(TestKey.typed(2, with(items, 6, Rlp.of(new byte[33]))));
    assertRefused(TestKey.typed(2, with(items, 8, Rlp.list(Rlp.of(new byte[20])))));
    assertRefused(TestKey.typed(2, with(items, 9, Rlp.of(2))));
    assertRefused(TestKey.typed(2, with(items, 10, Rlp.of(0))));
    BigInteger high = Signature.ORDER.subtract(items.get(11).number()); // EIP-2
    assertRefused(TestKey.typed(2, with(items, 11, Rlp.of(high))));
    assertRefused(Arrays.copyOf(good, good.length + 1));
    assertRefused(new byte[2_000_000]);
  }

  private static Rlp.Item with(List<Rlp.Item> items, int place, Rlp.Item item) {
    List<Rlp.Item> changed = new ArrayList<>(items);
    changed.set(place, item);
    return Rlp.list(changed);
  }

  /// Whatever the bytes, they are read in exactly one way or refused by one code.
  @Test
  void mutatedBytesAreReadExactlyOrRefused() {
    List<Rlp.Item> delegating = new ArrayList<>(TestKey.plain(1, 9));
    delegating.add(Rlp.list(key.authorization(1, key.address(), 0)));
    List<byte[]> seeds =
        List.of(
            key.sign(2, TestKey.plain(1, 0)),
            key.sign(4, delegating),
            key.legacy(1),
            key.legacy(0));
    SplittableRandom random = new SplittableRandom(20_201_111);
    int read = 0;
    int runs = 20_000;
    for (int i = 0; i < runs; i++) {
      byte[] mutated = mutated(seeds.get(i % seeds.size()), random);
      try {
        DecodedTransaction tx = DecodedTransaction.of(mutated);
        assertThat(tx.signed().raw()).isEqualTo(mutated);
        read++;
      } catch (WalletException e) {
        assertThat(e.code()).isEqualTo("bad-raw-transaction");
      }
    }
    assertThat(read).isBetween(1, runs - 1);
    System.out.println("counted: " + runs + " mutated transactions, " + read + " still readable");
  }

  private static byte[] mutated(byte[] seed, SplittableRandom random) {
    byte[] bytes = seed.clone();
    int place = random.nextInt(bytes.length);
    switch (random.nextInt(4)) {
      case 0 -> bytes[place] ^= (byte) (1 << random.nextInt(8));
      case 1 -> bytes = Arrays.copyOf(bytes, place);
      case 2 -> bytes[place] = (byte) random.nextInt(256);
      default -> {
        byte[] longer = Arrays.copyOf(bytes, bytes.length + 1);
        System.arraycopy(bytes, place, longer, place + 1, bytes.length - place);
        bytes = longer;
      }
    }
    return bytes;
  }

  @ParameterizedTest
  @ValueSource(strings = {"%s", " %s\n", "0X%s", "0x%s", "\ufeff0x%s\r\n"})
  void aTextMayLookAsItWants(String form) {
    byte[] raw = key.legacy(1);
    String digits = Hex.encode(raw).substring(2);
    for (String written : List.of(digits, digits.toUpperCase(java.util.Locale.ROOT))) {
      String text = form.formatted(written.replaceAll("(.{60})", "$1\n"));
      assertThat(RawText.parse(text.getBytes(java.nio.charset.StandardCharsets.UTF_8)))
          .isEqualTo(raw);
    }
    assertThat(RawText.parse(raw)).isEqualTo(raw);
    assertThat(RawText.parse(RawText.forQr(raw))).isEqualTo(raw);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0xzz", "abc", "-", "0x0x02", "{\"raw\":1}", "ethereum:0x02"})
  void anotherTextIsRefused(String text) {
    WalletException refusal =
        catchThrowableOfType(WalletException.class, () -> RawText.parse(text));
    assertThat(refusal.code()).isEqualTo("bad-raw-transaction");
  }
}
