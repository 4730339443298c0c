package io.belay.core.money;

import io.belay.base.Address;
import java.util.Optional;

/// What an account asks to be paid, as other wallets read it from a QR code (ERC-681).
///
/// @param to who is paid
/// @param asset in what; its chain is part of the request, as the same address is on every chain
/// @param amount how much; empty where the payer decides
public record PaymentRequest(Address to, Asset asset, Optional<Amount> amount) {
  /// Checks that the amount is one of the asset.
  public PaymentRequest {
    if (amount.filter(a -> !a.asset().equals(asset)).isPresent()) {
      throw new IllegalArgumentException("an amount of another asset");
    }
  }

  /// The request as a URI; amounts in smallest units, so that no reader rounds them.
  public String uri() {
    String chain = "@" + asset.chainId();
    String units = amount.map(a -> a.units().value().toString()).orElse("");
    return asset
        .contract()
        .map(token ->
            "ethereum:" + token + chain + "/transfer?address=" + to + with("&uint256=", units))
        .orElseGet(() -> "ethereum:" + to + chain + with("?value=", units));
  }

  private static String with(String name, String units) {
    return units.isEmpty() ? "" : name + units;
  }
}
