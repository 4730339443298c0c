package io.belay.app.bus;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// Writes values as the bus has them (D-Bus specification, "Marshaling"): little-endian, each at a
/// multiple of its own size.
final class BusWriter {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  byte[] bytes() {
    return out.toByteArray();
  }

  BusWriter align(int to) {
    while (out.size() % to != 0) {
      out.write(0);
    }
    return this;
  }

  BusWriter octet(int value) {
    out.write(value);
    return this;
  }

  BusWriter number(int value) {
    align(4);
    for (int i = 0; i < 4; i++) {
      out.write(value >>> (8 * i));
    }
    return this;
  }

  BusWriter text(String value) {
    byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
    number(utf8.length);
    out.writeBytes(utf8);
    return octet(0);
  }

  BusWriter signature(String value) {
    byte[] ascii = value.getBytes(StandardCharsets.US_ASCII);
    octet(ascii.length);
    out.writeBytes(ascii);
    return octet(0);
  }

  BusWriter raw(byte[] bytes) {
    out.writeBytes(bytes);
    return this;
  }
}
