package io.belay.core.proof;

import io.belay.base.Bytes32;
import io.belay.base.Keccak;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// The root by the yellow paper's recursive definition over the whole content, on hexadecimal text
/// and with its own RLP: slow, and sharing nothing with the code under test but Keccak.
final class NaiveRoot {
  private final SortedMap<String, byte[]> content = new TreeMap<>();

  NaiveRoot put(byte[] key, byte[] value) {
    content.put(HexFormat.of().formatHex(key), value);
    return this;
  }

  NaiveRoot remove(byte[] key) {
    content.remove(HexFormat.of().formatHex(key));
    return this;
  }

  Bytes32 root() {
    return Keccak.hash(content.isEmpty() ? string(new byte[0]) : structure(content, 0));
  }

  private static byte[] structure(SortedMap<String, byte[]> part, int depth) {
    String first = part.firstKey();
    byte[] value = part.values().iterator().next();
    if (part.size() == 1) {
      return list(List.of(string(prefix(first.substring(depth), 2)), string(value)));
    }
    String last = part.lastKey();
    int shared = depth;
    while (shared < first.length() && first.charAt(shared) == last.charAt(shared)) {
      shared++;
    }
    if (shared > depth) {
      byte[] path = string(prefix(first.substring(depth, shared), 0));
      return list(List.of(path, reference(part, shared)));
    }
    List<byte[]> members = new ArrayList<>();
    for (char digit : "0123456789abcdef".toCharArray()) {
      SortedMap<String, byte[]> below = new TreeMap<>();
      for (Map.Entry<String, byte[]> entry : part.entrySet()) {
        if (entry.getKey().length() > depth && entry.getKey().charAt(depth) == digit) {
          below.put(entry.getKey(), entry.getValue());
        }
      }
      members.add(below.isEmpty() ? string(new byte[0]) : reference(below, depth + 1));
    }
    members.add(string(first.length() == depth ? value : new byte[0]));
    return list(members);
  }

  private static byte[] reference(SortedMap<String, byte[]> part, int depth) {
    byte[] node = structure(part, depth);
    return node.length < 32 ? node : string(Keccak.hash(node).toArray());
  }

  private static byte[] prefix(String digits, int flag) {
    String head = digits.length() % 2 == 0 ? flag + "0" : Integer.toString(flag + 1);
    return HexFormat.of().parseHex(head + digits);
  }

  private static byte[] string(byte[] value) {
    boolean itself = value.length == 1 && value[0] >= 0;
    return itself ? value : withHead(0x80, value);
  }

  private static byte[] list(List<byte[]> members) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    members.forEach(body::writeBytes);
    return withHead(0xc0, body.toByteArray());
  }

  private static byte[] withHead(int base, byte[] body) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    if (body.length < 56) {
      out.write(base + body.length);
    } else {
      String size = BigInteger.valueOf(body.length).toString(16);
      byte[] length = HexFormat.of().parseHex(size.length() % 2 == 0 ? size : "0" + size);
      out.write(base + 55 + length.length);
      out.writeBytes(length);
    }
    out.writeBytes(body);
    return out.toByteArray();
  }

  static byte[] text(String value) {
    return value.getBytes(StandardCharsets.UTF_8);
  }
}
