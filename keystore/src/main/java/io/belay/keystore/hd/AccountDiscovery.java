package io.belay.keystore.hd;

import io.belay.base.Address;
import io.belay.keystore.AccountActivity;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/// Finds the accounts of a mnemonic that were used before (BIP-44, "Account discovery"): each
/// layout is walked until 20 addresses in a row were never used.
public final class AccountDiscovery {
  /// Unused addresses in a row after which the rest counts as unused (BIP-44).
  public static final int GAP_LIMIT = 20;

  private final Function<HdPath, Address> addresses;
  private final AccountActivity activity;

  /// An address that was looked at.
  ///
  /// @param used whether it was ever used
  public record Found(PathScheme scheme, HdPath path, Address address, boolean used) {}

  /// @param addresses derives the address at a path
  /// @param activity asks the chain
  public AccountDiscovery(Function<HdPath, Address> addresses, AccountActivity activity) {
    this.addresses = addresses;
    this.activity = activity;
  }

  /// The used accounts of all layouts, in their order. Takes a question for each address, so it can
  /// be interrupted.
  ///
  /// @param looked hears of every address as it goes
  public List<Found> run(Consumer<Found> looked) throws InterruptedException {
    List<Found> used = new ArrayList<>();
    for (PathScheme scheme : PathScheme.values()) {
      walk(scheme, used, looked);
    }
    return List.copyOf(used);
  }

  private void walk(PathScheme scheme, List<Found> used, Consumer<Found> looked)
      throws InterruptedException {
    int gap = 0;
    for (int index = 0; gap < GAP_LIMIT; index++) {
      HdPath path = scheme.path(index);
      Address address = addresses.apply(path);
      Found found = new Found(scheme, path, address, activity.isUsed(address));
      looked.accept(found);
      gap = found.used() ? 0 : gap + 1;
      // the first Ledger Live account is the first of BIP-44
      if (found.used() && used.stream().noneMatch(f -> f.path().equals(path))) {
        used.add(found);
      }
    }
  }
}
