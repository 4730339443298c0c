package io.belay.app.sign;

import io.belay.base.Hex;
import io.belay.core.decode.MessageRisks;
import io.belay.core.decode.ShownText;
import io.belay.core.decode.SigningRisk;
import io.belay.core.decode.SigningRisk.Weight;
import io.belay.core.decode.TypedRisks;
import io.belay.core.store.AccountEntry;
import io.belay.keystore.SigningPayload;
import io.belay.keystore.SigningPayload.PersonalMessage;
import io.belay.keystore.SigningPayload.TypedData;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What would be signed, decoded from what is hashed, and what is to be known first.
///
/// @param payload the very thing that is signed
/// @param account who signs
/// @param risks the gravest first
/// @param body what it says
record SignReview(
    SigningPayload payload, AccountEntry account, List<SigningRisk> risks, Body body) {

  /// What it says.
  sealed interface Body {}

  /// A message.
  ///
  /// @param text all of it, where it is text
  /// @param hex its bytes
  /// @param length how many there are
  record Message(Optional<ShownText> text, String hex, int length) implements Body {}

  /// Typed data.
  ///
  /// @param primaryType the message's type
  record Typed(String primaryType, List<TypedLine> domain, List<TypedLine> message)
      implements Body {
    Typed {
      domain = List.copyOf(domain);
      message = List.copyOf(message);
    }
  }

  SignReview {
    risks = List.copyOf(risks);
  }

  /// Decodes it. Takes long for much, so it belongs in the background.
  static SignReview of(
      SignInput.Given given, AccountEntry account, Names names, OtherChains chains, Instant now) {
    SigningPayload payload = given.payload();
    return switch (payload) {
      case PersonalMessage message ->
          new SignReview(
              payload,
              account,
              MessageRisks.of(message, account.ref().address(), names.chain().id()),
              message(message));
      case TypedData data -> {
        TypedRisks.Here here =
            new TypedRisks.Here(
                names.chain().id(),
                account.ref().address(),
                names.everybody(),
                names.decimals(),
                now);
        TypedLines lines = new TypedLines(data, names, chains::name);
        yield new SignReview(
            payload,
            account,
            TypedRisks.of(data, here),
            new Typed(data.primaryType(), lines.domain(), lines.message()));
      }
      // neither is ever read from what is put in here
      case SigningPayload.Transaction t -> throw new IllegalStateException("a transaction");
      case SigningPayload.Authorization a -> throw new IllegalStateException("an authorization");
    };
  }

  private static Message message(PersonalMessage message) {
    byte[] bytes = message.message();
    return new Message(message.text().map(ShownText::of), Hex.encode(bytes), bytes.length);
  }

  /// Whether it is not signed here at all.
  boolean isRefused() {
    return has(Weight.REFUSED);
  }

  /// Whether money or keys are at stake, so that a person says that they want it all the same.
  boolean isGrave() {
    return has(Weight.GRAVE);
  }

  private boolean has(Weight weight) {
    return risks.stream().anyMatch(risk -> risk.weight() == weight);
  }
}
