package io.belay.app.activity;

import io.belay.app.control.AskTokens;
import io.belay.app.control.Known;
import io.belay.base.Address;
import io.belay.core.send.TxRecord;
import java.util.List;
import java.util.Set;

/// What all transactions together tell, whichever of them are listed.
///
/// @param assets every asset that one moves
/// @param attention what keeps accounts' queues from moving, in words
/// @param tokens the tokens that are called
record Survey(List<Moved.Choice> assets, List<String> attention, Set<Address> tokens) {

  static Survey of(List<TxRecord> journal, Known known, Attention attention) {
    return new Survey(
        journal.stream().map(record -> Moved.choice(record, known)).distinct().toList(),
        attention.of(journal),
        AskTokens.called(journal));
  }
}
