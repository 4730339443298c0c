package io.belay.core.store;

import io.belay.base.Address;
import io.belay.base.WalletException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Which endpoint was told which of the user's addresses. Telling it costs no write: a pair is
/// written in the background when it is new, then at most once a minute, and at the end.
public final class EgressBook implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EgressBook.class);
  private static final Duration PAUSE = Duration.ofMinutes(1);

  private final Database database;
  private final InstantSource clock;
  private final Object lock = new Object();
  private final Map<Pair, Count> counts = new HashMap<>();
  private boolean writing;
  private boolean closed;

  /// The list kept in a data file.
  public EgressBook(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  private record Pair(long chain, String endpoint, Address account) {}

  /// What was told since it was last written.
  private static final class Count {
    private Instant first = Instant.MAX;
    private Instant last = Instant.MIN;
    private Instant written = Instant.MIN;
    private long requests;
  }

  private record Due(Pair pair, Instant first, Instant last, long requests) {}

  /// An endpoint was told an address.
  public void told(long chain, String endpoint, Address account) {
    Instant now = clock.instant();
    synchronized (lock) {
      Count count = counts.computeIfAbsent(new Pair(chain, endpoint, account), p -> new Count());
      if (count.requests == 0) {
        count.first = now;
      }
      count.last = now;
      count.requests++;
      boolean due = !count.written.isAfter(now.minus(PAUSE));
      if (due && !writing && !closed) {
        writing = true;
        Thread.ofVirtual().name("belay-egress").start(this::writeDue);
      }
    }
  }

  private void writeDue() {
    List<Due> due = List.of();
    try {
      do {
        write(due);
        due = take(clock.instant().minus(PAUSE));
      } while (!due.isEmpty());
    } catch (WalletException e) {
      LOG.debug("the egress list is written later", e);
      giveBack(due);
    }
  }

  /// What could not be written, a full disk for one, is written with the next.
  private void giveBack(List<Due> due) {
    synchronized (lock) {
      for (Due one : due) {
        Count count = counts.computeIfAbsent(one.pair(), p -> new Count());
        count.first = one.first();
        count.last = count.requests == 0 ? one.last() : count.last;
        count.requests += one.requests();
      }
      writing = false;
      lock.notifyAll();
    }
  }

  /// The pairs last written at or before an instant; none once this is closed, since the rest is
  /// then written by who closes it.
  private List<Due> take(Instant before) {
    synchronized (lock) {
      List<Due> due = closed ? List.of() : drain(before);
      if (due.isEmpty()) {
        writing = false;
        lock.notifyAll();
      }
      return due;
    }
  }

  private List<Due> drain(Instant before) {
    List<Due> due = new ArrayList<>();
    Instant now = clock.instant();
    counts.forEach((pair, count) -> {
      if (count.requests > 0 && !count.written.isAfter(before)) {
        due.add(new Due(pair, count.first, count.last, count.requests));
        count.requests = 0;
        count.written = now;
      }
    });
    return due;
  }

  private void write(List<Due> due) {
    if (due.isEmpty()) {
      return;
    }
    database.write(c -> {
      for (Due one : due) {
        Sql.change(
            c,
            "INSERT INTO egress VALUES (?,?,?,?,?,?) ON CONFLICT (chain, endpoint, account) DO"
                + " UPDATE SET last_at=max(last_at, excluded.last_at),"
                + " requests=requests+excluded.requests",
            one.pair().chain(),
            one.pair().endpoint(),
            one.pair().account(),
            one.first().toEpochMilli(),
            one.last().toEpochMilli(),
            one.requests());
      }
      return due.size();
    });
  }

  /// Writes down all that was told so far.
  public void flush() {
    List<Due> due;
    synchronized (lock) {
      due = drain(Instant.MAX);
    }
    write(due);
  }

  /// Everything told about one chain, by endpoint and account.
  public List<EgressRow> rows(long chain) {
    flush();
    return database.read(c ->
        Sql.list(
            c,
            "SELECT chain, endpoint, account, first_at, last_at, requests FROM egress"
                + " WHERE chain=? ORDER BY endpoint, account",
            row ->
                new EgressRow(
                    row.getLong(1),
                    row.getString(2),
                    Address.parse(row.getString(3)),
                    Instant.ofEpochMilli(row.getLong(4)),
                    Instant.ofEpochMilli(row.getLong(5)),
                    row.getLong(6)),
            chain));
  }

  /// Waits for a write under way, and writes the rest. Where that fails nothing else does: what is
  /// lost is a count.
  @Override
  public void close() {
    boolean interrupted = false;
    synchronized (lock) {
      closed = true;
      while (writing) {
        try {
          lock.wait();
        } catch (InterruptedException e) {
          interrupted = true; // a write is short
        }
      }
    }
    try {
      flush();
    } catch (WalletException e) {
      LOG.debug("the egress list lost its last counts", e);
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
