package io.belay.core.practice;

import io.belay.base.Address;
import io.belay.base.Bytes32;
import io.belay.base.Rlp;
import java.util.List;

/// One event a contract emitted.
@SuppressWarnings("ArrayRecordComponent") // logs are never compared
record PracticeLog(Address address, List<Bytes32> topics, byte[] data) {
  /// The log as it stands in a receipt.
  Rlp.Item item() {
    return Rlp.list(Rlp.of(address), Rlp.list(topics.stream().map(Rlp::of).toList()), Rlp.of(data));
  }
}
