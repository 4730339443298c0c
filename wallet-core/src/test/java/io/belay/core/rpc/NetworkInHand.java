package io.belay.core.rpc;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// A test that has a network of scripted endpoints, anew for each case.
public abstract class NetworkInHand {
  @TempDir protected Path directory;

  /// The network, at first without endpoints.
  protected FakeNetwork network;

  @BeforeEach
  void openNetwork() {
    network = new FakeNetwork(directory);
  }

  @AfterEach
  void closeNetwork() {
    network.close();
  }
}
