package io.belay.keystore.vault;

import io.belay.base.Address;
import io.belay.base.Bytes32;
import io.belay.base.Signature;
import io.belay.base.WalletException;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.bouncycastle.math.ec.ECAlgorithms;
import org.bouncycastle.math.ec.ECPoint;

/// Deterministic ECDSA on secp256k1 (RFC 6979 with SHA-256), checked by recovery. Package-private:
/// nobody outside can have a bare digest signed. Numbers inside Bouncy Castle cannot be wiped.
final class Ecdsa {
  private Ecdsa() {}

  /// Signs, and only returns a signature that recovers to the address.
  ///
  /// @throws WalletException `signature-check-failed` when the key is not the address's, or the
  ///   computation went wrong
  static Signature sign(byte[] key, Bytes32 digest, Address address) {
    ECDSASigner signer = new ECDSASigner(new HMacDSAKCalculator(new SHA256Digest()));
    signer.init(true, new ECPrivateKeyParameters(new BigInteger(1, key), domain()));
    BigInteger[] pair = signer.generateSignature(digest.toArray());
    BigInteger s = pair[1];
    // EIP-2: of s and n - s the lower one
    BigInteger low =
        s.compareTo(Signature.ORDER.shiftRight(1)) > 0 ? Signature.ORDER.subtract(s) : s;
    for (int parity = 0; parity < 2; parity++) {
      Signature candidate = new Signature(pair[0], low, parity);
      if (recover(candidate, digest).filter(address::equals).isPresent()) {
        return candidate;
      }
    }
    throw new WalletException(
        "signature-check-failed", "the signature does not recover to the account's address");
  }

  /// The address that a signature speaks for (SEC 1, 4.1.6), if there is one.
  static Optional<Address> recover(Signature signature, Bytes32 digest) {
    ECDomainParameters curve = domain();
    byte[] encoded = new byte[33];
    encoded[0] = (byte) (2 + signature.yParity());
    System.arraycopy(Bytes32.of(signature.r()).toArray(), 0, encoded, 1, 32);
    ECPoint r;
    try {
      r = curve.getCurve().decodePoint(encoded);
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // no point has this x
    }
    BigInteger inverse = signature.r().modInverse(Signature.ORDER);
    BigInteger u1 = digest.toBigInteger().negate().multiply(inverse).mod(Signature.ORDER);
    BigInteger u2 = signature.s().multiply(inverse).mod(Signature.ORDER);
    ECPoint key = ECAlgorithms.sumOfTwoMultiplies(curve.getG(), u1, r, u2).normalize();
    if (key.isInfinity()) {
      return Optional.empty();
    }
    return Optional.of(Address.ofPublicKey(Arrays.copyOfRange(key.getEncoded(false), 1, 65)));
  }

  private static ECDomainParameters domain() {
    X9ECParameters curve = CustomNamedCurves.getByName("secp256k1");
    return new ECDomainParameters(curve.getCurve(), curve.getG(), curve.getN(), curve.getH());
  }
}
