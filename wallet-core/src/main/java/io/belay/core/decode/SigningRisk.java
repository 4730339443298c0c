package io.belay.core.decode;

import java.util.List;
import java.util.Locale;

/// Something to know before a message or typed data is signed.
///
/// @param code what it is
/// @param facts what its words need, such as who may take what; a stranger's text is shown plain
public record SigningRisk(Code code, List<String> facts) {
  /// How much is at stake.
  public enum Weight {
    /// It is not signed.
    REFUSED,
    /// Money or keys are at stake.
    GRAVE,
    /// Good to know.
    ADVICE
  }

  /// What it is about.
  public enum Code {
    /// For another network than the one looked at: its id.
    OTHER_CHAIN(Weight.REFUSED),
    /// A Safe would run somebody's code as its own: whose.
    DELEGATECALL(Weight.REFUSED),
    /// Lets somebody take a token (EIP-2612 and DAI's): who.
    PERMIT(Weight.GRAVE),
    /// The same by Uniswap's Permit2: who.
    PERMIT2(Weight.GRAVE),
    /// An amount without limit: the member that says so.
    UNLIMITED(Weight.GRAVE),
    /// Lets somebody take every piece of a collection: who.
    EVERYTHING(Weight.GRAVE),
    /// Moves a token (EIP-3009): to whom.
    TRANSFER(Weight.GRAVE),
    /// A call within it lets somebody take a token: who.
    INNER_APPROVAL(Weight.GRAVE),
    /// An order that gives for nothing, or next to nothing.
    CHEAP_ORDER(Weight.GRAVE),
    /// A Safe's transaction: whom it calls.
    SAFE(Weight.GRAVE),
    /// A call that somebody else makes in the signer's name: of whom.
    CALL(Weight.GRAVE),
    /// Only hashes: what they stand for cannot be seen.
    BLIND(Weight.GRAVE),
    /// Characters that are not seen, or turn the writing: how many.
    HIDDEN(Weight.GRAVE),
    /// An order of a market place.
    ORDER(Weight.ADVICE),
    /// A message of a Safe.
    SAFE_MESSAGE(Weight.ADVICE),
    /// Good for ever: the member that says so, or none.
    NO_END(Weight.ADVICE),
    /// Good for long: the member, and the day.
    FAR_END(Weight.ADVICE),
    /// Over already: the member, and the day.
    ENDED(Weight.ADVICE),
    /// Names no network.
    NO_CHAIN(Weight.ADVICE),
    /// Names no contract.
    NO_CONTRACT(Weight.ADVICE),
    /// The contract is not known here.
    UNKNOWN_CONTRACT(Weight.ADVICE),
    /// Speaks of another account than the one that signs: of which.
    OTHER_ACCOUNT(Weight.ADVICE),
    /// Signs in: where.
    SIGN_IN(Weight.ADVICE),
    /// Signs in for another network: its id.
    SIGN_IN_CHAIN(Weight.ADVICE),
    /// No text.
    BYTES(Weight.ADVICE),
    /// Text that looks like hexadecimal digits.
    LOOKS_HEX(Weight.ADVICE),
    /// Text that looks like typed data.
    LOOKS_TYPED(Weight.ADVICE);

    private final Weight weight;

    Code(Weight weight) {
      this.weight = weight;
    }

    /// Its key.
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /// Copies the facts.
  public SigningRisk {
    facts = List.copyOf(facts);
  }

  static SigningRisk of(Code code, String... facts) {
    return new SigningRisk(code, List.of(facts));
  }

  /// How much is at stake.
  public Weight weight() {
    return code.weight;
  }

  /// Without repetitions, the gravest first.
  static List<SigningRisk> sorted(List<SigningRisk> found) {
    return found.stream().distinct().sorted((a, b) -> a.code.compareTo(b.code)).toList();
  }
}
