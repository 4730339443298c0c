package io.belay.keystore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belay.base.Address;
import io.belay.base.Bytes32;
import io.belay.base.ChainId;
import io.belay.base.Hex;
import io.belay.base.Rlp;
import io.belay.base.Signature;
import io.belay.base.WalletException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class SigningPayloadTest {
  private static final Address TO = Address.parse("0x3535353535353535353535353535353535353535");
  private static final byte[] EMPTY = {};

  private static byte[] typed(int type, List<? extends Rlp.Item> items) {
    byte[] body = Rlp.encode(Rlp.list(items));
    byte[] out = new byte[body.length + 1];
    out[0] = (byte) type;
    System.arraycopy(body, 0, out, 1, body.length);
    return out;
  }

  private static List<Rlp.Item> feeMarket() {
    return new ArrayList<>(
        List.of(
            Rlp.of(5), // chain id
            Rlp.of(9),
            Rlp.of(1),
            Rlp.of(100),
            Rlp.of(60_000),
            Rlp.of(TO),
            Rlp.of(0),
            Rlp.of(EMPTY),
            Rlp.list(Rlp.list(Rlp.of(TO), Rlp.list(Rlp.of(Bytes32.ZERO))))));
  }

  private static List<Rlp.Item> authorization() {
    return new ArrayList<>(
        List.of(Rlp.of(5), Rlp.of(TO), Rlp.of(10), Rlp.of(1), Rlp.of(7), Rlp.of(8)));
  }

  private static byte[] delegating(List<Rlp.Item> authorization) {
    List<Rlp.Item> items = feeMarket();
    items.add(Rlp.list(Rlp.list(authorization)));
    return typed(4, items);
  }

  private static void refuses(byte[] preimage, String code) {
    assertThatThrownBy(() -> SigningPayload.Transaction.of(preimage))
        .isInstanceOf(WalletException.class)
        .extracting("code")
        .isEqualTo(code);
  }

  @Test
  void takesAWholeTransactionOfType4() {
    SigningPayload.Transaction payload = SigningPayload.Transaction.of(delegating(authorization()));
    assertThat(payload.chainId()).contains(ChainId.of(5));
    assertThat(payload.preimage()).isEqualTo(delegating(authorization()));
  }

  @Test
  void refusesType4WithoutARecipientOrAuthorization() {
    List<Rlp.Item> none = feeMarket();
    none.add(Rlp.list());
    refuses(typed(4, none), "not-a-transaction");
    List<Rlp.Item> creating = feeMarket();
    creating.set(5, Rlp.of(EMPTY));
    creating.add(Rlp.list(Rlp.list(authorization())));
    refuses(typed(4, creating), "not-a-transaction");
    refuses(typed(4, feeMarket()), "not-a-transaction");
  }

  @Test
  void refusesType4WithAnAuthorizationThatIsGoodElsewhereOrBroken() {
    List<Rlp.Item> anywhere = authorization();
    anywhere.set(0, Rlp.of(0));
    refuses(delegating(anywhere), "any-chain");
    Rlp.Item half = Rlp.of(Signature.ORDER.shiftRight(1).add(BigInteger.ONE));
    Object[][] wrong = {
      {0, Rlp.of(6)},
      {1, Rlp.of(EMPTY)},
      {2, Rlp.of(BigInteger.ONE.shiftLeft(64))},
      {3, Rlp.of(2)},
      {4, Rlp.of(0)},
      {4, Rlp.of(Signature.ORDER)},
      {5, Rlp.of(0)},
      {5, half}
    };
    for (Object[] change : wrong) {
      List<Rlp.Item> items = authorization();
      items.set((int) change[0], (Rlp.Item) change[1]);
      refuses(delegating(items), "not-a-transaction");
    }
    refuses(delegating(authorization().subList(0, 5)), "not-a-transaction");
  }

  @Test
  void refusesBlobTransactionsWithTheirOwnReason() {
    assertThatThrownBy(() -> SigningPayload.Transaction.of(typed(3, feeMarket())))
        .hasMessageContaining("no blob transactions")
        .extracting("code")
        .isEqualTo("not-a-transaction");
  }

  @Test
  void refusesWhatEthersMakesButBelayDoesNot() {
    int blobs = 0;
    int legacy = 0;
    int rows = 0;
    for (JsonNode row : Vectors.read("ethers-v6/transactions.json.gz")) {
      refuses(Hex.decode(row.path("unsignedLegacy").stringValue()), "not-a-transaction");
      legacy++;
      String blob = row.path("unsignedCancun").stringValue();
      if (!blob.isEmpty()) {
        refuses(Hex.decode(blob), "not-a-transaction");
        blobs++;
      }
      rows++;
    }
    Vectors.count("transactions of ethers without chain id refused", legacy);
    Vectors.count("blob transactions refused; the others of " + rows + " rows have none", blobs);
    assertThat(legacy).isEqualTo(3200);
    assertThat(blobs).isEqualTo(1664);
  }

  @Test
  void refusesFieldsOfAnotherForm() {
    for (int i = 0; i < 9; i++) {
      List<Rlp.Item> items = feeMarket();
      items.set(i, i == 8 ? Rlp.of(1) : Rlp.list(Rlp.of(1)));
      refuses(typed(2, items), "bad-rlp");
    }
    List<Rlp.Item> padded = feeMarket();
    padded.set(1, Rlp.of(new byte[] {0, 9}));
    refuses(typed(2, padded), "bad-rlp");
    List<Rlp.Item> recipient = feeMarket();
    recipient.set(5, Rlp.of(new byte[19]));
    refuses(typed(2, recipient), "not-a-transaction");
    List<Rlp.Item> key = feeMarket();
    key.set(8, Rlp.list(Rlp.list(Rlp.of(TO), Rlp.list(Rlp.of(EMPTY)))));
    refuses(typed(2, key), "not-a-transaction");
    for (int type : new int[] {0, 5, 0x19, 0x7f, 0x80, 0xb8}) {
      refuses(typed(type, feeMarket()), "not-a-transaction");
    }
  }

  @Test
  void everyCutAndEveryFlippedByteIsTakenOrRefusedByCode() {
    Set<String> codes = Set.of("not-a-transaction", "bad-rlp", "bad-chain-id", "any-chain");
    byte[] whole = delegating(authorization());
    int refused = 0;
    for (int i = 0; i < whole.length; i++) {
      refuses(Arrays.copyOf(whole, i), i < 2 ? "not-a-transaction" : "bad-rlp");
      for (int bit = 0; bit < 8; bit++) {
        byte[] flipped = whole.clone();
        flipped[i] ^= (byte) (1 << bit);
        try {
          assertThat(SigningPayload.Transaction.of(flipped).preimage()).isEqualTo(flipped);
        } catch (WalletException e) {
          assertThat(codes).contains(e.code());
          refused++;
        }
      }
    }
    Vectors.count("flipped bits of a type 4 preimage refused, of " + 8 * whole.length, refused);
  }

  @Test
  void aPersonalMessageIsPrefixedWithItsLengthInBytes() {
    // EIP-191, version 0x45; the digest of "hello" as personal_sign has it
    assertThat(SigningPayload.PersonalMessage.of("hello").digest())
        .hasToString("0x50b2c43fd39106bafbba0da34fc430e1f91e3c96ea2acee2bc34119f92b37750");
    SigningPayload.PersonalMessage message = SigningPayload.PersonalMessage.of("é\n");
    assertThat(message.message()).hasSize(3);
    assertThat(message.text()).contains("é\n");
    assertThat(message.chainId()).isEmpty();
    assertThat(SigningPayload.PersonalMessage.of(new byte[] {(byte) 0xff}).text()).isEmpty();
  }

  @Test
  void refusesATextThatHasNoUtf8Form() {
    assertThatThrownBy(() -> SigningPayload.PersonalMessage.of("a\ud800"))
        .extracting("code")
        .isEqualTo("bad-text");
  }

  @Test
  void laterChangesOfTheCallersBytesChangeNothing() {
    byte[] bytes = {1, 2, 3};
    SigningPayload.PersonalMessage message = SigningPayload.PersonalMessage.of(bytes);
    Bytes32 digest = message.digest();
    bytes[0] = 9;
    message.message()[1] = 9;
    assertThat(message.digest()).isEqualTo(digest);
  }

  @Test
  void anAuthorizationForEveryChainIsRefused() {
    assertThatThrownBy(() -> SigningPayload.Authorization.of(0, TO, 1))
        .extracting("code")
        .isEqualTo("any-chain");
    assertThatThrownBy(() -> SigningPayload.Authorization.of(-1, TO, 1))
        .extracting("code")
        .isEqualTo("bad-chain-id");
    assertThatThrownBy(() -> SigningPayload.Authorization.of(1, TO, -1))
        .extracting("code")
        .isEqualTo("bad-transaction");
  }
}
