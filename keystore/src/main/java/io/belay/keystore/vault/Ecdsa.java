package io.belay.keystore.vault;

import io.belay.base.Address;
import io.belay.base.Bytes32;
import io.belay.base.Signature;
import io.belay.base.WalletException;
import io.belay.keystore.Recovery;
import java.math.BigInteger;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;

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
      if (Recovery.recover(digest, candidate).filter(address::equals).isPresent()) {
        return candidate;
      }
    }
    throw new WalletException(
        "signature-check-failed", "the signature does not recover to the account's address");
  }

  private static ECDomainParameters domain() {
    X9ECParameters curve = CustomNamedCurves.getByName("secp256k1");
    return new ECDomainParameters(curve.getCurve(), curve.getG(), curve.getN(), curve.getH());
  }
}
