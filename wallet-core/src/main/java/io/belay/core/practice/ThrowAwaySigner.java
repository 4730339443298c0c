package io.belay.core.practice;

import io.belay.base.Address;
import io.belay.base.Signature;
import io.belay.keystore.SigningPayload;

/// Signs a drill's transactions with a random key that is in no vault. Since nobody knows the key,
/// the account is empty on every chain: whoever says otherwise is wrong.
public interface ThrowAwaySigner {
  /// The account.
  Address address();

  /// Signs for it.
  Signature sign(SigningPayload.Transaction payload);
}
