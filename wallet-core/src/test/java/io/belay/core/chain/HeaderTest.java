package io.belay.core.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.belay.base.Bytes32;
import io.belay.base.Rlp;
import io.belay.base.WalletException;
import java.math.BigInteger;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class HeaderTest {
  private final Map<HeaderField, Rlp.Item> all = fields();
  private final ObjectNode block = json(Header.of(all));

  @ParameterizedTest
  @EnumSource(HeaderField.class)
  void everyFieldIsInTheHash(HeaderField field) {
    Bytes32 hash = Header.parse(block).hash();
    assertThat(hash).isEqualTo(Header.of(all).hash());
    Map<HeaderField, Rlp.Item> changed = new EnumMap<>(all);
    byte[] bytes = Objects.requireNonNull(changed.get(field)).bytes().clone();
    bytes[bytes.length - 1] ^= 1;
    changed.put(field, Rlp.of(bytes));
    assertThat(Header.of(changed).hash()).isNotEqualTo(hash);

    ObjectNode lie = json(Header.of(changed)).put("hash", hash.toString());
    assertThat(Header.matching(lie)).isEmpty();
  }

  @Test
  void aHeaderOfEveryForkIsReadBack() {
    Map<HeaderField, Rlp.Item> fields = new EnumMap<>(all);
    for (HeaderField field : List.of(HeaderField.values()).reversed()) {
      if (field.isAlways()) {
        break;
      }
      Header header = Header.of(fields);
      assertThat(Header.parse(json(header))).isEqualTo(header);
      assertThat(Header.matching(json(header))).hasValue(header);
      assertThat(Header.decode(header.encoded())).isEqualTo(header);
      fields.remove(field);
    }
  }

  @Test
  void aFieldNobodyKnowsIsNoLieAndNoProof() {
    // EIP-7928 is on its way
    block.put("blockAccessListHash", Bytes32.ZERO.toString());

    refused("header-unknown-field", () -> Header.parse(block));
    // a member beside a header that hashes right was not part of it
    assertThat(Header.matching(block)).isPresent();
    block.put("hash", Bytes32.ZERO.toString());
    assertThat(Header.matching(block)).isEmpty();
  }

  @Test
  void laterFieldsWithoutEarlierOnesAreRefused() {
    block.remove("withdrawalsRoot");
    refused("bad-header", () -> Header.parse(block));
    assertThat(Header.matching(block)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(HeaderField.class)
  void malformedFieldsAreRefused(HeaderField field) {
    for (String text : List.of("", "0x", "0x0", "7", "0xzz", "0x" + "1".repeat(66))) {
      ObjectNode bad = block.deepCopy().put(field.json(), text);
      if (field == HeaderField.EXTRA_DATA || (field.isQuantity() && text.equals("0x0"))) {
        assertThat(Header.matching(bad)).as(text).isEmpty();
      } else {
        refused("bad-header", () -> Header.parse(bad));
        assertThat(Header.matching(bad)).as(text).isEmpty();
      }
    }
    refused("bad-header", () -> Header.parse(block.deepCopy().put(field.json(), 7)));
  }

  @Test
  void aHashThatIsNoneMatchesNothing() {
    for (String text : List.of("", "0x", "0x00", "zz")) {
      assertThat(Header.matching(block.deepCopy().put("hash", text))).isEmpty();
    }
    assertThat(Header.matching(block.deepCopy().put("hash", 7))).isEmpty();
    assertThat(Header.matching(JsonMapper.shared().nullNode())).isEmpty();
    assertThat(Header.matching(JsonMapper.shared().createArrayNode())).isEmpty();
  }

  @Test
  void encodedFieldsOfAnotherSizeAreRefused() {
    Map<HeaderField, Rlp.Item> short_ = new EnumMap<>(all);
    short_.put(HeaderField.STATE_ROOT, Rlp.of(new byte[31]));
    refused("bad-header", () -> Header.decode(Header.of(short_).encoded()));
    Map<HeaderField, Rlp.Item> padded = new EnumMap<>(all);
    padded.put(HeaderField.NUMBER, Rlp.of(new byte[] {0, 1}));
    refused("bad-rlp", () -> Header.decode(Header.of(padded).encoded()));
    refused("bad-rlp", () -> Header.decode(new byte[0]));
    refused("bad-header", () -> Header.decode(Rlp.encode(Rlp.list())));
  }

  private static Map<HeaderField, Rlp.Item> fields() {
    Random random = new Random(5);
    Map<HeaderField, Rlp.Item> fields = new EnumMap<>(HeaderField.class);
    for (HeaderField field : HeaderField.values()) {
      byte[] bytes = new byte[field.isQuantity() || field.isFree() ? 3 : field.size()];
      random.nextBytes(bytes);
      Rlp.Item number = Rlp.of(new BigInteger(1, bytes).setBit(20));
      fields.put(field, field.isQuantity() ? number : Rlp.of(bytes));
    }
    return fields;
  }

  private static ObjectNode json(Header header) {
    ObjectNode block = JsonMapper.shared().createObjectNode();
    header.writeTo(block);
    return block;
  }

  private static void refused(String code, ThrowingCallable attempt) {
    WalletException refusal = catchThrowableOfType(WalletException.class, attempt);
    assertThat(refusal).isNotNull();
    assertThat(refusal.code()).isEqualTo(code);
  }
}
