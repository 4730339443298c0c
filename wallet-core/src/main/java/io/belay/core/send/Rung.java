package io.belay.core.send;

import io.belay.core.rpc.EndpointConfig;
import java.util.List;
import java.util.Locale;

/// One way for a signed transaction to leave this computer.
///
/// @param kind which
/// @param standing whether it is open, and what came of it
/// @param endpoints those it leads to; where it is barred, those that it would lead to
/// @param reveals what is revealed by it and to whom
/// @param tried what each of these endpoints said, as far as they were asked
public record Rung(
    Kind kind,
    Standing standing,
    List<EndpointConfig> endpoints,
    Reveals reveals,
    List<AttemptRow> tried) {

  /// Copies the lists.
  public Rung {
    endpoints = List.copyOf(endpoints);
    tried = List.copyOf(tried);
  }

  /// The ways, in the order of the ladder.
  public enum Kind {
    /// Public endpoints.
    ORDINARY,
    /// The user's own node, by HTTP or by its socket.
    OWN_NODE,
    /// The same endpoints by the last addresses that their names were known to have.
    LAST_GOOD_DNS,
    /// A host that takes transactions for the network's sequencer and answers no question.
    SEQUENCER,
    /// A relay that passes transactions to block builders and keeps them from the public.
    PRIVATE_RELAY,
    /// The same endpoints through the user's SOCKS proxy.
    PROXY,
    /// The bytes in a file, a text or a picture, carried by hand.
    LIFEBOAT;

    /// The word the command line uses, such as `private-relay`.
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /// Where a rung stands.
  public enum Standing {
    /// An endpoint of it holds the transaction.
    HOLDS,
    /// It was tried, and nobody took it so far.
    TRIED,
    /// It is open, and was not tried yet.
    OPEN,
    /// The user's policy keeps it shut, or it is switched off.
    BARRED,
    /// There is nothing here to try: no such endpoint, or it was not set up.
    ABSENT;

    /// The word the command line uses.
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// Whether it may be tried as things are.
  public boolean isAllowed() {
    return standing != Standing.BARRED && standing != Standing.ABSENT;
  }
}
