package io.belay.core.practice;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;

/// What goes over the practice socket: four bytes of length, one of kind, and JSON in UTF-8.
@SuppressWarnings("ArrayRecordComponent") // lives for one exchange, never compared
record Frame(byte kind, byte[] payload) {
  /// A JSON-RPC body or its answer.
  static final byte RPC = 1;

  /// An order to the chain's owner or its outcome.
  static final byte ORDER = 2;

  /// A refusal: `code` and `text`.
  static final byte REFUSAL = 3;

  private static final int HEAD = 5;
  private static final int LONGEST = 10 * 1024 * 1024;

  static Frame of(byte kind, String json) {
    return new Frame(kind, json.getBytes(StandardCharsets.UTF_8));
  }

  void write(WritableByteChannel channel) throws IOException {
    ByteBuffer out = ByteBuffer.allocate(HEAD + payload.length);
    out.putInt(payload.length).put(kind).put(payload).flip();
    while (out.hasRemaining()) {
      channel.write(out);
    }
  }

  static Frame read(ReadableByteChannel channel) throws IOException {
    ByteBuffer head = filled(channel, HEAD);
    int length = head.getInt();
    byte kind = head.get();
    if (length < 0 || length > LONGEST) {
      throw new IOException("frame of a wrong length");
    }
    return new Frame(kind, filled(channel, length).array());
  }

  private static ByteBuffer filled(ReadableByteChannel channel, int length) throws IOException {
    ByteBuffer in = ByteBuffer.allocate(length);
    while (in.hasRemaining()) {
      if (channel.read(in) < 0) {
        throw new EOFException("the other side closed");
      }
    }
    return in.flip();
  }
}
