package io.belay.core.rpc;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// What else is known about an endpoint, beside where it is and whose.
///
/// @param tracking what its operator says about tracking
/// @param uses what it takes
/// @param headers extra HTTP headers, secret
/// @param added whether a person added it
/// @param chosen whether a person added it or switched it on themselves
/// @param unproven whether nothing says that it is independent of the others
public record EndpointTraits(
    Tracking tracking,
    Set<Use> uses,
    SecretHeaders headers,
    boolean added,
    boolean chosen,
    boolean unproven) {

  /// Reads and takes transactions, and nothing special is known.
  public static final EndpointTraits PLAIN =
      new EndpointTraits(
          Tracking.UNLABELLED,
          EnumSet.of(Use.READ, Use.BROADCAST),
          SecretHeaders.NONE,
          false,
          false,
          false);

  /// Copies the uses.
  public EndpointTraits {
    uses = Set.copyOf(uses);
  }

  /// What an operator says about tracking its users; a claim, not a measurement.
  public enum Tracking {
    /// Says that it does not.
    NONE,
    /// Says that it keeps something for a while.
    LIMITED,
    /// Says that it does, or says nothing against it.
    YES,
    /// Nobody labelled it.
    UNLABELLED;

    /// The label in the data file.
    static Tracking of(String label) {
      return label.isEmpty() ? UNLABELLED : valueOf(label.toUpperCase(Locale.ROOT));
    }

    /// The word the command line uses.
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// What an endpoint takes.
  public enum Use {
    /// State reads.
    READ,
    /// Signed transactions, to the public path.
    BROADCAST,
    /// Signed transactions that are kept from the public mempool.
    PRIVATE_BROADCAST,
    /// Signed transactions and nothing else: a sequencer's door.
    BROADCAST_ONLY;

    /// The uses that the data file names.
    static Set<Use> of(List<String> words) {
      Set<Use> uses = EnumSet.noneOf(Use.class);
      words.forEach(word -> uses.add(valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'))));
      return uses;
    }

    /// The word in the data file.
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /// Whether it answers reads.
  public boolean reads() {
    return uses.contains(Use.READ);
  }

  /// Whether it keeps what it is given from the public: nobody else can tell whether it is on its
  /// way, and it is not asked in one breath with those who tell everybody.
  public boolean isPrivate() {
    return uses.contains(Use.PRIVATE_BROADCAST) && !uses.contains(Use.BROADCAST);
  }

  /// The same, with a person's own choice about it.
  EndpointTraits chosen(boolean now) {
    return new EndpointTraits(tracking, uses, headers, added, now, unproven);
  }
}
