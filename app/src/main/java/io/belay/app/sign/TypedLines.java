package io.belay.app.sign;

import io.belay.app.fx.Words;
import io.belay.base.Address;
import io.belay.base.ChainId;
import io.belay.base.TypedField;
import io.belay.base.WalletException;
import io.belay.core.decode.ShownText;
import io.belay.core.decode.TypedMeaning;
import io.belay.core.money.Amount;
import io.belay.core.money.Wei;
import io.belay.core.token.KnownToken;
import io.belay.keystore.SigningPayload.TypedData;
import java.math.BigInteger;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Typed data line by line, with what this wallet knows beside each.
final class TypedLines {
  /// More than anybody reads before they sign.
  static final int MOST = 400;

  private final TypedData data;
  private final Names names;
  private final Function<ChainId, Optional<String>> chains;
  private final List<TypedLine> lines = new ArrayList<>();

  /// @param chains names of other networks
  TypedLines(TypedData data, Names names, Function<ChainId, Optional<String>> chains) {
    this.data = data;
    this.names = names.on(data.chainId());
    this.chains = chains;
  }

  /// The domain's members.
  List<TypedLine> domain() {
    lines.clear();
    data.domain().members().forEach(field -> add(field, 0, data.domain()));
    return List.copyOf(lines);
  }

  /// The message's members.
  ///
  /// @throws WalletException `input-too-long` for more than can be read
  List<TypedLine> message() {
    lines.clear();
    data.message().members().forEach(field -> add(field, 0, data.message()));
    return List.copyOf(lines);
  }

  private void add(TypedField field, int depth, TypedField parent) {
    if (lines.size() == MOST) {
      throw new WalletException("input-too-long", "more members than anybody could read");
    }
    boolean isAddress = field.type().equals("address");
    lines.add(
        new TypedLine(
            depth,
            field.name(),
            field.type(),
            ShownText.of(field.value()),
            isAddress ? Optional.of(Address.parse(field.value())) : Optional.empty(),
            note(field, parent)));
    field.members().forEach(member -> add(member, depth + 1, field));
  }

  private Words words() {
    return names.words();
  }

  private String note(TypedField field, TypedField parent) {
    if (field.type().equals("address")) {
      return names.of(Address.parse(field.value())).orElseGet(() -> words().get("sign.who.none"));
    }
    if (parent.equals(data.domain()) && field.name().equals("chainId")) {
      return data.chainId().map(this::chain).orElse("");
    }
    if (TypedMeaning.isEnd(field) && !TypedMeaning.isThisBlock(field, parent)) {
      return TypedMeaning.moment(field)
          .map(this::day)
          .orElseGet(() -> words().get("sign.note.no-end"));
    }
    return TypedMeaning.isAmount(field) ? amount(field, parent) : "";
  }

  /// With its year, which is what a far one differs in.
  private String day(Instant at) {
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
        .withLocale(words().locale())
        .withZone(ZoneId.systemDefault())
        .format(at);
  }

  private String chain(ChainId id) {
    return id.equals(names.chain().id())
        ? names.chain().name()
        : chains.apply(id).orElseGet(() -> words().get("sign.note.chain"));
  }

  private String amount(TypedField field, TypedField parent) {
    if (TypedMeaning.isUnlimited(field)) {
      return words().get("sign.note.unlimited");
    }
    BigInteger units = TypedMeaning.number(field);
    String kind = itemType(parent);
    if (kind.equals("0") && names.isHere()) {
      return names.chain().currency().amount(Wei.of(units)).toString();
    }
    if (!kind.isEmpty() && !kind.equals("0") && !kind.equals("1")) {
      return ""; // pieces of a collection
    }
    return TypedMeaning.token(parent)
        .map(token -> Address.parse(token.value()))
        .or(data::verifyingContract)
        .flatMap(names::token)
        .map(token -> told(token, token.amount(units)))
        .orElseGet(() -> words().get("sign.note.units"));
  }

  /// Of Seaport's items: 0 is the network's own currency, 1 a token, others are collections; blank
  /// where it is no item.
  private static String itemType(TypedField item) {
    return item.members().stream()
        .filter(member -> member.name().equals("itemType"))
        .map(TypedField::value)
        .findFirst()
        .orElse("");
  }

  private String told(KnownToken token, Amount amount) {
    String plain = token.falseName() ? words().get("sign.note.false", amount) : amount.toString();
    return token.isDoubtful() ? words().get("units.single", plain) : plain;
  }
}
