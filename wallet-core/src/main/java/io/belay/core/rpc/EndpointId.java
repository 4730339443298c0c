package io.belay.core.rpc;

import io.belay.base.WalletException;
import java.util.regex.Pattern;

/// Stable name of an endpoint within the wallet, such as `practice-1`.
public record EndpointId(String value) implements Comparable<EndpointId> {
  private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9.-]{0,63}");

  /// Checks the form.
  public EndpointId {
    if (!FORM.matcher(value).matches()) {
      throw new WalletException("bad-endpoint-id", "an endpoint id is a-z, 0-9, dot and hyphen");
    }
  }

  @Override
  public int compareTo(EndpointId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
