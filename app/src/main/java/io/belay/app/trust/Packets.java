package io.belay.app.trust;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/// OpenPGP packets (RFC 9580, 4.2) as they lie in a file, armored or not, before anything reads
/// what is in them: only whole packets of known length pass, so that no length is believed that the
/// file does not have.
final class Packets {
  static final int SIGNATURE = 2;
  static final int PUBLIC_KEY = 6;
  static final int USER_ID = 13;
  static final int PUBLIC_SUBKEY = 14;

  /// Of the keys and signatures that are read.
  static final int VERSION = 4;

  private static final int MOST = 500;
  private static final String BEGIN = "-----BEGIN PGP ";
  private static final String END = "-----END PGP ";

  private Packets() {}

  /// @param tag what it is
  /// @param whole header and body
  /// @param version the body's first byte, which says how keys and signatures go on; -1 for none
  @SuppressWarnings("ArrayRecordComponent") // passed on, never compared
  record Packet(int tag, byte[] whole, int version) {}

  /// The packets of a file; nothing where it is not made of whole ones.
  static Optional<List<Packet>> of(byte[] file) {
    // the first bit of a packet is set, and of an ASCII letter it is not
    return file.length > 0 && file[0] < 0 ? split(file) : armored(file).flatMap(Packets::split);
  }

  /// The bytes of some packets, one after the other.
  static byte[] join(List<Packet> packets) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    packets.forEach(packet -> all.writeBytes(packet.whole()));
    return all.toByteArray();
  }

  /// The one armored block of a file (RFC 9580, 6.2); its checksum is not looked at, as the RFC
  /// asks.
  private static Optional<byte[]> armored(byte[] file) {
    List<String> lines = new String(file, StandardCharsets.ISO_8859_1).lines().toList();
    List<Integer> begins = places(lines, BEGIN);
    List<Integer> ends = places(lines, END);
    if (begins.size() != 1 || ends.size() != 1 || begins.getFirst() > ends.getFirst()) {
      return Optional.empty();
    }
    StringBuilder base64 = new StringBuilder();
    boolean body = false;
    for (String line : lines.subList(begins.getFirst() + 1, ends.getFirst())) {
      if (body && !line.startsWith("=")) {
        base64.append(line.strip());
      }
      body = body || line.isBlank();
    }
    try {
      return Optional.of(Base64.getDecoder().decode(base64.toString()));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static List<Integer> places(List<String> lines, String start) {
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).startsWith(start)) {
        places.add(i);
      }
    }
    return places;
  }

  private static Optional<List<Packet>> split(byte[] bytes) {
    List<Packet> packets = new ArrayList<>();
    int at = 0;
    while (at < bytes.length) {
      Header header = header(bytes, at);
      if (header.length() < 0
          || header.length() > bytes.length - at - header.size()
          || packets.size() == MOST) {
        return Optional.empty();
      }
      int body = at + header.size();
      int end = body + (int) header.length();
      packets.add(
          new Packet(
              header.tag(),
              Arrays.copyOfRange(bytes, at, end),
              body < end ? bytes[body] & 0xff : -1));
      at = end;
    }
    return Optional.of(packets);
  }

  /// @param size of the header itself
  /// @param length of the body, or -1 where it is not said at the start
  private record Header(int tag, int size, long length) {
    static final Header BROKEN = new Header(0, 1, -1);
  }

  private static Header header(byte[] bytes, int at) {
    int first = bytes[at] & 0xff;
    if ((first & 0x80) == 0) {
      return Header.BROKEN;
    }
    return (first & 0x40) == 0 ? old(bytes, at, first) : modern(bytes, at, first & 0x3f);
  }

  private static Header old(byte[] bytes, int at, int first) {
    int octets = 1 << (first & 3);
    return octets == 8 // no length at all
        ? Header.BROKEN
        : new Header((first >> 2) & 0xf, 1 + octets, number(bytes, at + 1, octets));
  }

  private static Header modern(byte[] bytes, int at, int tag) {
    long first = number(bytes, at + 1, 1);
    if (first < 192) {
      return new Header(tag, 2, first);
    }
    if (first < 224) {
      long second = number(bytes, at + 2, 1);
      return new Header(tag, 3, second < 0 ? -1 : ((first - 192) << 8) + second + 192);
    }
    return first == 255 ? new Header(tag, 6, number(bytes, at + 2, 4)) : Header.BROKEN; // in parts
  }

  private static long number(byte[] bytes, int at, int octets) {
    if (at + octets > bytes.length) {
      return -1;
    }
    long number = 0;
    for (int i = at; i < at + octets; i++) {
      number = (number << 8) | (bytes[i] & 0xff);
    }
    return number;
  }
}
