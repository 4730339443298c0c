package io.belay.core.decode;

import io.belay.base.Address;
import io.belay.base.TypedField;
import io.belay.core.decode.SigningRisk.Code;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// What an order of a market place gives, and for how little.
final class OrderRisks {
  /// A thousandth of a currency with 18 decimals.
  private static final BigInteger TINY = BigInteger.TEN.pow(15);

  /// Where nobody knows the decimals: little in any token.
  private static final BigInteger TINY_UNITS = BigInteger.TEN.pow(6);

  private static final Set<String> PRICES =
      Set.of(
          "price",
          "baseprice",
          "takeramount",
          "takingamount",
          "takerassetamount",
          "buyamount",
          "erc20tokenamount");

  private final TypedRisks.Here here;

  OrderRisks(TypedRisks.Here here) {
    this.here = here;
  }

  /// What a struct says that may be an order.
  List<SigningRisk> of(TypedField struct) {
    List<SigningRisk> risks = new ArrayList<>();
    Optional<TypedField> offer = TypedMeaning.member(struct, "", "offer");
    Optional<TypedField> consideration = TypedMeaning.member(struct, "", "consideration");
    List<TypedField> prices =
        struct.members().stream()
            .filter(f -> f.type().startsWith("uint"))
            .filter(f -> PRICES.contains(f.name().toLowerCase(Locale.ROOT)))
            .toList();
    if (offer.isPresent() && consideration.isPresent()) {
      risks.add(SigningRisk.of(Code.ORDER));
      if (!offer.get().members().isEmpty() && isGift(struct, consideration.get())) {
        risks.add(SigningRisk.of(Code.CHEAP_ORDER));
      }
    } else if (!prices.isEmpty()) {
      risks.add(SigningRisk.of(Code.ORDER));
      if (prices.stream().anyMatch(f -> TypedMeaning.number(f).compareTo(TINY_UNITS) < 0)) {
        risks.add(SigningRisk.of(Code.CHEAP_ORDER));
      }
    }
    return risks;
  }

  /// Seaport: whether what the offerer is given is nothing, or next to nothing.
  private boolean isGift(TypedField order, TypedField consideration) {
    String offerer =
        TypedMeaning.member(order, "address", "offerer").map(TypedField::value).orElse("");
    return consideration.members().stream()
        .filter(item ->
            TypedMeaning.member(item, "address", "recipient")
                .filter(to -> to.value().equals(offerer))
                .isPresent())
        .allMatch(this::isTiny);
  }

  /// Whether an item is worth next to nothing for sure; a collection's piece is not looked into.
  private boolean isTiny(TypedField item) {
    BigInteger least =
        item.members().stream()
            .filter(f -> f.type().startsWith("uint"))
            .filter(f -> f.name().equals("startAmount") || f.name().equals("endAmount"))
            .map(TypedMeaning::number)
            .min(BigInteger::compareTo)
            .orElse(BigInteger.ZERO);
    String kind = TypedMeaning.member(item, "uint8", "itemtype").map(TypedField::value).orElse("");
    return switch (kind) {
      case "0" -> least.compareTo(TINY) < 0;
      case "1" -> least.compareTo(tiny(item)) < 0;
      default -> least.signum() == 0;
    };
  }

  private BigInteger tiny(TypedField item) {
    return TypedMeaning.token(item)
        .flatMap(token -> Optional.ofNullable(here.decimals().get(Address.parse(token.value()))))
        .map(decimals -> BigInteger.TEN.pow(Math.max(0, decimals - 3)))
        .orElse(TINY_UNITS);
  }
}
