package io.belay.core.bench;

import io.belay.keystore.hd.HdPath;
import io.belay.keystore.hd.Mnemonic;
import io.belay.keystore.hd.Seed;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.web3j.crypto.Bip32ECKeyPair;
import org.web3j.crypto.Credentials;
import org.web3j.crypto.MnemonicUtils;

/// Ten addresses of a mnemonic (BIP-39, BIP-32, BIP-44).
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@Fork(1)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 3, time = 2)
public class WordsBench {
  private static final int COUNT = 10;
  private static final int HARDENED = Bip32ECKeyPair.HARDENED_BIT;

  /// Compares both once.
  public WordsBench() {
    if (!belay().equals(web3j())) {
      throw new IllegalStateException("the addresses differ");
    }
  }

  /// This wallet.
  @Benchmark
  public final List<String> belay() {
    List<String> addresses = new ArrayList<>();
    try (Mnemonic words = Words.mnemonic();
        Seed seed = words.seed()) {
      for (int i = 0; i < COUNT; i++) {
        addresses.add(seed.address(HdPath.ethereum(i)).toLowerHex());
      }
    }
    return addresses;
  }

  /// The library, the whole path for each as its own callers do.
  @Benchmark
  public final List<String> web3j() {
    List<String> addresses = new ArrayList<>();
    Bip32ECKeyPair master =
        Bip32ECKeyPair.generateKeyPair(MnemonicUtils.generateSeed(Words.TEXT, ""));
    for (int i = 0; i < COUNT; i++) {
      int[] path = {44 | HARDENED, 60 | HARDENED, HARDENED, 0, i};
      addresses.add(Credentials.create(Bip32ECKeyPair.deriveKeyPair(master, path)).getAddress());
    }
    return addresses;
  }
}
