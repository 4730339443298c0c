package io.belay.keystore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belay.base.Address;
import io.belay.base.Rlp;
import io.belay.base.Signature;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignedTransactionTest {
  private static final Address TO = Address.parse("0x3535353535353535353535353535353535353535");
  private static final Rlp.Item NOTHING = Rlp.of(new byte[0]);

  private static Signature signature(int parity) {
    return new Signature(BigInteger.valueOf(7), BigInteger.valueOf(8), parity);
  }

  private static List<Rlp.Item> legacy() {
    return new ArrayList<>(
        List.of(
            Rlp.of(9),
            Rlp.of(1),
            Rlp.of(60_000),
            Rlp.of(TO),
            Rlp.of(3),
            NOTHING,
            Rlp.of(5),
            NOTHING,
            NOTHING));
  }

  private static byte[] typed(int type, List<Rlp.Item> items) {
    byte[] list = Rlp.encode(Rlp.list(items));
    byte[] whole = new byte[list.length + 1];
    whole[0] = (byte) type;
    System.arraycopy(list, 0, whole, 1, list.length);
    return whole;
  }

  private static List<Rlp.Item> feeMarket() {
    return new ArrayList<>(
        List.of(
            Rlp.of(5),
            Rlp.of(9),
            Rlp.of(1),
            Rlp.of(100),
            Rlp.of(60_000),
            Rlp.of(TO),
            Rlp.of(0),
            NOTHING,
            Rlp.list()));
  }

  private static byte[] delegating(int type, long nonce) {
    BigInteger unsigned = new BigInteger(Long.toUnsignedString(nonce));
    List<Rlp.Item> items = feeMarket();
    items.add(
        Rlp.list(
            Rlp.list(Rlp.of(5), Rlp.of(TO), Rlp.of(unsigned), Rlp.of(1), Rlp.of(7), Rlp.of(8))));
    return typed(type, items);
  }

  @ParameterizedTest
  @CsvSource({"0,45", "1,46"})
  void aLegacyOneCarriesItsChainInTheSignature(int parity, int v) {
    SigningPayload.Transaction payload =
        SigningPayload.Transaction.of(Rlp.encode(Rlp.list(legacy())));
    List<Rlp.Item> expected = new ArrayList<>(legacy().subList(0, 6));
    expected.addAll(List.of(Rlp.of(v), Rlp.of(7), Rlp.of(8))); // EIP-155: 35 + 2 · 5 + parity
    assertThat(payload.signed(signature(parity))).isEqualTo(Rlp.encode(Rlp.list(expected)));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void aTypedOneKeepsItsTypeAndFields(int parity) {
    SigningPayload.Transaction payload = SigningPayload.Transaction.of(typed(2, feeMarket()));
    List<Rlp.Item> expected = feeMarket();
    expected.addAll(List.of(Rlp.of(parity), Rlp.of(7), Rlp.of(8)));
    assertThat(payload.signed(signature(parity))).isEqualTo(typed(2, expected));
  }

  @Test
  void everyFieldOfALegacyOneIsChecked() {
    for (int i = 0; i < 7; i++) {
      List<Rlp.Item> items = legacy();
      items.set(i, Rlp.list(Rlp.of(1)));
      refuses(Rlp.encode(Rlp.list(items)), "bad-rlp");
    }
    List<Rlp.Item> recipient = legacy();
    recipient.set(3, Rlp.of(new byte[19]));
    refuses(Rlp.encode(Rlp.list(recipient)), "not-a-transaction");
    for (int zero : new int[] {7, 8}) {
      List<Rlp.Item> signed = legacy();
      signed.set(zero, Rlp.of(1));
      refuses(Rlp.encode(Rlp.list(signed)), "not-a-transaction");
    }
  }

  @Test
  void onlyType4Delegates() {
    assertThat(SigningPayload.Transaction.of(delegating(4, 10)).chainId()).isPresent();
    refuses(delegating(5, 10), "not-a-transaction");
  }

  @Test
  void anAuthorizationsNonceHas64Bits() {
    byte[] most = delegating(4, -1);
    assertThat(SigningPayload.Transaction.of(most).preimage()).isEqualTo(most);
  }

  private static void refuses(byte[] preimage, String code) {
    assertThatThrownBy(() -> SigningPayload.Transaction.of(preimage))
        .as(Arrays.toString(preimage))
        .extracting("code")
        .isEqualTo(code);
  }
}
