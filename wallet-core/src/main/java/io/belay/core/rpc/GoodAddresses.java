package io.belay.core.rpc;

import java.net.InetAddress;
import java.util.List;

/// Remembers the last addresses that names had, over a restart. Nothing here may fail a look-up.
public interface GoodAddresses {
  /// Remembers nothing.
  GoodAddresses NONE =
      new GoodAddresses() {
        @Override
        public List<InetAddress> of(String name) {
          return List.of();
        }

        @Override
        public void found(String name, List<InetAddress> addresses) {}
      };

  /// The addresses it had; empty where they are not known.
  List<InetAddress> of(String name);

  /// A resolver told them now.
  void found(String name, List<InetAddress> addresses);
}
