package io.belay.keystore.hd;

import io.belay.base.Address;
import io.belay.base.Signature;
import io.belay.base.WalletException;
import java.math.BigInteger;
import java.util.Arrays;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;

/// Public keys of private keys on secp256k1 (SEC 2). The numbers inside Bouncy Castle's arithmetic
/// cannot be wiped.
public final class CurvePoint {
  private CurvePoint() {}

  /// A private key as a number.
  ///
  /// @throws WalletException `bad-derivation` outside 1..n-1
  static BigInteger scalar(byte[] key) {
    BigInteger value = new BigInteger(1, key);
    if (value.signum() == 0 || value.compareTo(Signature.ORDER) >= 0) {
      throw new WalletException("bad-derivation", "a private key is a number from 1 to n-1");
    }
    return value;
  }

  /// The 33-byte form that BIP-32 hashes (SEC 1, 2.3.3).
  static byte[] compressed(byte[] key) {
    return point(key).getEncoded(true);
  }

  /// The address of a private key of 32 bytes.
  ///
  /// @throws WalletException `bad-derivation` outside 1..n-1
  public static Address address(byte[] key) {
    return Address.ofPublicKey(Arrays.copyOfRange(point(key).getEncoded(false), 1, 65));
  }

  private static ECPoint point(byte[] key) {
    X9ECParameters curve = CustomNamedCurves.getByName("secp256k1");
    return new FixedPointCombMultiplier().multiply(curve.getG(), scalar(key)).normalize();
  }
}
