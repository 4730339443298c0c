package io.belay.core.practice;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;

/// What happens in one simulated run of sending, all of it from one seed.
///
/// @param seed the seed
/// @param faults of each group
/// @param wishes what is to be sent
/// @param acts what the person does to it afterwards
/// @param happenings the rest
/// @param random for what is left to chance
record SendSimPlan(
    long seed,
    List<List<SendFault>> faults,
    List<SendWish> wishes,
    List<SendAct> acts,
    Happenings happenings,
    SplittableRandom random) {
  private static final Duration END = Duration.ofHours(1);
  private static final List<Optional<Fault>> KINDS = kinds();

  /// @param forget when all pools forget everything
  /// @param reorg when the chain is reorganised
  /// @param depth by how many blocks
  /// @param vanish whether what was in them is forgotten
  /// @param foreign when another wallet sends from the same account
  /// @param crashes at which steps the process dies
  /// @param sleep at which step the computer sleeps
  /// @param nap for how long
  /// @param swaps at which steps the list of endpoints is made anew, each time with other members
  record Happenings(
      Optional<Duration> forget,
      Optional<Duration> reorg,
      int depth,
      boolean vanish,
      Optional<Duration> foreign,
      List<Integer> crashes,
      Optional<Integer> sleep,
      Duration nap,
      List<Integer> swaps) {}

  private static List<Optional<Fault>> kinds() {
    List<Optional<Fault>> kinds = new ArrayList<>();
    for (Fault fault : Fault.values()) {
      // what only concerns reading has a simulation of its own
      boolean reading =
          switch (fault) {
            case OK, LYING, LYING_FEES, BAD_PROOF, NO_PROOF, ENDLESS, DEEP_JSON -> true;
            default -> false;
          };
      if (!reading) {
        kinds.add(Optional.of(fault));
      }
    }
    kinds.add(Optional.empty());
    return List.copyOf(kinds);
  }

  static int kindsOfFaults() {
    return KINDS.size();
  }

  /// The plan of a seed: each kind of fault alone and each pair of kinds comes up in turn.
  static SendSimPlan of(long seed) {
    SplittableRandom random = new SplittableRandom(seed * 31 + 7);
    int groups = random.nextInt(3, 6);
    Optional<Fault> first = KINDS.get((int) (seed % KINDS.size()));
    Optional<Fault> second = KINDS.get((int) (seed / KINDS.size() % KINDS.size()));
    List<List<SendFault>> faults = new ArrayList<>();
    for (int i = 0; i < groups; i++) {
      faults.add(new ArrayList<>());
    }
    int where = random.nextInt(groups);
    faults.get(where).add(fault(first, random));
    if (random.nextInt(3) > 0) {
      // liars stay fewer than half
      int other = groups < 5 ? where : random.nextInt(groups);
      faults.get(other).add(fault(second, random));
    }
    if (random.nextInt(10) == 0) {
      outage(faults, random);
    }
    return new SendSimPlan(seed, faults, wishes(random), acts(random), happenings(random), random);
  }

  private static List<SendWish> wishes(SplittableRandom random) {
    List<SendWish> wishes = new ArrayList<>();
    for (int i = random.nextInt(1, 4); i > 0; i--) {
      SendWish.Kind kind =
          switch (random.nextInt(10)) {
            case 0 -> SendWish.Kind.REFUSED;
            case 1 -> SendWish.Kind.REVERTS;
            default -> SendWish.Kind.PAYS;
          };
      wishes.add(
          new SendWish(Duration.ofMillis(random.nextInt(15_000)), kind, random.nextInt(6) == 0));
    }
    wishes.sort(Comparator.comparing(SendWish::at));
    return wishes;
  }

  private static List<SendAct> acts(SplittableRandom random) {
    List<SendAct> acts = new ArrayList<>();
    for (int i = random.nextInt(3) == 0 ? random.nextInt(1, 4) : 0; i > 0; i--) {
      SendAct.Kind[] kinds = SendAct.Kind.values();
      acts.add(
          new SendAct(
              Duration.ofMillis(random.nextInt(40_000)), kinds[random.nextInt(kinds.length)]));
    }
    acts.sort(Comparator.comparing(SendAct::at));
    return acts;
  }

  /// All pools forget what was sent, and nothing else goes wrong.
  static SendSimPlan forgotten() {
    return new SendSimPlan(
        0,
        List.of(List.of(), List.of(), List.of()),
        List.of(SendWish.pays(Duration.ofSeconds(3))),
        List.of(),
        new Happenings(
            Optional.of(Duration.ofMillis(6_900)),
            Optional.empty(),
            0,
            false,
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Duration.ZERO,
            List.of()),
        new SplittableRandom(1));
  }

  /// A group that the list may do without: the liars stay fewer than half. Now and then none.
  OptionalInt dispensable(SplittableRandom chance) {
    int index = chance.nextInt(faults.size() + 1);
    long liars = 0;
    for (int i = 0; i < faults.size(); i++) {
      liars += i != index && faults.get(i).stream().anyMatch(SendFault::lies) ? 1 : 0;
    }
    boolean may = index < faults.size() && faults.size() > 3 && 2 * liars < faults.size() - 1;
    return may ? OptionalInt.of(index) : OptionalInt.empty();
  }

  private static void outage(List<List<SendFault>> faults, SplittableRandom random) {
    Optional<Fault> silence = Optional.of(random.nextBoolean() ? Fault.HANG : Fault.REFUSE);
    Duration from = Duration.ofMillis(random.nextInt(20_000));
    Duration until = from.plusMillis(random.nextInt(3_000, 30_000));
    faults.forEach(own -> own.addFirst(new SendFault(silence, from, until)));
  }

  private static Happenings happenings(SplittableRandom random) {
    return new Happenings(
        moment(random, 5, 1_000, 45_000),
        moment(random, 5, 8_000, 60_000),
        random.nextInt(1, 4),
        random.nextBoolean(),
        moment(random, 12, 0, 20_000),
        steps(random, 4),
        random.nextInt(10) == 0 ? Optional.of(random.nextInt(12)) : Optional.empty(),
        Duration.ofSeconds(random.nextInt(15, 200)),
        steps(random, 6));
  }

  private static List<Integer> steps(SplittableRandom random, int one) {
    List<Integer> steps = new ArrayList<>();
    for (int i = random.nextInt(one) == 0 ? random.nextInt(1, 4) : 0; i > 0; i--) {
      steps.add(random.nextInt(15));
    }
    return steps;
  }

  private static Optional<Duration> moment(SplittableRandom random, int one, int from, int until) {
    return random.nextInt(one) == 0
        ? Optional.of(Duration.ofMillis(random.nextInt(from, until)))
        : Optional.empty();
  }

  private static SendFault fault(Optional<Fault> kind, SplittableRandom random) {
    boolean whole = random.nextBoolean();
    Duration from = whole ? Duration.ZERO : Duration.ofMillis(random.nextInt(20_000));
    Duration until =
        whole || random.nextBoolean() ? END : from.plusMillis(random.nextInt(1_000, 40_000));
    return new SendFault(kind, from, until);
  }

  @Override
  public String toString() {
    return "seed " + seed + ", groups " + faults + ", " + wishes + ", " + acts + ", " + happenings;
  }
}
