package io.belay.app.sign;

import io.belay.app.fx.Phrases;
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
  private final Instant now;
  private final List<TypedLine> lines = new ArrayList<>();

  /// @param chains names of other networks
  TypedLines(
      TypedData data, Names names, Function<ChainId, Optional<String>> chains, Instant now) {
    this.data = data;
    this.names = names;
    this.chains = chains;
    this.now = now;
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
    if (TypedMeaning.isEnd(field)) {
      return TypedMeaning.moment(field)
          .map(at -> new Phrases(words()).when(at, now))
          .orElseGet(() -> words().get("sign.note.no-end"));
    }
    return isAmount(field) ? amount(field, parent) : "";
  }

  private static boolean isAmount(TypedField field) {
    return TypedMeaning.isAmount(field);
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
    if (isCurrency(parent)) {
      return names.chain().currency().amount(Wei.of(units)).toString();
    }
    return TypedMeaning.token(parent)
        .map(token -> Address.parse(token.value()))
        .or(data::verifyingContract)
        .flatMap(names::token)
        .map(token -> told(token, token.amount(units)))
        .orElseGet(() -> words().get("sign.note.units"));
  }

  /// Seaport's items of the network's own currency.
  private static boolean isCurrency(TypedField item) {
    return item.members().stream()
        .anyMatch(f -> f.name().equals("itemType") && f.value().equals("0"));
  }

  private String told(KnownToken token, Amount amount) {
    String plain =
        token.falseName() ? words().get("sign.note.false", amount) : amount.toString();
    return token.isDoubtful() ? words().get("units.single", plain) : plain;
  }
}
