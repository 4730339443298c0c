package io.belay.core.decode;

import io.belay.base.Address;
import io.belay.base.ChainId;
import io.belay.base.TypedField;
import io.belay.core.decode.SigningRisk.Code;
import io.belay.keystore.SigningPayload.TypedData;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What typed data can cost, as far as its types and names say. Whoever asks for the signature
/// chose neither: a contract takes only what has exactly its own.
public final class TypedRisks {
  /// Uniswap's, at one address on every network.
  public static final Address PERMIT2 = Address.parse("0x000000000022D473030F116dDEE9F6B43aC78BA3");

  private static final Duration FAR = Duration.ofDays(30);
  private static final String SET_APPROVAL_FOR_ALL = "setApprovalForAll(address,bool)";

  /// Where and when it is looked at.
  ///
  /// @param chain the network
  /// @param signer who would sign
  /// @param known addresses that the person or this wallet knows
  /// @param decimals of tokens, where they are known
  /// @param now time
  public record Here(
      ChainId chain,
      Address signer,
      Set<Address> known,
      Map<Address, Integer> decimals,
      Instant now) {
    /// Copies both.
    public Here {
      known = Set.copyOf(known);
      decimals = Map.copyOf(decimals);
    }
  }

  private final TypedData data;
  private final Here here;
  private final List<SigningRisk> found = new ArrayList<>();

  private TypedRisks(TypedData data, Here here) {
    this.data = data;
    this.here = here;
  }

  /// What is to be known before it is signed, the gravest first.
  public static List<SigningRisk> of(TypedData data, Here here) {
    TypedRisks risks = new TypedRisks(data, here);
    risks.lookAtDomain();
    TypedMeaning.all(data.message()).forEach(risks::lookAt);
    risks.lookForNothing();
    risks.lookForHidden();
    risks.lookAtEnds();
    risks.lookAtSigner();
    return SigningRisk.sorted(risks.found);
  }

  private void add(Code code, String... facts) {
    found.add(SigningRisk.of(code, facts));
  }

  private void lookAtDomain() {
    data.chainId()
        .ifPresentOrElse(
            id -> {
              if (!id.equals(here.chain())) {
                add(Code.OTHER_CHAIN, id.toString());
              }
            },
            () -> add(Code.NO_CHAIN));
    data.verifyingContract()
        .ifPresentOrElse(
            contract -> {
              if (!here.known().contains(contract) && !contract.equals(PERMIT2)) {
                add(Code.UNKNOWN_CONTRACT, contract.toString());
              }
            },
            () -> add(Code.NO_CONTRACT));
  }

  private void lookAt(TypedField field) {
    if (TypedMeaning.isAmount(field) && TypedMeaning.isUnlimited(field)) {
      add(Code.UNLIMITED, field.name());
    }
    if (field.type().equals("bytes")) {
      lookAtCall(field.value());
    }
    if (!field.members().isEmpty()) {
      lookAtApproval(field);
      lookAtDeed(field);
      found.addAll(new OrderRisks(here).of(field));
    }
  }

  /// EIP-2612 and DAI's permit; Permit2; EIP-4494 and those of whole collections.
  private void lookAtApproval(TypedField struct) {
    TypedMeaning.member(struct, "address", "spender")
        .ifPresent(who -> add(isPermit2() ? Code.PERMIT2 : Code.PERMIT, who.value()));
    boolean yes =
        TypedMeaning.member(struct, "bool", "approved", "allowed", "approve")
            .filter(flag -> flag.value().equals("true"))
            .isPresent();
    Optional<TypedField> operator = TypedMeaning.member(struct, "address", "operator");
    if (yes && operator.isPresent()) {
      add(Code.EVERYTHING, operator.get().value());
    } else if (yes && TypedMeaning.member(struct, "address", "spender").isPresent()) {
      add(Code.UNLIMITED, "allowed"); // DAI's permit knows all or nothing
    }
  }

  private boolean isPermit2() {
    return data.verifyingContract().filter(PERMIT2::equals).isPresent()
        || TypedMeaning.all(data.message())
            .anyMatch(f -> f.type().matches("(PermitDetails|TokenPermissions)(\\[\\d*])?"));
  }

  /// What is done with the signature at once: a transfer, a Safe's transaction, a call.
  private void lookAtDeed(TypedField struct) {
    Optional<TypedField> to = TypedMeaning.member(struct, "address", "to");
    if (to.isEmpty()) {
      if (TypedMeaning.member(struct, "bytes", "functionsignature").isPresent()) {
        add(Code.CALL, data.verifyingContract().map(Address::toString).orElse(""));
      }
      return;
    }
    Optional<TypedField> operation = TypedMeaning.member(struct, "uint8", "operation");
    boolean from = TypedMeaning.member(struct, "address", "from").isPresent();
    if (operation.isPresent()) {
      add(Code.SAFE, to.get().value());
      if (!operation.get().value().equals("0")) {
        add(Code.DELEGATECALL, to.get().value());
      }
    } else if (from && TypedMeaning.member(struct, "bytes", "data").isPresent()) {
      add(Code.CALL, to.get().value());
    } else if (from && TypedMeaning.member(struct, "uint", "validbefore").isPresent()) {
      add(Code.TRANSFER, to.get().value());
    }
  }

  private void lookAtCall(String bytes) {
    Erc20Call.parse(bytes)
        .ifPresent(call -> {
          if (call instanceof Erc20Call.Approve approve && approve.units().signum() > 0) {
            add(Code.INNER_APPROVAL, approve.spender().toString());
          }
        });
    AbiWords.parse(bytes)
        .filter(call -> call.selector().equals(AbiWords.selectorOf(SET_APPROVAL_FOR_ALL)))
        .filter(call -> call.words().size() == 2)
        .filter(call -> call.words().getLast().toBigInteger().signum() != 0)
        .flatMap(call -> AbiWords.address(call.words().getFirst()))
        .ifPresent(who -> add(Code.EVERYTHING, who.toString()));
  }

  private void lookForNothing() {
    if (data.primaryType().equals("SafeMessage")) {
      add(Code.SAFE_MESSAGE);
      return;
    }
    List<TypedField> leaves =
        TypedMeaning.all(data.message()).filter(f -> f.members().isEmpty()).toList();
    if (leaves.stream().allMatch(f -> f.type().equals("bytes32") || !isValue(f))) {
      add(Code.BLIND);
    }
  }

  /// Whether it has a value: an empty struct or array has none.
  private static boolean isValue(TypedField leaf) {
    return leaf.type().matches("u?int\\d+|bytes\\d*|address|bool|string");
  }

  private void lookForHidden() {
    int hidden =
        Stream.concat(TypedMeaning.all(data.domain()), TypedMeaning.all(data.message()))
            .filter(field -> field.type().equals("string"))
            .mapToInt(field -> ShownText.of(field.value()).hiddenCount())
            .sum();
    if (hidden > 0) {
      add(Code.HIDDEN, Integer.toString(hidden));
    }
  }

  private void lookAtEnds() {
    List<TypedField> ends = TypedMeaning.all(data.message()).filter(TypedMeaning::isEnd).toList();
    boolean lasts =
        found.stream()
            .map(SigningRisk::code)
            .anyMatch(Set.of(Code.PERMIT, Code.PERMIT2, Code.EVERYTHING, Code.ORDER)::contains);
    if (ends.isEmpty() && lasts) {
      add(Code.NO_END, "");
    }
    TypedMeaning.all(data.message())
        .forEach(struct ->
            struct.members().stream()
                .filter(TypedMeaning::isEnd)
                .filter(end -> !TypedMeaning.isThisBlock(end, struct))
                .forEach(this::lookAtEnd));
  }

  private void lookAtEnd(TypedField end) {
    Optional<Instant> moment = TypedMeaning.moment(end);
    if (moment.isEmpty()) {
      add(Code.NO_END, end.name());
    } else if (moment.get().isBefore(here.now())) {
      add(Code.ENDED, end.name(), day(moment.get()));
    } else if (moment.get().isAfter(here.now().plus(FAR))) {
      add(Code.FAR_END, end.name(), day(moment.get()));
    }
  }

  private static String day(Instant at) {
    return at.toString().substring(0, "2026-11-22".length());
  }

  private void lookAtSigner() {
    TypedMeaning.member(data.message(), "address", "owner", "holder", "offerer", "maker", "trader")
        .or(() -> TypedMeaning.member(data.message(), "address", "from"))
        .filter(owner -> !owner.value().toLowerCase(Locale.ROOT).equals(here.signer().toLowerHex()))
        .ifPresent(owner -> add(Code.OTHER_ACCOUNT, owner.value()));
  }
}
