package io.belay.core.practice;

import io.belay.base.Address;
import io.belay.base.Bytes32;
import java.math.BigInteger;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// A state being changed: reads through to the state below, and writes into the tries only once, at
/// the end. Used by one thread.
final class PracticeWorld {
  private final PracticeState below;
  private final Map<Address, PracticeAccount> accounts = new TreeMap<>();
  private final Map<Bytes32, BigInteger> slots = new TreeMap<>();

  PracticeWorld(PracticeState below) {
    this.below = below;
  }

  PracticeAccount account(Address address) {
    PracticeAccount changed = accounts.get(address);
    return changed == null ? below.account(address) : changed;
  }

  void set(Address address, PracticeAccount account) {
    accounts.put(address, account);
  }

  void pay(Address address, BigInteger amount) {
    PracticeAccount account = account(address);
    set(address, account.withBalance(account.balance().add(amount)));
  }

  void move(Address from, Address to, BigInteger amount) {
    pay(from, amount.negate());
    pay(to, amount);
  }

  /// A slot of the token.
  BigInteger slot(Bytes32 slot) {
    BigInteger changed = slots.get(slot);
    return changed == null ? below.storage(PracticeToken.ADDRESS, slot) : changed;
  }

  void set(Bytes32 slot, BigInteger value) {
    slots.put(slot, value);
  }

  /// The state with every change in it.
  PracticeState commit() {
    PracticeState state = below;
    for (Map.Entry<Bytes32, BigInteger> e : slots.entrySet()) {
      state = state.withSlot(e.getKey(), e.getValue());
    }
    if (!slots.isEmpty()) {
      set(PracticeToken.ADDRESS, account(PracticeToken.ADDRESS).withStorage(state.token().root()));
    }
    for (Map.Entry<Address, PracticeAccount> e : accounts.entrySet()) {
      state = state.with(e.getKey(), e.getValue());
    }
    return state;
  }

  /// The same world, to try something in; only the token's storage is ever tried.
  PracticeWorld copy() {
    PracticeWorld copy = new PracticeWorld(below);
    copy.slots.putAll(slots);
    return copy;
  }

  /// Addresses written so far.
  Set<Address> addresses() {
    return accounts.keySet();
  }

  /// Token slots written so far.
  Set<Bytes32> slots() {
    return slots.keySet();
  }
}
