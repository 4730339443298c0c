package io.belay.app.bus;

/// A method of somebody on the bus.
///
/// @param destination whose
/// @param path of which object
/// @param of which interface
/// @param member its name
/// @param signature of its arguments
/// @param arguments as the bus has them
record Call(
    String destination, String path, String of, String member, String signature, byte[] arguments) {
  private static final int METHOD = 1;
  private static final int NO_ANSWER = 1;

  /// The message, without a wish for an answer.
  byte[] message(int serial) {
    BusWriter fields = new BusWriter();
    field(fields, 1, "o", path);
    field(fields, 2, "s", of);
    field(fields, 3, "s", member);
    field(fields, 6, "s", destination);
    if (!signature.isEmpty()) {
      fields.align(8).octet(8).signature("g").signature(signature);
    }
    byte[] all = fields.bytes();
    return new BusWriter()
        .octet('l')
        .octet(METHOD)
        .octet(NO_ANSWER)
        .octet(1)
        .number(arguments.length)
        .number(serial)
        .number(all.length)
        .raw(all)
        .align(8)
        .raw(arguments)
        .bytes();
  }

  private static void field(BusWriter fields, int code, String type, String value) {
    fields.align(8).octet(code).signature(type).text(value);
  }
}
