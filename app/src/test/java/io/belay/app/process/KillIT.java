package io.belay.app.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.core.practice.Fault;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class KillIT {
  private static final BigInteger TENTH = BigInteger.TEN.pow(17);
  @TempDir Path directory;

  @Test
  @Timeout(1800)
  void killedAtAnyMomentOneIdPaysOnceAndNothingSignedIsLost()
      throws IOException, InterruptedException {
    int kills = Boolean.getBoolean("belay.full") ? 200 : 30;
    long seed = Long.getLong("belay.seed", System.nanoTime());
    System.out.println(kills + " kills, -Dbelay.seed=" + seed);
    Random random = new Random(seed);
    Set<String> hashes = new HashSet<>();
    int signedBeforeDeath = 0;
    try (Served served = new Served(directory, 1)) {
      served.net().setFault("practice-1", Fault.LOST_REPLY);
      served.net().setFault("practice-2", Fault.DROP_TX);
      // how long a call takes here, so that the kills fall before, while and after it signs
      long usual = served.program().run(served.send("--dry-run")).done(0).took().toMillis();
      for (int i = 0; i < kills; i++) {
        String[] send = served.send("--id", "payment-" + i, "--wait", "accepted");
        Program.Running first = served.program().start(send);
        long moment = usual / 5 + random.nextLong(usual);
        first.process().waitFor(moment, TimeUnit.MILLISECONDS);
        first.kill();
        JsonNode again = served.program().run(send).done(0).json();
        hashes.add(again.path("hash").asString());
        signedBeforeDeath += again.path("repeated").asBoolean(false) ? 1 : 0;
      }
      served.net().mine(2);
      System.out.println(signedBeforeDeath + " of " + kills + " were signed before the kill");
      assertThat(signedBeforeDeath).as("kills that came after signing").isPositive();
      assertThat(hashes).hasSize(kills);
      JsonNode journal = served.program().run("tx", "list", "--json").done(0).json();
      assertThat(journal).hasSize(kills);
      assertThat(served.nonce(served.account())).isEqualTo(kills);
      assertThat(served.truth(Served.FRIEND)).isEqualTo(TENTH.multiply(BigInteger.valueOf(kills)));
    }
  }
}
