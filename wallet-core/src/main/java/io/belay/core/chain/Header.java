package io.belay.core.chain;

import io.belay.base.Bytes32;
import io.belay.base.Hex;
import io.belay.base.Keccak;
import io.belay.base.Rlp;
import io.belay.base.WalletException;
import io.belay.core.money.Wei;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A block header whose hash is computed here, never believed: keccak-256 of the RLP of its fields.
public final class Header {
  /// Members of JSON-RPC's block object that are not part of the header.
  private static final Set<String> BESIDE =
      Set.of("hash", "size", "totalDifficulty", "transactions", "uncles", "withdrawals");

  private final EnumMap<HeaderField, Rlp.Item> fields;
  private final Bytes32 hash;

  private Header(EnumMap<HeaderField, Rlp.Item> fields) {
    this.fields = fields;
    this.hash = Keccak.hash(Rlp.encode(Rlp.list(new ArrayList<>(fields.values()))));
  }

  /// A header of these fields; later ones may be missing from the end only.
  public static Header of(Map<HeaderField, Rlp.Item> values) {
    EnumMap<HeaderField, Rlp.Item> fields = new EnumMap<>(HeaderField.class);
    boolean ended = false;
    for (HeaderField field : HeaderField.values()) {
      Rlp.Item item = values.get(field);
      if (item == null) {
        ended = true;
      } else if (ended) {
        throw bad(field.json() + " without the fields before it");
      } else {
        fields.put(field, item);
      }
    }
    if (!fields.containsKey(HeaderField.NONCE)) {
      throw bad("fields missing");
    }
    return new Header(fields);
  }

  /// Reads a block object. The `hash` it claims is not looked at; compare it with [#hash].
  ///
  /// @throws WalletException `bad-header` where a field is missing or malformed,
  ///   `header-unknown-field` where it has a member this Belay does not know: then it may be honest
  ///   but cannot be verified
  public static Header parse(JsonNode block) {
    EnumMap<HeaderField, Rlp.Item> fields = fields(block);
    for (String name : block.propertyNames()) {
      if (!BESIDE.contains(name) && !isField(name)) {
        throw new WalletException("header-unknown-field", "newer than this Belay: cannot verify");
      }
    }
    return of(fields);
  }

  /// The header of a block object if the hash it claims is the hash of its fields, whatever else it
  /// has; empty if not, which proves nothing by itself: the chain may have other fields. A match
  /// binds the fields to the hash on any chain: nobody finds other ones of the same sizes and order
  /// with that hash. Their order up to `nonce` is the same on all chains that keep these fields.
  public static Optional<Header> matching(JsonNode block) {
    try {
      JsonNode claimed = block.path("hash");
      return claimed.isString()
          ? Optional.of(of(fields(block)))
              .filter(h -> h.hash.equals(Bytes32.parse(claimed.stringValue())))
          : Optional.empty();
    } catch (WalletException e) {
      return Optional.empty(); // not Ethereum's header, or not a header at all
    }
  }

  private static EnumMap<HeaderField, Rlp.Item> fields(JsonNode block) {
    EnumMap<HeaderField, Rlp.Item> fields = new EnumMap<>(HeaderField.class);
    for (HeaderField field : HeaderField.values()) {
      JsonNode value = block.get(field.json());
      if (value != null && !value.isNull()) {
        fields.put(field, item(field, value));
      } else if (field.isAlways()) {
        throw bad(field.json() + " is missing");
      }
    }
    return fields;
  }

  private static boolean isField(String name) {
    for (HeaderField field : HeaderField.values()) {
      if (field.json().equals(name)) {
        return true;
      }
    }
    return false;
  }

  private static Rlp.Item item(HeaderField field, JsonNode value) {
    if (!value.isString()) {
      throw bad(field.json() + " is not text");
    }
    try {
      return item(field, value.stringValue());
    } catch (WalletException e) {
      throw e.code().equals("bad-header")
          ? e
          : new WalletException("bad-header", "block header: " + field.json() + " is no hex", e);
    }
  }

  private static Rlp.Item item(HeaderField field, String text) {
    if (field.isQuantity()) {
      return Rlp.of(Hex.toBigInteger(text));
    }
    return sized(field, Rlp.of(Hex.decode(text)));
  }

  private static Rlp.Item sized(HeaderField field, Rlp.Item item) {
    if (field.isQuantity()) {
      item.number();
    } else if (!field.isFree() && item.bytes().length != field.size()) {
      throw bad(field.json() + " has " + item.bytes().length + " bytes");
    }
    return item;
  }

  /// Writes the header's members and its hash into a block object.
  public void writeTo(ObjectNode block) {
    block.put("hash", hash.toString());
    fields.forEach((field, item) ->
        block.put(
            field.json(),
            field.isQuantity() ? Hex.quantity(item.number()) : Hex.encode(item.bytes())));
  }

  /// RLP of the header.
  public byte[] encoded() {
    return Rlp.encode(Rlp.list(new ArrayList<>(fields.values())));
  }

  /// Reads RLP of a header.
  ///
  /// @throws WalletException `bad-rlp` or `bad-header` for another form, `header-unknown-field` for
  ///   more fields than this Belay knows
  public static Header decode(byte[] rlp) {
    List<Rlp.Item> items = Rlp.decode(rlp).list();
    HeaderField[] names = HeaderField.values();
    if (items.size() > names.length) {
      throw new WalletException("header-unknown-field", "newer than this Belay: cannot verify");
    }
    EnumMap<HeaderField, Rlp.Item> fields = new EnumMap<>(HeaderField.class);
    for (int i = 0; i < items.size(); i++) {
      fields.put(names[i], sized(names[i], items.get(i)));
    }
    return of(fields);
  }

  /// The computed hash.
  public Bytes32 hash() {
    return hash;
  }

  /// Height and hash.
  public BlockRef ref() {
    return new BlockRef(number(), hash);
  }

  /// Height.
  public long number() {
    return small(HeaderField.NUMBER);
  }

  /// Seconds since 1970.
  public long timestamp() {
    return small(HeaderField.TIMESTAMP);
  }

  /// Gas the block may hold.
  public long gasLimit() {
    return small(HeaderField.GAS_LIMIT);
  }

  /// Gas the block holds.
  public long gasUsed() {
    return small(HeaderField.GAS_USED);
  }

  /// Wei per gas; empty before EIP-1559.
  public Optional<Wei> baseFee() {
    return Optional.ofNullable(fields.get(HeaderField.BASE_FEE)).map(i -> Wei.of(i.number()));
  }

  /// A 32-byte field.
  public Bytes32 root(HeaderField field) {
    Rlp.Item item = fields.get(field);
    if (item == null) {
      throw bad("no " + field.json());
    }
    return Bytes32.of(item.bytes());
  }

  /// Hash of the parent.
  public Bytes32 parentHash() {
    return root(HeaderField.PARENT_HASH);
  }

  /// Root of the state trie.
  public Bytes32 stateRoot() {
    return root(HeaderField.STATE_ROOT);
  }

  private long small(HeaderField field) {
    Rlp.Item item = fields.get(field);
    BigInteger value = item == null ? BigInteger.ZERO : item.number();
    if (value.bitLength() > 62) {
      throw bad(field.json() + " is too large");
    }
    return value.longValue();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Header that && hash.equals(that.hash);
  }

  @Override
  public int hashCode() {
    return hash.hashCode();
  }

  @Override
  public String toString() {
    return "Header " + number() + " " + hash;
  }

  private static WalletException bad(String why) {
    return new WalletException("bad-header", "block header: " + why);
  }
}
