package io.belay.keystore.vault;

import io.belay.base.Address;
import io.belay.base.Bytes32;
import io.belay.base.Signature;
import io.belay.base.WalletException;
import io.belay.keystore.Recovery;
import java.math.BigInteger;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.bouncycastle.math.ec.ECMultiplier;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;

/// Deterministic ECDSA on secp256k1 (RFC 6979 with SHA-256), checked by recovery. Package-private:
/// nobody outside can have a bare digest signed. Numbers inside Bouncy Castle cannot be wiped.
final class Ecdsa {
  private static final ECDomainParameters DOMAIN =
      new ECDomainParameters(CustomNamedCurves.getByName("secp256k1"));

  private Ecdsa() {}

  /// Signs, and only returns a signature that recovers to the address: the check that a faulty
  /// computation gives nothing away, and that the key is the account's.
  ///
  /// @throws WalletException `signature-check-failed` when the key is not the address's, or the
  ///   computation went wrong
  static Signature sign(byte[] key, Bytes32 digest, Address address) {
    NoncePoint point = new NoncePoint();
    ECDSASigner signer = new NotingSigner(point);
    signer.init(true, new ECPrivateKeyParameters(new BigInteger(1, key), DOMAIN));
    BigInteger[] pair = signer.generateSignature(digest.toArray());
    BigInteger s = pair[1];
    // EIP-2: of s and n - s the lower one; n - s belongs to the point mirrored
    boolean mirrored = s.compareTo(Signature.ORDER.shiftRight(1)) > 0;
    BigInteger low = mirrored ? Signature.ORDER.subtract(s) : s;
    Signature signature =
        new Signature(pair[0], low, mirrored ? 1 - point.parity() : point.parity());
    // recovery starts from the bytes that go out, not from the signer's point
    if (Recovery.recover(digest, signature).filter(address::equals).isPresent()) {
      return signature;
    }
    throw new WalletException(
        "signature-check-failed", "the signature does not recover to the account's address");
  }

  /// Bouncy Castle's signer, which drops the point that tells the parity (trying both in a recovery
  /// each costs more than the signature).
  private static final class NotingSigner extends ECDSASigner {
    private final NoncePoint point;

    NotingSigner(NoncePoint point) {
      super(new HMacDSAKCalculator(new SHA256Digest()));
      this.point = point;
    }

    @Override
    protected ECMultiplier createBasePointMultiplier() {
      return point;
    }
  }

  /// The public point of the last nonce.
  private static final class NoncePoint implements ECMultiplier {
    private ECPoint last = DOMAIN.getG();

    @Override
    public ECPoint multiply(ECPoint base, BigInteger nonce) {
      last = new FixedPointCombMultiplier().multiply(base, nonce).normalize();
      return last;
    }

    int parity() {
      return last.getAffineYCoord().testBitZero() ? 1 : 0;
    }
  }
}
