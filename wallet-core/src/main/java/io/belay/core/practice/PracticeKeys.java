package io.belay.core.practice;

import io.belay.base.Address;
import io.belay.base.Bytes32;
import java.util.Set;
import java.util.TreeSet;

/// Every account and token slot ever written: a trie knows only the hashes of its keys, and a
/// snapshot needs the keys.
record PracticeKeys(Set<Address> addresses, Set<Bytes32> slots) {
  PracticeKeys() {
    this(new TreeSet<>(), new TreeSet<>());
  }

  void add(PracticeWorld world) {
    addresses.addAll(world.addresses());
    slots.addAll(world.slots());
  }
}
