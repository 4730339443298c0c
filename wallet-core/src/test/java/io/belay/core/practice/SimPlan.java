package io.belay.core.practice;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// What happens in one simulated run, all of it from one seed.
///
/// @param seed the seed
/// @param faults of each group, in the user's order
/// @param rounds how often somebody reads
/// @param wall how far the wall clock is off
/// @param sleeps whether the computer sleeps in between
/// @param swaps whether the list of endpoints is made anew in between
/// @param watched whether heads are polled in the background, as while a window shows the network
/// @param random for what is left to chance
record SimPlan(
    long seed,
    List<List<SimFault>> faults,
    int rounds,
    Duration wall,
    boolean sleeps,
    boolean swaps,
    boolean watched,
    SplittableRandom random) {
  private static final Duration END = Duration.ofHours(1);
  private static final List<SimFault.Kind> KINDS = kinds();

  private static List<SimFault.Kind> kinds() {
    List<SimFault.Kind> kinds = new ArrayList<>();
    for (Fault fault : Fault.values()) {
      if (fault != Fault.OK) {
        kinds.add(new SimFault.Kind.Known(fault));
      }
    }
    for (Fault lie : List.of(Fault.LYING, Fault.LYING_NONCE, Fault.BAD_PROOF)) {
      kinds.add(new SimFault.Kind.OnlyAbout(lie));
      kinds.add(new SimFault.Kind.After(lie, 3));
    }
    kinds.add(new SimFault.Kind.OtherChain());
    kinds.add(new SimFault.Kind.Intercepted());
    kinds.add(new SimFault.Kind.Stuck());
    return List.copyOf(kinds);
  }

  /// Number of kinds of faults.
  static int kindsOfFaults() {
    return KINDS.size();
  }

  /// The plan of a seed: each kind of fault alone and each pair of kinds comes up in turn.
  static SimPlan of(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int groups = random.nextInt(3, 6);
    SimFault.Kind first = KINDS.get((int) (seed % KINDS.size()));
    SimFault.Kind second = KINDS.get((int) (seed / KINDS.size() % KINDS.size()));
    List<List<SimFault>> faults = new ArrayList<>();
    for (int i = 0; i < groups; i++) {
      faults.add(new ArrayList<>());
    }
    int where = random.nextInt(groups);
    boolean two = random.nextInt(3) > 0;
    faults.get(where).addAll(fault(first, random));
    if (two) {
      // both at one group one after the other, or at two groups
      int other = random.nextBoolean() ? where : random.nextInt(groups);
      faults.get(other).addAll(fault(second, random));
    }
    if (random.nextInt(10) == 0) {
      // an outage: most others fall silent for a while
      SimFault.Kind silence =
          new SimFault.Kind.Known(random.nextBoolean() ? Fault.HANG : Fault.REFUSE);
      for (int i = 1; i < groups; i++) {
        faults.get((where + i) % groups).addAll(fault(silence, random));
      }
    }
    Duration wall =
        random.nextInt(5) == 0 ? Duration.ofMinutes(random.nextInt(-10, 11)) : Duration.ZERO;
    return new SimPlan(
        seed,
        faults,
        random.nextInt(3, 7),
        wall,
        random.nextInt(10) == 0,
        random.nextInt(10) == 0,
        random.nextBoolean(),
        random);
  }

  /// One group of three to five is killed or hangs at any moment, and may come back.
  static SimPlan oneGroupGone(long seed) {
    SplittableRandom random = new SplittableRandom(~seed);
    int groups = random.nextInt(3, 6);
    int where = random.nextInt(groups);
    Fault fault = random.nextBoolean() ? Fault.HANG : Fault.REFUSE;
    List<List<SimFault>> faults = new ArrayList<>();
    for (int i = 0; i < groups; i++) {
      faults.add(i == where ? fault(new SimFault.Kind.Known(fault), random) : List.of());
    }
    return new SimPlan(seed, faults, 6, Duration.ZERO, false, false, random.nextBoolean(), random);
  }

  /// Two of three groups collude: more than any wallet can see through.
  static SimPlan mostCollude(long seed) {
    List<SimFault> colludes =
        List.of(new SimFault(new SimFault.Kind.OtherChain(), Duration.ZERO, END));
    return new SimPlan(
        seed,
        List.of(colludes, colludes, List.of()),
        3,
        Duration.ZERO,
        false,
        false,
        false,
        new SplittableRandom(seed));
  }

  private static List<SimFault> fault(SimFault.Kind kind, SplittableRandom random) {
    boolean whole = random.nextBoolean();
    Duration from = whole ? Duration.ZERO : Duration.ofMillis(random.nextInt(20_000));
    Duration until =
        whole || random.nextBoolean() ? END : from.plusMillis(random.nextInt(1_000, 20_000));
    return List.of(new SimFault(kind, from, until));
  }

  private long liars() {
    return faults.stream().filter(f -> f.stream().anyMatch(x -> x.kind().lies())).count();
  }

  private long faulty() {
    return faults.stream().filter(f -> !f.isEmpty()).count();
  }

  /// Whether fewer than half of the groups that never fall silent ever lie.
  boolean liarsAreFew() {
    long silent =
        faults.stream()
            .filter(f -> !f.isEmpty() && f.stream().noneMatch(x -> x.kind().lies()))
            .count();
    return liars() * 2 < faults.size() - silent;
  }

  /// Whether two groups tell the same other chain: two hashes with two groups each are disputed,
  /// however many the honest are (connectivity.md, "Heads").
  boolean twoCollude() {
    return faults.stream()
            .filter(f -> f.stream().anyMatch(x -> x.kind() instanceof SimFault.Kind.OtherChain))
            .count()
        >= 2;
  }

  /// Whether most groups never fail at all, and at least two.
  boolean othersAnswer() {
    long good = faults.size() - faulty();
    return good >= 2 && good > faulty();
  }

  @Override
  public String toString() {
    return "seed "
        + seed
        + ", groups "
        + faults
        + ", wall "
        + wall
        + (sleeps ? ", sleeps" : "")
        + (swaps ? ", swaps" : "")
        + (watched ? ", watched" : "");
  }
}
