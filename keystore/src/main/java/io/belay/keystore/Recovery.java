package io.belay.keystore;

import io.belay.base.Address;
import io.belay.base.Bytes32;
import io.belay.base.Signature;
import io.belay.base.WalletException;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.math.ec.ECAlgorithms;
import org.bouncycastle.math.ec.ECPoint;

/// Tells whose signature it is (SEC 1, 4.1.6). Needs no key and no open vault.
public final class Recovery {
  private Recovery() {}

  /// The address that signed the payload, if the signature speaks for anybody.
  ///
  /// @param signature 65 bytes: r, s and v, which is 0, 1, 27 or 28; s may be in either half, as
  ///   others have signed so
  /// @throws WalletException `bad-signature` for another length or v, or r or s outside 1..n-1
  public static Optional<Address> recover(SigningPayload payload, byte[] signature) {
    return recover(payload.digest(), signature);
  }

  /// As above, for a digest that was computed elsewhere: harmless, as nothing is signed here.
  ///
  /// @throws WalletException `bad-signature`
  public static Optional<Address> recover(Bytes32 digest, byte[] signature) {
    if (signature.length != 65) {
      throw bad("a signature has 65 bytes, not " + signature.length);
    }
    int v = signature[64] & 0xff;
    if (v > 1 && v != 27 && v != 28) {
      throw bad("v is 0, 1, 27 or 28");
    }
    BigInteger r = number(Arrays.copyOfRange(signature, 0, 32));
    BigInteger s = number(Arrays.copyOfRange(signature, 32, 64));
    return point(digest, r, s, v < 27 ? v : v - 27);
  }

  /// The address that a signature of this wallet's form speaks for.
  public static Optional<Address> recover(Bytes32 digest, Signature signature) {
    return point(digest, signature.r(), signature.s(), signature.yParity());
  }

  /// Whether the address signed the payload.
  ///
  /// @throws WalletException `bad-signature` as for [#recover(SigningPayload, byte[])]
  public static boolean verify(SigningPayload payload, byte[] signature, Address address) {
    return recover(payload, signature).filter(address::equals).isPresent();
  }

  private static Optional<Address> point(Bytes32 digest, BigInteger r, BigInteger s, int parity) {
    X9ECParameters curve = CustomNamedCurves.getByName("secp256k1");
    byte[] encoded = new byte[33];
    encoded[0] = (byte) (2 + parity);
    System.arraycopy(Bytes32.of(r).toArray(), 0, encoded, 1, 32);
    ECPoint point;
    try {
      point = curve.getCurve().decodePoint(encoded);
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // no point has this x
    }
    BigInteger inverse = r.modInverse(Signature.ORDER);
    BigInteger u1 = digest.toBigInteger().negate().multiply(inverse).mod(Signature.ORDER);
    BigInteger u2 = s.multiply(inverse).mod(Signature.ORDER);
    ECPoint key = ECAlgorithms.sumOfTwoMultiplies(curve.getG(), u1, point, u2).normalize();
    if (key.isInfinity()) {
      return Optional.empty();
    }
    return Optional.of(Address.ofPublicKey(Arrays.copyOfRange(key.getEncoded(false), 1, 65)));
  }

  private static BigInteger number(byte[] bytes) {
    BigInteger value = new BigInteger(1, bytes);
    if (value.signum() == 0 || value.compareTo(Signature.ORDER) >= 0) {
      throw bad("r and s are from 1 to n-1");
    }
    return value;
  }

  private static WalletException bad(String why) {
    return new WalletException("bad-signature", why);
  }
}
