package io.belay.keystore.typed;

import io.belay.base.Address;
import io.belay.base.Bytes32;
import io.belay.base.ChainId;
import io.belay.base.Keccak;
import io.belay.base.TypedField;
import io.belay.base.WalletException;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// A document of typed data (EIP-712), read, checked and ready to be hashed. Immutable.
public final class TypedMessage {
  private static final byte[] PREFIX = {0x19, 0x01};

  private final Value.Struct domain;
  private final Value.Struct message;

  private TypedMessage(Value.Struct domain, Value.Struct message) {
    this.domain = domain;
    this.message = message;
  }

  /// Reads the JSON of `eth_signTypedData_v4`: `types`, `primaryType`, `domain`, `message` and
  /// nothing else.
  ///
  /// @throws WalletException `bad-typed-data` with the place, for all that has not exactly one
  ///   encoding
  public static TypedMessage parse(String json) {
    JsonNode root = TypedJson.document(json);
    TypedJson.exactly(root, Set.of("types", "primaryType", "domain", "message"), "typed data");
    JsonNode domainNode = TypedJson.object(root.path("domain"), "domain");
    Types types = Types.of(root.path("types"), domainNode);
    String primary = TypedJson.text(root.path("primaryType"), "primaryType");
    if (!types.has(primary)) {
      throw Refusal.at("primaryType", "there is no such type");
    }
    ValueReader reader = new ValueReader(types);
    Value.Struct domain = reader.struct(Domain.TYPE, domainNode, "domain");
    checkChainId(domain);
    if (primary.equals(Domain.TYPE)) {
      TypedJson.exactly(root.path("message"), Set.of(), "message");
      return new TypedMessage(domain, domain);
    }
    return new TypedMessage(domain, reader.struct(primary, root.path("message"), "message"));
  }

  // ChainId holds up to 2^53-1: a larger one, or 0, is no chain that anybody could compare
  private static void checkChainId(Value.Struct domain) {
    BigInteger number =
        single(domain, Domain.CHAIN_ID).map(Bytes32::toBigInteger).orElse(BigInteger.ONE);
    if (number.signum() == 0 || number.bitLength() > 53) {
      throw Refusal.at("domain." + Domain.CHAIN_ID, "no chain has this number");
    }
  }

  private static Optional<Bytes32> single(Value.Struct struct, String name) {
    return struct.members().stream()
        .filter(member -> member.name().equals(name))
        .map(member -> member.value().word())
        .findFirst();
  }

  /// What the curve signs: keccak-256 of `19 01`, the domain's hash and the message's hash. A
  /// primary type `EIP712Domain` has no message; signers in use then hash the domain alone.
  public Bytes32 digest() {
    byte[] separator = domain.word().toArray();
    return isDomainOnly()
        ? Keccak.hash(PREFIX, separator)
        : Keccak.hash(PREFIX, separator, message.word().toArray());
  }

  private boolean isDomainOnly() {
    return message.type().equals(Domain.TYPE);
  }

  /// `domainSeparator` of EIP-712.
  public Bytes32 domainSeparator() {
    return domain.word();
  }

  /// `encodeData` of the message, with the type's hash before it; empty if the domain is all.
  byte[] encodedMessage() {
    return isDomainOnly() ? new byte[0] : message.encoded();
  }

  /// The name of the message's type.
  public String primaryType() {
    return message.type();
  }

  /// The chain that the domain names, if it does.
  public Optional<ChainId> chainId() {
    return single(domain, Domain.CHAIN_ID)
        .map(word -> ChainId.of(word.toBigInteger().longValueExact()));
  }

  /// The contract that the domain names, if it does.
  public Optional<Address> verifyingContract() {
    return single(domain, Domain.CONTRACT)
        .map(word -> Address.of(Arrays.copyOfRange(word.toArray(), 12, 32)));
  }

  /// The domain for review.
  public TypedField domain() {
    return domain.view("domain");
  }

  /// The message for review; without members if the domain is all.
  public TypedField message() {
    return isDomainOnly()
        ? new TypedField("message", Domain.TYPE, "", List.of())
        : message.view("message");
  }
}
