package io.belay.core.practice;

import io.belay.base.Address;
import io.belay.base.Bytes32;
import io.belay.base.Signature;
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

/// secp256k1 for the practice chain: recovering senders, and signing for the faucet, whose key
/// everybody may know. Nothing secret ever comes here.
final class PracticeCurve {
  private final ECDomainParameters curve;

  PracticeCurve() {
    X9ECParameters named = CustomNamedCurves.getByName("secp256k1");
    this.curve = new ECDomainParameters(named.getCurve(), named.getG(), named.getN(), named.getH());
  }

  /// The address of a private key.
  Address address(BigInteger key) {
    return of(curve.getG().multiply(key).normalize());
  }

  /// Signs a digest deterministically (RFC 6979, SHA-256).
  Signature sign(BigInteger key, Bytes32 digest) {
    ECDSASigner signer = new ECDSASigner(new HMacDSAKCalculator(new SHA256Digest()));
    signer.init(true, new ECPrivateKeyParameters(key, curve));
    BigInteger[] pair = signer.generateSignature(digest.toArray());
    // EIP-2: of s and n - s only the lower one is valid
    BigInteger s = pair[1].min(curve.getN().subtract(pair[1]));
    Address signerAddress = address(key);
    Signature even = new Signature(pair[0], s, 0);
    boolean isEven = recover(even, digest).filter(signerAddress::equals).isPresent();
    return isEven ? even : new Signature(pair[0], s, 1);
  }

  /// Who signed the digest (SEC 1, 4.1.6), if anybody did.
  Optional<Address> recover(Signature signature, Bytes32 digest) {
    byte[] compressed = new byte[33];
    compressed[0] = (byte) (2 + signature.yParity());
    System.arraycopy(Bytes32.of(signature.r()).toArray(), 0, compressed, 1, 32);
    ECPoint r;
    try {
      r = curve.getCurve().decodePoint(compressed);
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // r is no point's x
    }
    BigInteger inverse = signature.r().modInverse(curve.getN());
    BigInteger u1 = digest.toBigInteger().negate().multiply(inverse).mod(curve.getN());
    BigInteger u2 = signature.s().multiply(inverse).mod(curve.getN());
    ECPoint key = ECAlgorithms.sumOfTwoMultiplies(curve.getG(), u1, r, u2).normalize();
    return key.isInfinity() ? Optional.empty() : Optional.of(of(key));
  }

  private static Address of(ECPoint key) {
    return Address.ofPublicKey(Arrays.copyOfRange(key.getEncoded(false), 1, 65));
  }
}
