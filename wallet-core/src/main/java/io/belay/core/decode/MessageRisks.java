package io.belay.core.decode;

import io.belay.base.Address;
import io.belay.base.ChainId;
import io.belay.core.decode.SigningRisk.Code;
import io.belay.keystore.SigningPayload.PersonalMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a message to a person or a site may hide.
public final class MessageRisks {
  private static final Pattern HEX = Pattern.compile("(?:0x)?(?:[0-9a-fA-F]{2}){16,}");
  private static final Pattern HASH = Pattern.compile("(?:0x)?[0-9a-fA-F]{64}");
  private static final int HASH_LENGTH = 32;

  // EIP-4361
  private static final Pattern SIGN_IN =
      Pattern.compile(
          "(?:[a-z][a-z0-9+.-]*://)?(\\S+) wants you to sign in with your Ethereum account:\\n"
              + "(0x[0-9a-fA-F]{40})\\n[\\s\\S]*");
  private static final Pattern CHAIN = Pattern.compile("(?m)^Chain ID: ([0-9]{1,16})$");

  private MessageRisks() {}

  /// What is to be known before it is signed, the gravest first.
  ///
  /// @param signer who would sign
  /// @param chain the network that is looked at; a message itself names none
  public static List<SigningRisk> of(PersonalMessage message, Address signer, ChainId chain) {
    List<SigningRisk> found = new ArrayList<>();
    message
        .text()
        .ifPresentOrElse(
            text -> lookAt(text, signer, chain, found),
            () -> found.add(SigningRisk.of(Code.BYTES)));
    if (message.message().length == HASH_LENGTH && message.text().isEmpty()) {
      found.add(SigningRisk.of(Code.BLIND));
    }
    return SigningRisk.sorted(found);
  }

  private static void lookAt(String text, Address signer, ChainId chain, List<SigningRisk> found) {
    int hidden = ShownText.of(text).hiddenCount();
    if (hidden > 0) {
      found.add(SigningRisk.of(Code.HIDDEN, Integer.toString(hidden)));
    }
    String plain = text.strip();
    if (HASH.matcher(plain).matches()) {
      found.add(SigningRisk.of(Code.BLIND));
    } else if (HEX.matcher(plain).matches()) {
      found.add(SigningRisk.of(Code.LOOKS_HEX));
    }
    if (plain.startsWith("{") && plain.contains("\"primaryType\"")) {
      found.add(SigningRisk.of(Code.LOOKS_TYPED));
    }
    Matcher in = SIGN_IN.matcher(text);
    if (in.matches()) {
      signIn(in.group(1), in.group(2), signer, found);
      Matcher named = CHAIN.matcher(text);
      if (named.find() && !named.group(1).equals(chain.toString())) {
        found.add(SigningRisk.of(Code.SIGN_IN_CHAIN, named.group(1)));
      }
    }
  }

  private static void signIn(String site, String account, Address signer, List<SigningRisk> found) {
    found.add(SigningRisk.of(Code.SIGN_IN, Quote.of(site)));
    if (!account.toLowerCase(Locale.ROOT).equals(signer.toLowerHex())) {
      found.add(SigningRisk.of(Code.OTHER_ACCOUNT, account));
    }
  }
}
