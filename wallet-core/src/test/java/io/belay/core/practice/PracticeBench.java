package io.belay.core.practice;

import io.belay.base.Address;
import io.belay.base.Keccak;
import io.belay.core.chain.Header;
import io.belay.core.proof.AccountProof;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// Prints how fast the practice chain is: `mvn -q -DskipTests -Pbench package`.
final class PracticeBench {
  private static final int TRANSFERS = 100;
  private static final int BLOCKS = 50;
  private static final int PROOFS = 5_000;

  private PracticeBench() {}

  /// Runs once to warm up and once to measure.
  public static void main(String[] args) throws IOException {
    run(Files.createTempDirectory("practice"), false);
    run(Files.createTempDirectory("practice"), true);
  }

  @SuppressWarnings("SystemOut") // a program for the terminal
  private static void run(Path dir, boolean print) {
    try (PracticeFixture net = new PracticeFixture(dir)) {
      net.chain().faucet(net.alice, Optional.empty());
      net.chain().mine(1);
      double send = 0;
      double mine = 0;
      for (int block = 0; block < BLOCKS; block++) {
        byte[][] raw = new byte[TRANSFERS][];
        for (int i = 0; i < TRANSFERS; i++) {
          long nonce = (long) block * TRANSFERS + i;
          raw[i] = net.tx(nonce, 1, 4, 21_000, account(nonce), BigInteger.ONE, new byte[0]);
        }
        long start = System.nanoTime();
        for (byte[] tx : raw) {
          net.send(tx);
        }
        long sent = System.nanoTime();
        net.chain().mine(1);
        send += sent - start;
        mine += System.nanoTime() - sent;
      }
      long opened = System.nanoTime();
      net.reopen();
      opened = System.nanoTime() - opened;
      if (print) {
        System.out.printf(
            "mining: %.0f blocks/s of %d transfers%n", BLOCKS * 1e9 / mine, TRANSFERS);
        System.out.printf("sending: %.0f tx/s, each on disk%n", BLOCKS * TRANSFERS * 1e9 / send);
        System.out.printf("reopening %d such blocks: %d ms%n", BLOCKS, opened / 1_000_000);
        System.out.printf("proofs: %.0f verified/s%n", proofs(net));
      } else {
        proofs(net);
      }
    }
  }

  private static double proofs(PracticeFixture net) {
    Header header = Header.parse(net.result("eth_getBlockByNumber", "'latest',false"));
    JsonNode[] replies = new JsonNode[PROOFS];
    for (int i = 0; i < PROOFS; i++) {
      replies[i] = net.result("eth_getProof", "'" + account(i) + "',[],'latest'");
    }
    long start = System.nanoTime();
    for (int i = 0; i < PROOFS; i++) {
      AccountProof.parse(replies[i]).verify(account(i), header.stateRoot());
    }
    return PROOFS * 1e9 / (System.nanoTime() - start);
  }

  private static Address account(long n) {
    byte[] hash = Keccak.hash(BigInteger.valueOf(n).toByteArray()).toArray();
    return Address.of(Arrays.copyOf(hash, 20));
  }
}
