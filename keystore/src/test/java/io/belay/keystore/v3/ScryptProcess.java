package io.belay.keystore.v3;

import java.util.HexFormat;

/// One derivation in a process of its own; arguments: password and salt in hexadecimal, n, r, p.
final class ScryptProcess {
  private ScryptProcess() {}

  public static void main(String[] args) {
    HexFormat hex = HexFormat.of();
    ScryptCost cost =
        new ScryptCost(
            Integer.parseInt(args[2]), Integer.parseInt(args[3]), Integer.parseInt(args[4]));
    byte[] key =
        Scrypt.derive(hex.parseHex(args[0]), hex.parseHex(args[1]), cost, 64, Progress.SILENT);
    System.out.println(hex.formatHex(key));
  }
}
