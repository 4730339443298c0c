package io.belay.app.sign;

import io.belay.base.ChainId;
import java.util.Optional;

/// The networks that are not looked at.
public interface OtherChains {
  /// A network's name, where the person uses it.
  Optional<String> name(ChainId chain);

  /// Looks at another network; what was put in stays.
  void turn(ChainId chain);
}
