package io.belay.keystore.typed;

import io.belay.base.Bytes32;
import io.belay.base.Keccak;
import io.belay.base.WalletException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/// The structs that a document declares: complete, and none that holds itself.
final class Types {
  private static final int MOST_TYPES = 128;
  private static final int MOST_MEMBERS = 256;
  private static final int MOST_ENCODED = 1 << 20;

  /// A struct's member.
  record Member(String name, Type type) {}

  private final Map<String, List<Member>> structs;
  private final Map<String, Bytes32> hashes = new HashMap<>();
  private int encodedLength;

  private Types(Map<String, List<Member>> structs) {
    this.structs = structs;
  }

  /// Reads and checks the declarations, those that nothing uses too.
  ///
  /// @throws WalletException `bad-typed-data`
  static Types of(JsonNode declared, JsonNode domain) {
    TypedJson.object(declared, "types");
    if (declared.size() > MOST_TYPES) {
      throw Refusal.at("types", "more than " + MOST_TYPES + " types");
    }
    Map<String, List<Member>> structs = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> entry : declared.properties()) {
      String name = Name.type(entry.getKey(), "types");
      if (Type.isReserved(name)) {
        throw Refusal.at("types." + name, "no struct may have the name of a built-in type");
      }
      structs.put(name, members(entry.getValue(), "types." + name));
    }
    structs.computeIfAbsent(Domain.TYPE, name -> Domain.derive(domain));
    Domain.check(structs.getOrDefault(Domain.TYPE, List.of()));
    Types types = new Types(structs);
    types.checkReferences();
    types.checkCycles();
    return types;
  }

  private static List<Member> members(JsonNode list, String place) {
    if (!list.isArray() || list.size() > MOST_MEMBERS) {
      throw Refusal.at(place, "not a list of at most " + MOST_MEMBERS + " members");
    }
    List<Member> members = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (JsonNode item : list) {
      String at = place + "[" + members.size() + "]";
      TypedJson.exactly(item, Set.of("name", "type"), at);
      String name = Name.member(TypedJson.text(item.path("name"), at), at);
      if (!names.add(name)) {
        throw Refusal.at(at, "a second member " + name);
      }
      members.add(new Member(name, Type.parse(TypedJson.text(item.path("type"), at), at)));
    }
    return List.copyOf(members);
  }

  boolean has(String struct) {
    return structs.containsKey(struct);
  }

  /// The members of a declared struct.
  List<Member> members(String struct) {
    return structs.getOrDefault(struct, List.of());
  }

  /// `typeHash` of EIP-712.
  ///
  /// @throws WalletException `bad-typed-data` where all hashed encodings exceed 2^20 characters
  Bytes32 hash(String struct) {
    return hashes.computeIfAbsent(struct, this::hashed);
  }

  // each encoding repeats those it needs: small declarations could ask for a hundred times as much
  private Bytes32 hashed(String struct) {
    String encoded = encoded(struct);
    encodedLength += encoded.length();
    if (encodedLength > MOST_ENCODED) {
      throw Refusal.at("types." + struct, "the types need too much of each other");
    }
    return Keccak.hash(encoded.getBytes(StandardCharsets.UTF_8));
  }

  /// `encodeType` of EIP-712: the struct, then those it needs, sorted by name.
  String encoded(String struct) {
    TreeMap<String, String> needed = new TreeMap<>();
    collect(struct, needed);
    String own = needed.getOrDefault(struct, "");
    needed.remove(struct);
    return own + String.join("", needed.values());
  }

  private void collect(String struct, Map<String, String> into) {
    if (into.containsKey(struct)) {
      return;
    }
    List<String> parts = new ArrayList<>();
    for (Member member : members(struct)) {
      parts.add(member.type().label() + " " + member.name());
    }
    into.put(struct, struct + "(" + String.join(",", parts) + ")");
    for (String next : references(struct)) {
      collect(next, into);
    }
  }

  private List<String> references(String struct) {
    List<String> found = new ArrayList<>();
    for (Member member : members(struct)) {
      if (innermost(member.type()) instanceof Type.Struct(String name)) {
        found.add(name);
      }
    }
    return found;
  }

  private static Type innermost(Type type) {
    Type inner = type;
    while (inner instanceof Type.Array(Type element, int length)) {
      inner = element;
    }
    return inner;
  }

  private void checkReferences() {
    for (String struct : structs.keySet()) {
      for (String name : references(struct)) {
        if (!has(name) || name.equals(Domain.TYPE)) {
          throw Refusal.at("types." + struct, "there is no type " + name + " for a member");
        }
      }
    }
  }

  // a struct that holds itself, even through an array, has no end that every signer agrees on
  private void checkCycles() {
    Set<String> done = new HashSet<>();
    for (String struct : structs.keySet()) {
      visit(struct, new HashSet<>(), done);
    }
  }

  private void visit(String struct, Set<String> above, Set<String> done) {
    if (!above.add(struct)) {
      throw Refusal.at("types." + struct, "the type holds itself");
    }
    if (!done.contains(struct)) {
      references(struct).forEach(next -> visit(next, above, done));
      done.add(struct);
    }
    above.remove(struct);
  }
}
