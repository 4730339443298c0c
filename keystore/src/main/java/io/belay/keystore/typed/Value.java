package io.belay.keystore.typed;

import io.belay.base.Address;
import io.belay.base.Bytes32;
import io.belay.base.Hex;
import io.belay.base.Keccak;
import io.belay.base.TypedField;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A value in the form that is encoded. The view is decoded from the same bytes.
sealed interface Value {
  /// The 32 bytes that stand for the value in `encodeData`.
  Bytes32 word();

  /// The line for review.
  TypedField view(String name);

  /// A value without members.
  ///
  /// @param content its 32-byte word, or the bytes that are hashed if the type is `bytes` or
  ///   `string`
  @SuppressWarnings("ArrayRecordComponent") // never compared, never handed out
  record Single(Type type, byte[] content) implements Value {
    @Override
    public Bytes32 word() {
      boolean hashed = type == Type.Plain.BYTES || type == Type.Plain.STRING;
      return hashed ? Keccak.hash(content) : Bytes32.of(content);
    }

    @Override
    public TypedField view(String name) {
      return new TypedField(name, type.label(), text(), List.of());
    }

    private String text() {
      return switch (type) {
        case Type.Int(boolean signed, int bits) ->
            (signed ? new BigInteger(content) : new BigInteger(1, content)).toString();
        case Type.FixedBytes(int size) -> Hex.encode(Arrays.copyOf(content, size));
        case Type.Plain plain ->
            switch (plain) {
              case ADDRESS -> Address.of(Arrays.copyOfRange(content, 12, 32)).toString();
              case BOOL -> content[31] == 1 ? "true" : "false";
              case BYTES -> Hex.encode(content);
              case STRING -> new String(content, StandardCharsets.UTF_8);
            };
        case Type.Struct s -> throw new IllegalStateException("a struct has members");
        case Type.Array a -> throw new IllegalStateException("an array has elements");
      };
    }
  }

  /// A member with its name.
  record Named(String name, Value value) {}

  /// A struct's value.
  record Struct(String type, Bytes32 typeHash, List<Named> members) implements Value {
    /// The type's hash and the words of the members.
    byte[] encoded() {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      out.writeBytes(typeHash.toArray());
      members.forEach(member -> out.writeBytes(member.value().word().toArray()));
      return out.toByteArray();
    }

    @Override
    public Bytes32 word() {
      return Keccak.hash(encoded()); // hashStruct
    }

    @Override
    public TypedField view(String name) {
      List<TypedField> fields = new ArrayList<>();
      members.forEach(member -> fields.add(member.value().view(member.name())));
      return new TypedField(name, type, "", fields);
    }
  }

  /// An array's value.
  record Items(Type.Array type, List<Value> elements) implements Value {
    @Override
    public Bytes32 word() {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      elements.forEach(element -> out.writeBytes(element.word().toArray()));
      return Keccak.hash(out.toByteArray());
    }

    @Override
    public TypedField view(String name) {
      List<TypedField> fields = new ArrayList<>();
      for (Value element : elements) {
        fields.add(element.view("[" + fields.size() + "]"));
      }
      return new TypedField(name, type.label(), "", fields);
    }
  }
}
