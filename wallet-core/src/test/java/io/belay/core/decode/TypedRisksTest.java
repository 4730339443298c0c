package io.belay.core.decode;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.base.Address;
import io.belay.base.ChainId;
import io.belay.core.decode.SigningRisk.Code;
import io.belay.core.decode.SigningRisk.Weight;
import io.belay.keystore.SigningPayload.TypedData;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedRisksTest {
  private static final Instant NOW = Instant.ofEpochSecond(1_794_990_000L);
  private static final String SOON = "1795000000";
  private static final Address TOKEN = Address.parse(Typed.TOKEN);

  private static List<SigningRisk> risks(TypedData data) {
    return TypedRisks.of(
        data,
        new TypedRisks.Here(
            ChainId.of(1), Address.parse(Typed.OWNER), Set.of(TOKEN), Map.of(TOKEN, 6), NOW));
  }

  private static List<Code> codes(TypedData data) {
    return risks(data).stream().map(SigningRisk::code).toList();
  }

  @Test
  void aPermitSaysWhoMayTake() {
    List<SigningRisk> risks = risks(Typed.permit(Typed.domain(1), "1000000", SOON));
    assertThat(risks).containsExactly(SigningRisk.of(Code.PERMIT, Typed.OTHER));
    assertThat(risks.getFirst().weight()).isEqualTo(Weight.GRAVE);
  }

  @Test
  void anotherNetworksIsRefusedAndComesFirst() {
    List<SigningRisk> risks = risks(Typed.permit(Typed.domain(10), "1", SOON));
    assertThat(risks.getFirst()).isEqualTo(SigningRisk.of(Code.OTHER_CHAIN, "10"));
    assertThat(risks.getFirst().weight()).isEqualTo(Weight.REFUSED);
  }

  @ParameterizedTest
  @ValueSource(strings = {Typed.MAX256, "680564733841876926926749214863536422912"})
  void whatIsMoreThanAnyTokenHasIsUnlimited(String value) {
    assertThat(risks(Typed.permit(Typed.domain(1), value, SOON)))
        .contains(SigningRisk.of(Code.UNLIMITED, "value"));
  }

  @Test
  void daisPermitIsAllOrNothing() {
    assertThat(codes(Typed.daiPermit(true)))
        .containsExactly(Code.PERMIT, Code.UNLIMITED, Code.NO_END);
    assertThat(codes(Typed.daiPermit(false))).doesNotContain(Code.UNLIMITED);
  }

  @Test
  void permit2IsToldByItsTypesAndItsAddressIsKnown() {
    String most = "1461501637330902918203684832716283019655932542975";
    assertThat(codes(Typed.permit2(most, "281474976710655")))
        .containsExactly(Code.PERMIT2, Code.UNLIMITED, Code.NO_END);
    // 0 is this block only
    assertThat(codes(Typed.permit2("5", "0"))).containsExactly(Code.PERMIT2);
  }

  @ParameterizedTest
  @CsvSource({
    "1794000000, ENDED",
    "1795000000, ",
    "1798000000, FAR_END",
    "0, ENDED",
    "115792089237316195423570985008687907853269984665640564039457584007913129639935, NO_END",
    "1794000000000, NO_END"
  })
  void endsAreLookedAt(String deadline, Code told) {
    List<Code> codes = codes(Typed.permit(Typed.domain(1), "1", deadline));
    if (told == null) {
      assertThat(codes).containsExactly(Code.PERMIT);
    } else {
      assertThat(codes).containsExactly(Code.PERMIT, told);
    }
  }

  @Test
  void aPermitWithoutAnEndIsGoodForEver() {
    TypedData data =
        Typed.of(
            Typed.struct("Grant", "address spender, uint256 amount"),
            "Grant",
            Typed.domain(1),
            "'spender':'" + Typed.OTHER + "','amount':1");
    assertThat(risks(data)).contains(SigningRisk.of(Code.NO_END, ""));
  }

  @Test
  void aDomainThatNamesNothingIsTold() {
    assertThat(codes(Typed.permit("'name':'x'", "1", SOON)))
        .containsExactly(Code.PERMIT, Code.NO_CHAIN, Code.NO_CONTRACT);
    String stranger = "'chainId':1,'verifyingContract':'" + Typed.OTHER + "'";
    assertThat(risks(Typed.permit(stranger, "1", SOON)))
        .contains(SigningRisk.of(Code.UNKNOWN_CONTRACT, Typed.OTHER));
  }

  @Test
  void aWholeCollectionIsTold() {
    TypedData data =
        Typed.of(
            Typed.struct(
                "PermitForAll", "address owner, address operator, bool approved, uint256 deadline"),
            "PermitForAll",
            Typed.domain(1),
            "'owner':'"
                + Typed.OTHER
                + "','operator':'"
                + Typed.OTHER
                + "','approved':true,'deadline':"
                + SOON);
    assertThat(codes(data)).containsExactly(Code.EVERYTHING, Code.OTHER_ACCOUNT);
  }

  @Test
  void aSafesTransactionIsToldAndOneThatTakesItOverRefused() {
    assertThat(codes(Typed.safe(0, "0x"))).contains(Code.SAFE).doesNotContain(Code.DELEGATECALL);
    List<SigningRisk> risks = risks(Typed.safe(1, "0x"));
    assertThat(risks.getFirst()).isEqualTo(SigningRisk.of(Code.DELEGATECALL, Typed.TOKEN));
    assertThat(risks.getFirst().weight()).isEqualTo(Weight.REFUSED);
  }

  @Test
  void callsWithinAreRead() {
    Erc20Call approve = new Erc20Call.Approve(Address.parse(Typed.OWNER), java.math.BigInteger.TWO);
    assertThat(risks(Typed.safe(0, approve.data())))
        .contains(SigningRisk.of(Code.INNER_APPROVAL, Typed.OWNER));
    String all =
        AbiWords.of(
                "setApprovalForAll(address,bool)",
                AbiWords.word(Address.parse(Typed.OWNER)),
                io.belay.base.Bytes32.of(java.math.BigInteger.ONE))
            .data();
    assertThat(risks(Typed.safe(0, all))).contains(SigningRisk.of(Code.EVERYTHING, Typed.OWNER));
  }

  @Test
  void somebodyElsesCallInOnesNameIsTold() {
    TypedData data =
        Typed.of(
            Typed.struct("ForwardRequest", "address from, address to, uint256 gas, bytes data"),
            "ForwardRequest",
            Typed.domain(1),
            "'from':'" + Typed.OWNER + "','to':'" + Typed.OTHER + "','gas':1,'data':'0x'");
    assertThat(codes(data)).containsExactly(Code.CALL);
    TypedData meta =
        Typed.of(
            Typed.struct("MetaTransaction", "uint256 nonce, address from, bytes functionSignature"),
            "MetaTransaction",
            Typed.domain(1),
            "'nonce':1,'from':'" + Typed.OWNER + "','functionSignature':'0x'");
    assertThat(risks(meta)).containsExactly(SigningRisk.of(Code.CALL, Typed.TOKEN));
  }

  @Test
  void aTransferByAuthorizationIsTold() {
    TypedData data =
        Typed.of(
            Typed.struct(
                "TransferWithAuthorization",
                "address from, address to, uint256 value, uint256 validBefore"),
            "TransferWithAuthorization",
            Typed.domain(1),
            "'from':'"
                + Typed.OWNER
                + "','to':'"
                + Typed.OTHER
                + "','value':5,'validBefore':"
                + SOON);
    assertThat(risks(data)).containsExactly(SigningRisk.of(Code.TRANSFER, Typed.OTHER));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 999999999999999, true",
    "0, 1000000000000000, false",
    "1, 999, true",
    "1, 1000, false",
    "2, 1, false",
    "2, 0, true"
  })
  void anOrderForNextToNothingIsTold(int type, String amount, boolean cheap) {
    List<Code> codes = codes(Typed.order(Typed.item(type, amount, Typed.OWNER)));
    assertThat(codes).contains(Code.ORDER);
    assertThat(codes.contains(Code.CHEAP_ORDER)).isEqualTo(cheap);
    assertThat(codes).doesNotContain(Code.UNLIMITED); // salt is no amount
  }

  @Test
  void anOrderWhosePriceGoesToSomebodyElseIsAGift() {
    assertThat(codes(Typed.order(Typed.item(0, "9000000000000000000", Typed.OTHER))))
        .contains(Code.CHEAP_ORDER);
    assertThat(codes(Typed.order(""))).contains(Code.CHEAP_ORDER);
  }

  @ParameterizedTest
  @CsvSource({"0, true", "5000000, false"})
  void anyMarketsOrderHasAPrice(String price, boolean cheap) {
    TypedData data =
        Typed.of(
            Typed.struct("Order", "address trader, uint256 price, uint256 expirationTime"),
            "Order",
            Typed.domain(1),
            "'trader':'" + Typed.OWNER + "','price':" + price + ",'expirationTime':" + SOON);
    assertThat(codes(data).contains(Code.CHEAP_ORDER)).isEqualTo(cheap);
    assertThat(codes(data)).contains(Code.ORDER);
  }

  @Test
  void hiddenCharactersInItsTextsAreCounted() {
    TypedData data =
        Typed.of(
            Typed.struct("Note", "string text"),
            "Note",
            "'name':'a\u200bb','chainId':1,'verifyingContract':'" + Typed.TOKEN + "'",
            "'text':'a\u202eb'");
    assertThat(risks(data)).containsExactly(SigningRisk.of(Code.HIDDEN, "2"));
  }

  @Test
  void hashesAloneAreBlind() {
    TypedData root =
        Typed.of(
            Typed.struct("Root", "bytes32 root"),
            "Root",
            Typed.domain(1),
            "'root':'0x" + "ab".repeat(32) + "'");
    assertThat(codes(root)).containsExactly(Code.BLIND);
    TypedData nothing = Typed.of("", "EIP712Domain", Typed.domain(1), "");
    assertThat(codes(nothing)).containsExactly(Code.BLIND);
  }

  @Test
  void aSafesMessageIsTold() {
    TypedData data =
        Typed.of(
            Typed.struct("SafeMessage", "bytes message"),
            "SafeMessage",
            Typed.domain(1),
            "'message':'0x" + "ab".repeat(32) + "'");
    assertThat(codes(data)).containsExactly(Code.SAFE_MESSAGE);
  }
}
