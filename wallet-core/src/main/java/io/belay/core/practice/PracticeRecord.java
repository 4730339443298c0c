package io.belay.core.practice;

import io.belay.base.Address;
import io.belay.base.Bytes32;
import io.belay.base.Rlp;
import io.belay.base.WalletException;
import io.belay.core.chain.Header;
import java.util.ArrayList;
import java.util.List;

/// One line of the journal. Senders are kept beside transactions: recovering them again would make
/// opening slow.
sealed interface PracticeRecord {
  /// Where the chain begins: a block and the whole state after it.
  record Start(Header header, PracticeState state, PracticeKeys keys) implements PracticeRecord {}

  /// A transaction entered the pool.
  record Accepted(PracticeTx tx) implements PracticeRecord {}

  /// A block as it was mined.
  record Mined(Header header, List<PracticeTx> txs) implements PracticeRecord {
    static Mined of(PracticeBlock block) {
      return new Mined(block.header(), block.txs());
    }
  }

  /// The last blocks gave way to others.
  record Reorged(int dropped, List<Mined> instead) implements PracticeRecord {}

  /// Bytes for the journal.
  default byte[] encoded() {
    return Rlp.encode(
        switch (this) {
          case Start s -> start(s);
          case Accepted(PracticeTx tx) -> Rlp.list(Rlp.of(1), tx(tx));
          case Mined m -> Rlp.list(Rlp.of(2), mined(m));
          case Reorged(int dropped, List<Mined> instead) ->
              Rlp.list(
                  Rlp.of(3),
                  Rlp.of(dropped),
                  Rlp.list(instead.stream().map(PracticeRecord::mined).toList()));
        });
  }

  /// Reads what [#encoded] wrote.
  static PracticeRecord decode(byte[] bytes, PracticeTxReader reader) {
    List<Rlp.Item> f = Rlp.decode(bytes).list();
    return switch (f.get(0).number().intValueExact()) {
      case 0 -> start(f);
      case 1 -> new Accepted(tx(f.get(1), reader));
      case 2 -> mined(f.get(1), reader);
      case 3 ->
          new Reorged(
              f.get(1).number().intValueExact(),
              f.get(2).list().stream().map(b -> mined(b, reader)).toList());
      default -> throw new WalletException("practice-damaged", "unknown record");
    };
  }

  private static Rlp.Item start(Start s) {
    List<Rlp.Item> accounts = new ArrayList<>();
    for (Address address : s.keys().addresses()) {
      PracticeAccount account = s.state().account(address);
      accounts.add(Rlp.list(Rlp.of(address), Rlp.of(account.encoded())));
    }
    List<Rlp.Item> slots = new ArrayList<>();
    for (Bytes32 slot : s.keys().slots()) {
      slots.add(Rlp.list(Rlp.of(slot), Rlp.of(s.state().storage(PracticeToken.ADDRESS, slot))));
    }
    return Rlp.list(Rlp.of(0), Rlp.of(s.header().encoded()), Rlp.list(accounts), Rlp.list(slots));
  }

  private static Start start(List<Rlp.Item> f) {
    PracticeKeys keys = new PracticeKeys();
    PracticeState state = PracticeState.EMPTY;
    for (Rlp.Item pair : f.get(2).list()) {
      Address address = Address.of(pair.list().get(0).bytes());
      keys.addresses().add(address);
      state = state.with(address, PracticeAccount.decode(pair.list().get(1).bytes()));
    }
    for (Rlp.Item pair : f.get(3).list()) {
      Bytes32 slot = Bytes32.of(pair.list().get(0).bytes());
      keys.slots().add(slot);
      state = state.withSlot(slot, pair.list().get(1).number());
    }
    return new Start(Header.decode(f.get(1).bytes()), state, keys);
  }

  private static Rlp.Item tx(PracticeTx tx) {
    return Rlp.list(Rlp.of(tx.raw()), Rlp.of(tx.from()));
  }

  private static PracticeTx tx(Rlp.Item item, PracticeTxReader reader) {
    List<Rlp.Item> f = item.list();
    return reader.decode(f.get(0).bytes()).withFrom(Address.of(f.get(1).bytes()));
  }

  private static Rlp.Item mined(Mined m) {
    return Rlp.list(
        Rlp.of(m.header().encoded()), Rlp.list(m.txs().stream().map(PracticeRecord::tx).toList()));
  }

  private static Mined mined(Rlp.Item item, PracticeTxReader reader) {
    List<Rlp.Item> f = item.list();
    return new Mined(
        Header.decode(f.get(0).bytes()), f.get(1).list().stream().map(t -> tx(t, reader)).toList());
  }
}
