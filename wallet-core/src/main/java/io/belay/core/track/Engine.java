package io.belay.core.track;

import io.belay.core.rpc.Endpoint;
import io.belay.core.rpc.EndpointConfig;
import io.belay.core.rpc.Reader;
import io.belay.core.send.Broadcaster;
import io.belay.core.send.NonceBook;
import io.belay.core.send.Payees;
import io.belay.core.send.SendJournal;
import io.belay.core.send.SendService;
import io.belay.core.state.Timing;
import io.belay.core.store.AccountBook;
import io.belay.core.store.ContactBook;
import io.belay.core.store.Database;
import java.time.InstantSource;
import java.util.List;

/// All that works over one list of endpoints. Where the list changes another one takes its place as
/// a whole; what is in flight ends where it began (I16).
///
/// @param endpoints all of them, also those that only take transactions
/// @param reader asks those that answer questions
/// @param sends plans and signs
/// @param desk of transactions that wait
/// @param broadcaster carries to all of them
/// @param tracker takes what is open further
record Engine(
    List<Endpoint> endpoints,
    Reader reader,
    SendService sends,
    NonceDesk desk,
    Broadcaster broadcaster,
    TransactionTracker tracker) {

  /// What stays where endpoints come and go.
  ///
  /// @param changed told when the journal has changed
  record Ground(
      Database database,
      SendJournal journal,
      Timing timing,
      InstantSource clock,
      Runnable changed) {}

  /// An engine over endpoints; nothing is asked yet.
  ///
  /// @param reader over those of them that answer questions
  static Engine of(List<Endpoint> endpoints, Reader reader, Ground ground) {
    SendService sends =
        new SendService(
            reader,
            new NonceBook(ground.database(), reader.chain().id(), ground.clock()),
            ground.journal(),
            Payees.of(
                new AccountBook(ground.database(), ground.clock()),
                new ContactBook(ground.database()),
                ground.journal()));
    Broadcaster broadcaster =
        new Broadcaster(endpoints, ground.journal()::attempted, ground.timing(), ground.changed());
    return new Engine(
        List.copyOf(endpoints),
        reader,
        sends,
        new NonceDesk(reader, sends, ground.journal()),
        broadcaster,
        new TransactionTracker(
            reader,
            ground.journal(),
            broadcaster,
            ground.clock(),
            // a new one counts as a start, so that all that is open goes to the new endpoints now
            new WakeWatch(ground.timing(), InstantSource.system(), WakeWatch::addresses),
            ground.changed()));
  }

  /// Those that answer questions; the others have no vote.
  static List<Endpoint> readers(List<Endpoint> endpoints) {
    return endpoints.stream().filter(e -> e.config().traits().reads()).toList();
  }

  List<EndpointConfig> carriers() {
    return endpoints.stream().map(Endpoint::config).toList();
  }
}
