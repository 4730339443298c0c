package io.belay.keystore.typed;

import io.belay.base.WalletException;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// The members that EIP-712 gives to a domain ("Definition of domainSeparator").
final class Domain {
  static final String TYPE = "EIP712Domain";
  static final String CHAIN_ID = "chainId";
  static final String CONTRACT = "verifyingContract";

  private static final List<Types.Member> STANDARD =
      List.of(
          new Types.Member("name", Type.Plain.STRING),
          new Types.Member("version", Type.Plain.STRING),
          new Types.Member(CHAIN_ID, new Type.Int(false, 256)),
          new Types.Member(CONTRACT, Type.Plain.ADDRESS),
          new Types.Member("salt", new Type.FixedBytes(32)));

  private Domain() {}

  /// The domain's type where the document declares none: the standard members that the domain has.
  /// Others are refused when the domain is read.
  static List<Types.Member> derive(JsonNode domain) {
    return STANDARD.stream().filter(member -> domain.has(member.name())).toList();
  }

  /// Refuses a declared domain that is not of the standard's members, types and order. The order is
  /// checked because signers differ in which one they encode, the declared or the standard's.
  ///
  /// @throws WalletException `bad-typed-data`
  static void check(List<Types.Member> declared) {
    for (Types.Member member : declared) {
      if (!STANDARD.contains(member)) {
        throw Refusal.at(
            "types." + TYPE, "member " + member.name() + " is not as the standard has it");
      }
    }
    if (!STANDARD.stream().filter(declared::contains).toList().equals(declared)) {
      throw Refusal.at("types." + TYPE, "the members are not in the standard's order");
    }
  }
}
