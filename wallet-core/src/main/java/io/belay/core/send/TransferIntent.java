package io.belay.core.send;

import io.belay.base.Address;
import io.belay.core.fee.FeeChoice;
import io.belay.core.money.Amount;
import io.belay.keystore.AccountRef;
import java.util.Optional;
import java.util.OptionalLong;

/// What the user wants: this much from here to there.
///
/// @param id idempotency key: the same id never makes a second transaction
/// @param from the paying account
/// @param to the recipient
/// @param amount how much of what
/// @param fee how the fee is chosen
/// @param gas the user's own gas limit
/// @param nonce the user's own nonce
/// @param data call data, `0x` for none
public record TransferIntent(
    String id,
    AccountRef from,
    Address to,
    Amount amount,
    FeeChoice fee,
    OptionalLong gas,
    OptionalLong nonce,
    String data) {

  /// A plain transfer with a fresh id.
  public static TransferIntent of(AccountRef from, Address to, Amount amount, FeeChoice fee) {
    return new TransferIntent(
        java.util.UUID.randomUUID().toString(),
        from,
        to,
        amount,
        fee,
        OptionalLong.empty(),
        OptionalLong.empty(),
        "0x");
  }

  /// The id as an option of the command line gives it, else a fresh one.
  public static String idOr(Optional<String> key) {
    return key.orElseGet(() -> java.util.UUID.randomUUID().toString());
  }
}
