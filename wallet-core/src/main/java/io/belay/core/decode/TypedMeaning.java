package io.belay.core.decode;

import io.belay.base.TypedField;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What members of typed data usually mean by their names. Contracts give the names, so that this
/// is good for a warning or a note, never for leaving one out.
public final class TypedMeaning {
  private static final List<String> AMOUNTS =
      List.of("amount", "value", "allowance", "wad", "shares", "price");
  private static final Set<String> ENDS =
      Set.of("endtime", "validto", "validbefore", "validuntil", "expires", "expiresat");
  private static final Set<String> TOKENS =
      Set.of("token", "asset", "tokenaddress", "paymenttoken", "currency", "erc20token");
  // the year 3058; what stands later is meant never to come
  private static final int MOST_BITS_OF_TIME = 35;

  private TypedMeaning() {}

  private static String low(TypedField field) {
    return field.name().toLowerCase(Locale.ROOT);
  }

  /// Whether it is an amount of something.
  public static boolean isAmount(TypedField field) {
    return field.type().matches("uint\\d+") && AMOUNTS.stream().anyMatch(low(field)::contains);
  }

  /// Whether it says until when something is good.
  public static boolean isEnd(TypedField field) {
    String name = low(field);
    return field.type().matches("uint\\d+")
        && (ENDS.contains(name) || name.contains("deadline") || name.contains("expir"));
  }

  /// Whether an amount is more than any token has: the most its type holds, or beyond 2^128.
  public static boolean isUnlimited(TypedField field) {
    int bits = Integer.parseInt(field.type().substring("uint".length()));
    BigInteger value = number(field);
    return bits >= 96
        && (value.bitLength() > 128
            || value.equals(BigInteger.ONE.shiftLeft(bits).subtract(BigInteger.ONE)));
  }

  /// A number's value.
  public static BigInteger number(TypedField field) {
    return new BigInteger(field.value());
  }

  /// The moment that a number of seconds means, which is how a chain tells time; empty for none
  /// that comes. Expiries of 0 never come (DAI's permit, Wyvern), deadlines of 0 are over.
  public static Optional<Instant> moment(TypedField field) {
    BigInteger value = number(field);
    boolean never = value.signum() == 0 && low(field).contains("expir");
    return never || value.bitLength() > MOST_BITS_OF_TIME
        ? Optional.empty()
        : Optional.of(Instant.ofEpochSecond(value.longValueExact()));
  }

  /// Whether an end is Permit2's 0, which means the very block it comes in.
  public static boolean isThisBlock(TypedField field, TypedField parent) {
    return field.value().equals("0") && parent.type().equals("PermitDetails");
  }

  /// The member of a struct that names the token its amounts are of.
  public static Optional<TypedField> token(TypedField struct) {
    return struct.members().stream()
        .filter(member -> member.type().equals("address") && TOKENS.contains(low(member)))
        .findFirst();
  }

  /// A direct member by any of these names, in lower case, of a type that begins so.
  static Optional<TypedField> member(TypedField struct, String type, String... names) {
    return struct.members().stream()
        .filter(member -> member.type().startsWith(type))
        .filter(member -> Arrays.asList(names).contains(low(member)))
        .findFirst();
  }

  /// A field and all that is in it.
  static Stream<TypedField> all(TypedField field) {
    return Stream.concat(Stream.of(field), field.members().stream().flatMap(TypedMeaning::all));
  }
}
