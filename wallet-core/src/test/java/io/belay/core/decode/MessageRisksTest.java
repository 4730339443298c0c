package io.belay.core.decode;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.base.Address;
import io.belay.base.ChainId;
import io.belay.core.decode.SigningRisk.Code;
import io.belay.keystore.SigningPayload.PersonalMessage;
import java.util.List;
import org.junit.jupiter.api.Test;

class MessageRisksTest {
  private static List<SigningRisk> risks(PersonalMessage message) {
    return MessageRisks.of(message, Address.parse(Typed.OWNER), ChainId.of(1));
  }

  private static List<SigningRisk> risks(String text) {
    return risks(PersonalMessage.of(text));
  }

  private static List<Code> codes(List<SigningRisk> risks) {
    return risks.stream().map(SigningRisk::code).toList();
  }

  private static String signIn(String account, int chain) {
    return "belay.example wants you to sign in with your Ethereum account:\n"
        + account
        + "\n\nHello.\n\nURI: https://belay.example\nVersion: 1\nChain ID: "
        + chain
        + "\nNonce: 32891756\nIssued At: 2026-11-22T14:00:00Z";
  }

  @Test
  void aPlainMessageIsNoRisk() {
    assertThat(risks("Hello, world\n")).isEmpty();
  }

  @Test
  void hiddenCharactersAreCounted() {
    assertThat(risks("pay\u202e\u200bme")).containsExactly(SigningRisk.of(Code.HIDDEN, "2"));
  }

  @Test
  void aHashIsBlindAsTextAndAsBytes() {
    assertThat(codes(risks("0x" + "ab".repeat(32)))).containsExactly(Code.BLIND);
    byte[] hash = new byte[32];
    hash[0] = (byte) 0xff;
    assertThat(codes(risks(PersonalMessage.of(hash)))).containsExactly(Code.BLIND, Code.BYTES);
  }

  @Test
  void whatIsNoTextIsTold() {
    assertThat(codes(risks(PersonalMessage.of(new byte[] {(byte) 0xff}))))
        .containsExactly(Code.BYTES);
  }

  @Test
  void textThatLooksOtherwiseIsTold() {
    assertThat(codes(risks("0x" + "ab".repeat(40)))).containsExactly(Code.LOOKS_HEX);
    assertThat(codes(risks("{\"primaryType\":\"Permit\"}"))).containsExactly(Code.LOOKS_TYPED);
  }

  @Test
  void aSignInSaysWhereAndForWhom() {
    assertThat(risks(signIn(Typed.OWNER, 1)))
        .containsExactly(SigningRisk.of(Code.SIGN_IN, "belay.example"));
    assertThat(risks(signIn(Typed.OTHER, 10)))
        .containsExactly(
            SigningRisk.of(Code.OTHER_ACCOUNT, Typed.OTHER),
            SigningRisk.of(Code.SIGN_IN, "belay.example"),
            SigningRisk.of(Code.SIGN_IN_CHAIN, "10"));
  }
}
