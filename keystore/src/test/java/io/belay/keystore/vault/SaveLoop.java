package io.belay.keystore.vault;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;

/// Runs in a child JVM: adds accounts for ever and prints how many there are; or holds the lock.
final class SaveLoop {
  private SaveLoop() {}

  /// Runs until killed.
  ///
  /// @param args the directory, then `save` or `hold`
  public static void main(String[] args) throws InterruptedException {
    Path directory = Path.of(args[0]);
    Vaults vaults =
        new Vaults(directory, Fixture.LOWEST, new SecureRandom(), InstantSource.system());
    if (args[1].equals("hold")) {
      new WriteLock(
              new Surroundings(
                  directory,
                  Fixture.LOWEST,
                  new SecureRandom(),
                  InstantSource.system(),
                  new Argon2(),
                  new LocalDisk(),
                  SeenGenerations.NONE,
                  java.time.Duration.ZERO))
          .holding(SaveLoop::waitForTheKill);
    }
    try (Password password = Fixture.password("correct horse");
        Unlocked unlocked = vaults.open("main").unlock(password)) {
      while (!Thread.interrupted()) {
        unlocked.newAccount();
        System.out.println(unlocked.accounts().size());
      }
    }
  }

  private static boolean waitForTheKill() {
    System.out.println("held");
    try {
      Thread.sleep(60_000);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
