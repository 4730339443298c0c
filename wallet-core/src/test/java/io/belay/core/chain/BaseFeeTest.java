package io.belay.core.chain;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.base.Bytes32;
import io.belay.base.Rlp;
import io.belay.core.money.Wei;
import java.math.BigInteger;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BaseFeeTest {
  private static final BaseFeeRule.Eip1559 ETHEREUM = new BaseFeeRule.Eip1559(8, 2);

  @ParameterizedTest
  @CsvSource({
    "8, 2, 1000000000, 15000000, 1000000000",
    "8, 2, 1000000000, 30000000, 1125000000",
    "8, 2, 1000000000, 0, 875000000",
    "8, 2, 0, 30000000, 1", // at least one up, even from nothing
    "8, 2, 0, 0, 0",
    "250, 6, 1000000000, 5000000, 1000000000", // a sixth of the limit is the target
    "250, 6, 1000000000, 30000000, 1020000000"
  })
  void followsFromTheParent(int denominator, int elasticity, long base, long used, long next) {
    BaseFeeRule.Eip1559 rule = new BaseFeeRule.Eip1559(denominator, elasticity);
    assertThat(BaseFee.next(rule, Wei.of(base), used, 30_000_000)).isEqualTo(Wei.of(next));
  }

  @Test
  void inventedNumbersNeverLeaveTheRange() {
    Wei most = Wei.of(BigInteger.ONE.shiftLeft(256).subtract(BigInteger.ONE));
    for (long limit : new long[] {0, 1, Long.MAX_VALUE}) {
      for (long used : new long[] {0, 1, Long.MAX_VALUE}) {
        assertThat(BaseFee.next(ETHEREUM, most, used, limit)).isLessThanOrEqualTo(most);
        assertThat(BaseFee.next(ETHEREUM, Wei.ZERO, used, limit)).isLessThanOrEqualTo(most);
      }
    }
  }

  @Test
  void aChildFollowsOnlyItsParentByTheRule() {
    Header parent = header(fields(Bytes32.ZERO, 7));
    Map<HeaderField, Rlp.Item> child = fields(parent.hash(), 8);
    child.put(HeaderField.BASE_FEE, Rlp.of(875));
    child.put(HeaderField.GAS_USED, Rlp.of(2));

    assertThat(follows(parent, child)).isTrue();
    for (HeaderField field :
        new HeaderField[] {
          HeaderField.BASE_FEE, HeaderField.NUMBER, HeaderField.TIMESTAMP, HeaderField.GAS_LIMIT
        }) {
      Map<HeaderField, Rlp.Item> other = new EnumMap<>(child);
      other.put(field, less(other, field));
      assertThat(follows(parent, other)).as(field.json()).isFalse();
    }
    Map<HeaderField, Rlp.Item> orphan = new EnumMap<>(child);
    orphan.put(HeaderField.PARENT_HASH, Rlp.of(Bytes32.ZERO));
    assertThat(follows(parent, orphan)).isFalse();
    Map<HeaderField, Rlp.Item> feeless = new EnumMap<>(child);
    feeless.remove(HeaderField.BASE_FEE);
    assertThat(follows(parent, feeless)).isFalse();
    child.put(HeaderField.BASE_FEE, Rlp.of(1));
    assertThat(BaseFee.follows(new BaseFeeRule.None(), parent, header(child))).isTrue();
  }

  private static boolean follows(Header parent, Map<HeaderField, Rlp.Item> child) {
    return BaseFee.follows(ETHEREUM, parent, header(child));
  }

  private static Rlp.Item less(Map<HeaderField, Rlp.Item> fields, HeaderField field) {
    Rlp.Item item = Objects.requireNonNull(fields.get(field));
    return Rlp.of(item.number().subtract(BigInteger.ONE));
  }

  private static Header header(Map<HeaderField, Rlp.Item> fields) {
    return Header.of(fields);
  }

  /// A header's fields up to the base fee; an empty block with room for two gas.
  private static Map<HeaderField, Rlp.Item> fields(Bytes32 parent, long number) {
    Map<HeaderField, Rlp.Item> fields = new EnumMap<>(HeaderField.class);
    for (HeaderField field : HeaderField.values()) {
      if (field.isAlways()) {
        int size = field.isQuantity() || field.isFree() ? 0 : field.size();
        fields.put(field, Rlp.of(new byte[size]));
      }
    }
    fields.put(HeaderField.PARENT_HASH, Rlp.of(parent));
    fields.put(HeaderField.NUMBER, Rlp.of(number));
    fields.put(HeaderField.TIMESTAMP, Rlp.of(1_700_000_000L));
    fields.put(HeaderField.GAS_LIMIT, Rlp.of(2));
    fields.put(HeaderField.BASE_FEE, Rlp.of(1000));
    return fields;
  }
}
