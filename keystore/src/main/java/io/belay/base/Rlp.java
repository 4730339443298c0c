package io.belay.base;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Recursive length prefix (yellow paper, appendix "RLP"): strict both ways. Decoding refuses
/// non-minimal lengths, trailing bytes and more than 64 levels.
public final class Rlp {
  private static final int MAX_DEPTH = 64;

  private Rlp() {}

  /// An item: bytes or a list of items.
  public sealed interface Item permits Bytes, Items {
    /// The bytes of a byte item.
    ///
    /// @throws WalletException `bad-rlp` for a list
    default byte[] bytes() {
      return switch (this) {
        case Bytes b -> b.value();
        case Items l -> throw bad("bytes wanted, a list found");
      };
    }

    /// The members of a list.
    ///
    /// @throws WalletException `bad-rlp` for bytes
    default List<Item> list() {
      return switch (this) {
        case Bytes b -> throw bad("a list wanted, bytes found");
        case Items l -> l.members();
      };
    }

    /// Bytes as a number without leading zero bytes.
    ///
    /// @throws WalletException `bad-rlp` for a list, a leading zero byte or more than 32 bytes
    default BigInteger number() {
      byte[] b = bytes();
      if (b.length > 32 || (b.length > 0 && b[0] == 0)) {
        throw bad("a number has at most 32 bytes and no leading zero");
      }
      return new BigInteger(1, b);
    }
  }

  /// A byte string.
  @SuppressWarnings("ArrayRecordComponent") // identity never matters: items live for one decode
  public record Bytes(byte[] value) implements Item {}

  /// A list.
  public record Items(List<Item> members) implements Item {
    /// Copies the members.
    public Items {
      members = List.copyOf(members);
    }
  }

  /// A byte item.
  public static Item of(byte[] value) {
    return new Bytes(value);
  }

  /// A 32-byte item.
  public static Item of(Bytes32 value) {
    return new Bytes(value.toArray());
  }

  /// A 20-byte item.
  public static Item of(Address value) {
    return new Bytes(value.toArray());
  }

  /// A number: big-endian without leading zeros, empty for zero.
  public static Item of(BigInteger value) {
    if (value.signum() < 0) {
      throw new IllegalArgumentException("RLP has no negative numbers");
    }
    byte[] raw = value.toByteArray();
    if (raw[0] == 0) {
      return new Bytes(Arrays.copyOfRange(raw, 1, raw.length));
    }
    return new Bytes(raw);
  }

  /// A non-negative number.
  public static Item of(long value) {
    return of(BigInteger.valueOf(value));
  }

  /// A list of items.
  public static Item list(Item... members) {
    return new Items(List.of(members));
  }

  /// A list of items.
  public static Item list(List<? extends Item> members) {
    return new Items(List.copyOf(members));
  }

  /// The bytes of one item.
  public static byte[] encode(Item item) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(64);
    write(item, out);
    return out.toByteArray();
  }

  private static void write(Item item, ByteArrayOutputStream out) {
    switch (item) {
      case Bytes(byte[] value) -> {
        if (value.length != 1 || (value[0] & 0xff) >= 0x80) {
          prefix(0x80, value.length, out);
        }
        out.write(value, 0, value.length);
      }
      case Items(List<Item> members) -> {
        ByteArrayOutputStream body = new ByteArrayOutputStream(64);
        members.forEach(member -> write(member, body));
        prefix(0xc0, body.size(), out);
        out.writeBytes(body.toByteArray());
      }
    }
  }

  private static void prefix(int base, int length, ByteArrayOutputStream out) {
    if (length < 56) {
      out.write(base + length);
      return;
    }
    byte[] size = BigInteger.valueOf(length).toByteArray();
    int skip = size[0] == 0 ? 1 : 0;
    out.write(base + 55 + size.length - skip);
    out.write(size, skip, size.length - skip);
  }

  /// Decodes exactly one item that fills the input.
  ///
  /// @throws WalletException `bad-rlp` for anything that a strict encoder would not have written
  public static Item decode(byte[] input) {
    Cursor cursor = new Cursor(input);
    Item item = cursor.item(input.length, 0);
    if (cursor.at != input.length) {
      throw bad("bytes after the item");
    }
    return item;
  }

  private static WalletException bad(String why) {
    return new WalletException("bad-rlp", "RLP: " + why);
  }

  private static final class Cursor {
    private final byte[] in;
    private int at;

    Cursor(byte[] in) {
      this.in = in;
    }

    Item item(int end, int depth) {
      if (depth > MAX_DEPTH) {
        throw bad("more than " + MAX_DEPTH + " levels");
      }
      if (at >= end) {
        throw bad("input ends early");
      }
      int first = in[at] & 0xff;
      if (first < 0x80) {
        return new Bytes(new byte[] {in[at++]});
      }
      at++;
      if (first < 0xc0) {
        return bytes(length(first - 0x80, end));
      }
      int length = length(first - 0xc0, end);
      int stop = at + length;
      List<Item> members = new ArrayList<>();
      while (at < stop) {
        members.add(item(stop, depth + 1));
      }
      return new Items(members);
    }

    private Item bytes(int length) {
      if (length == 1 && (in[at] & 0xff) < 0x80) {
        throw bad("a byte below 0x80 stands for itself");
      }
      byte[] value = Arrays.copyOfRange(in, at, at + length);
      at += length;
      return new Bytes(value);
    }

    private int length(int code, int end) {
      long length = code;
      if (code > 55) {
        int size = code - 55;
        if (size > 4 || at + size > end || in[at] == 0) {
          throw bad("bad length");
        }
        length = 0;
        for (int i = 0; i < size; i++) {
          length = (length << 8) | (in[at++] & 0xff);
        }
        if (length < 56) {
          throw bad("length not minimal");
        }
      }
      if (length > end - at) {
        throw bad("input ends early");
      }
      return (int) length;
    }
  }
}
