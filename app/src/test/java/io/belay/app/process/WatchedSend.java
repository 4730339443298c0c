package io.belay.app.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// A `send` under way, seen from outside, so that it can be killed at a chosen stage. It gets its
/// password through a pipe, which it opens once it has planned; that it has written its journal row
/// is seen in SQLite's log.
final class WatchedSend {
  private static final long LOOK_MILLIS = 2;
  // it is killed then wherever it is
  private static final Duration LONGEST = Duration.ofSeconds(20);

  /// Where a stage takes no time to speak of, the kill comes right behind its start.
  static final int LEAST_MILLIS = 4;

  private final Path pipe;
  private final Path log;
  private final byte[] id;
  private final Supplier<KillStage> wire;
  private volatile boolean asked;
  private boolean journalled;

  /// @param pipe see [#pipe]
  /// @param id of the intent; no other one begins with it
  /// @param wire where it is once it is in the journal
  WatchedSend(Program program, Path pipe, String id, Supplier<KillStage> wire) {
    this.pipe = pipe;
    this.log = program.directory().resolve("belay.db-wal");
    this.id = id.getBytes(StandardCharsets.UTF_8);
    this.wire = wire;
  }

  /// A named pipe in a directory, to be given as password file.
  static Path pipe(Path directory) throws IOException, InterruptedException {
    Path pipe = directory.resolve("pipe");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    return pipe;
  }

  /// Runs a send to its end.
  ///
  /// @return how long it stayed at each stage, in milliseconds
  Map<KillStage, Long> follow(Program.Running call) throws IOException, InterruptedException {
    Map<KillStage, Long> stays = new EnumMap<>(KillStage.class);
    Thread giver = give();
    long before = System.nanoTime();
    while (!call.process().waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
      long now = System.nanoTime();
      stays.merge(stage(), now - before, Long::sum);
      before = now;
    }
    call.await().done(0);
    giver.join();
    stays.replaceAll((stage, nanos) -> TimeUnit.NANOSECONDS.toMillis(nanos));
    return stays;
  }

  /// Kills a send a while after it has come to a stage.
  ///
  /// @param millis the while
  /// @param signing done when it asks for the password
  /// @return where it was; empty when it was over before
  Optional<KillStage> kill(Program.Running call, KillStage wanted, long millis, Change signing)
      throws IOException, InterruptedException {
    Thread giver = give();
    long until = System.nanoTime() + LONGEST.toNanos();
    boolean changed = false;
    while (call.process().isAlive() && stage().compareTo(wanted) < 0 && System.nanoTime() < until) {
      if (asked && !changed) {
        changed = true;
        signing.make();
      }
      call.process().waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }
    call.process().waitFor(millis, TimeUnit.MILLISECONDS);
    boolean alive = call.process().isAlive();
    KillStage at = stage();
    call.kill();
    release(giver);
    return alive ? Optional.of(at.isSigned() ? at : last(at)) : Optional.empty();
  }

  /// What changes on the way.
  interface Change {
    void make() throws IOException;
  }

  /// A row that was written while it died counts as there.
  private KillStage last(KillStage at) throws IOException {
    return at == KillStage.SIGNING && isJournalled() ? KillStage.JOURNALLED : at;
  }

  private KillStage stage() throws IOException {
    if (!asked) {
      return KillStage.PLANNING;
    }
    return isJournalled() ? wire.get() : KillStage.SIGNING;
  }

  private boolean isJournalled() throws IOException {
    if (!journalled) {
      try {
        journalled = contains(Files.readAllBytes(log), id);
      } catch (NoSuchFileException e) {
        return false; // nothing written yet
      }
    }
    return journalled;
  }

  private static boolean contains(byte[] text, byte[] part) {
    String all = new String(text, StandardCharsets.ISO_8859_1);
    return all.contains(new String(part, StandardCharsets.ISO_8859_1));
  }

  /// Opening it waits for whoever reads.
  private Thread give() {
    return Thread.ofPlatform()
        .start(() -> {
          try (OutputStream password = Files.newOutputStream(pipe)) {
            asked = true;
            password.write(Served.PASSWORD.getBytes(StandardCharsets.UTF_8));
          } catch (IOException e) {
            asked = true; // the reader was killed meanwhile
          }
        });
  }

  /// Lets go of whoever waits for a reader that will not come.
  private void release(Thread giver) throws IOException, InterruptedException {
    try (RandomAccessFile both = new RandomAccessFile(pipe.toFile(), "rw")) {
      giver.join();
      assertThat(both.getFD().valid()).isTrue();
    }
  }
}
