package io.belay.core.send;

import io.belay.base.Address;
import io.belay.base.WalletException;
import io.belay.core.fee.FeeChoice;
import io.belay.core.money.Amount;
import io.belay.core.money.Asset;
import io.belay.core.money.Wei;
import io.belay.keystore.AccountRef;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/// What the user wants: this much from here to there.
///
/// @param id idempotency key: the same id never makes a second transaction
/// @param from the paying account
/// @param to the recipient; of a token too, not its contract
/// @param amount how much of what
/// @param all whether everything there is of the asset is meant, whatever the amount's number is
/// @param fee how the fee is chosen
/// @param gas the user's own gas limit
/// @param nonce the user's own nonce
/// @param data call data, `0x` for none; a token's is made from the amount
/// @param privately whether its transactions go to private relays only, never to a public pool
public record TransferIntent(
    String id,
    AccountRef from,
    Address to,
    Amount amount,
    boolean all,
    FeeChoice fee,
    OptionalLong gas,
    OptionalLong nonce,
    String data,
    boolean privately) {

  /// Checks that the data is not said twice.
  public TransferIntent {
    if (amount.asset().isToken() && !data.equals("0x")) {
      throw new WalletException("token-with-data", "the data of a token's transfer is made here");
    }
  }

  /// To whoever takes it.
  public TransferIntent(
      String id,
      AccountRef from,
      Address to,
      Amount amount,
      boolean all,
      FeeChoice fee,
      OptionalLong gas,
      OptionalLong nonce,
      String data) {
    this(id, from, to, amount, all, fee, gas, nonce, data, false);
  }

  /// A certain amount.
  public TransferIntent(
      String id,
      AccountRef from,
      Address to,
      Amount amount,
      FeeChoice fee,
      OptionalLong gas,
      OptionalLong nonce,
      String data) {
    this(id, from, to, amount, false, fee, gas, nonce, data);
  }

  /// A plain transfer with a fresh id.
  public static TransferIntent of(AccountRef from, Address to, Amount amount, FeeChoice fee) {
    return new TransferIntent(
        UUID.randomUUID().toString(),
        from,
        to,
        amount,
        fee,
        OptionalLong.empty(),
        OptionalLong.empty(),
        "0x");
  }

  /// Everything there is of an asset, with a fresh id.
  public static TransferIntent ofAll(AccountRef from, Address to, Asset asset, FeeChoice fee) {
    return new TransferIntent(
        UUID.randomUUID().toString(),
        from,
        to,
        asset.amount(Wei.ZERO),
        true,
        fee,
        OptionalLong.empty(),
        OptionalLong.empty(),
        "0x");
  }

  /// The same through private relays only, or to whoever takes it.
  public TransferIntent privately(boolean only) {
    return new TransferIntent(id, from, to, amount, all, fee, gas, nonce, data, only);
  }

  /// The id as an option of the command line gives it, else a fresh one.
  public static String idOr(Optional<String> key) {
    return key.orElseGet(() -> UUID.randomUUID().toString());
  }
}
