package io.belay.keystore.vault;

import io.belay.base.Address;
import io.belay.base.Signature;
import io.belay.base.WalletException;
import io.belay.keystore.AccountRef;
import io.belay.keystore.Signer;
import io.belay.keystore.SigningPayload;
import io.belay.keystore.hd.HdPath;
import io.belay.keystore.hd.Mnemonic;
import io.belay.keystore.hd.PublicKey;
import io.belay.keystore.secret.SecretBytes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/// An open vault: signs, shows its mnemonic, takes new accounts. Thread-safe; wiped on close, after
/// which every call but `isLocked` and `close` throws `vault-locked`.
public final class Unlocked implements Signer, AutoCloseable {
  private final Generation generation;
  private final Header.Label label;
  private final VaultKeys keys;
  private final KeyRing ring;
  private final boolean rolledBack;
  private final boolean belowFloor;
  private volatile boolean locked;
  private Known known;

  /// The accounts as one generation has them.
  private record Known(long generation, List<VaultAccount> accounts) {}

  private Unlocked(Generation generation, Header header, VaultKeys keys, Contents contents) {
    this.generation = generation;
    this.label = header.label();
    this.keys = keys;
    this.ring = new KeyRing(contents);
    this.rolledBack = generation.isOlderThanSeen(header);
    this.belowFloor = header.lock().cost().isBelowFloor();
    this.known = new Known(header.generation(), contents.accounts());
  }

  /// Decrypts and re-derives. Takes over the keys if it succeeds.
  static Unlocked open(Generation generation, Header header, VaultKeys keys, VaultFile file) {
    try (Contents contents = Sealed.open(file, header, keys.data())) {
      Unlocked unlocked = new Unlocked(generation, header, keys, contents);
      try {
        unlocked.ring.check(contents);
        return unlocked;
      } catch (WalletException e) {
        unlocked.close();
        throw e;
      }
    }
  }

  /// Whether the vault's file is an older one than was seen before: an old copy was put back. Told
  /// once, by the first that opens it.
  public boolean isRolledBack() {
    return rolledBack;
  }

  /// Whether a guess at the password costs less than a vault made today asks for. Setting the
  /// password anew, the same one too, raises it.
  public boolean isBelowFloor() {
    return belowFloor;
  }

  /// The accounts in the order they were added.
  ///
  /// @throws WalletException `vault-locked`
  public List<VaultAccount> accounts() {
    return whileOpen(() -> known().accounts());
  }

  /// Adds the account after the highest `m/44'/60'/0'/0/n` in use, and saves the vault.
  ///
  /// @throws WalletException `vault-locked`, `vault-changed`, `vault-damaged`, `vault-in-use`,
  ///   `disk-full`, `vault-write-failed`; then nothing was added
  public VaultAccount newAccount() {
    return add(now -> derived(now, nextPath(now.accounts())));
  }

  /// Adds the account at a path, and saves the vault; returns the account if it is there already.
  ///
  /// @throws WalletException as for [#newAccount()], or `bad-derivation`
  public VaultAccount newAccount(HdPath path) {
    return add(now -> derived(now, path));
  }

  /// Adds the account of a private key, and saves the vault; returns the account if its address is
  /// there already. The mnemonic does not bring such an account back. The key stays the caller's.
  ///
  /// @param key 32 bytes, a number from 1 to n-1
  /// @throws WalletException as for [#newAccount()], or `bad-derivation`
  public VaultAccount importKey(SecretBytes key) {
    Address address = key.use(PublicKey::address);
    return add(now -> {
      VaultAccount account = VaultAccount.imported(new AccountRef(label.id(), address));
      Map<Address, SecretBytes> kept = new HashMap<>(now.keys());
      kept.put(address, key);
      return new Addition(account, kept);
    });
  }

  /// The address at a path of the mnemonic; nothing is added.
  ///
  /// @throws WalletException `vault-locked`, `bad-derivation`
  public Address address(HdPath path) {
    return whileOpen(() -> ring.address(path));
  }

  /// A copy of an account's private key, to be exported; the caller closes it.
  ///
  /// @throws WalletException `vault-locked`, `unknown-account`
  public SecretBytes privateKey(AccountRef account) {
    return whileOpen(() -> ring.key(account(account)));
  }

  private static HdPath nextPath(List<VaultAccount> accounts) {
    HdPath parent = HdPath.ethereum(0);
    int next = 0;
    for (VaultAccount account : accounts) {
      List<Integer> steps = account.path().map(HdPath::steps).orElse(List.of());
      if (steps.size() == 5
          && steps.subList(0, 4).equals(parent.steps().subList(0, 4))
          && steps.get(4) >= next) {
        next = steps.get(4) + 1;
      }
    }
    return HdPath.ethereum(next);
  }

  /// An account to add, and the imported keys with its own among them.
  private record Addition(VaultAccount account, Map<Address, SecretBytes> keys) {}

  private Addition derived(Contents now, HdPath path) {
    AccountRef ref = new AccountRef(label.id(), ring.address(path));
    return new Addition(VaultAccount.derived(ref, path), now.keys());
  }

  private VaultAccount add(Function<Contents, Addition> choice) {
    return whileOpen(() -> {
      List<VaultAccount> saved = new ArrayList<>();
      List<VaultAccount> added = new ArrayList<>();
      try (VaultKeys held = keys.copy()) {
        Header header =
            generation.advance(
                held,
                now -> {
                  Addition addition = choice.apply(now);
                  // its keys are all that are stored: another process may have imported some
                  addition.keys().forEach(ring::learn);
                  Optional<Contents> next = with(now, addition);
                  saved.addAll(next.orElse(now).accounts());
                  added.add(at(saved, addition.account().ref().address()));
                  return next;
                });
        learn(new Known(header.generation(), List.copyOf(saved)));
      }
      return added.getFirst();
    });
  }

  /// The contents with one account more; empty if its address is there.
  private static Optional<Contents> with(Contents now, Addition addition) {
    Address address = addition.account().ref().address();
    if (now.accounts().stream().anyMatch(a -> a.ref().address().equals(address))) {
      return Optional.empty();
    }
    List<VaultAccount> accounts = new ArrayList<>(now.accounts());
    accounts.add(addition.account());
    return Optional.of(new Contents(now.mnemonic(), accounts, addition.keys()));
  }

  private static VaultAccount at(List<VaultAccount> accounts, Address address) {
    return accounts.stream()
        .filter(account -> account.ref().address().equals(address))
        .findFirst()
        .orElseThrow();
  }

  private synchronized Known known() {
    return known;
  }

  // two threads may save one after the other and come back in the other order
  private synchronized void learn(Known next) {
    if (next.generation() > known.generation()) {
      known = next;
    }
  }

  /// {@inheritDoc}
  ///
  /// A practice vault signs for [Vaults#PRACTICE_CHAIN] only. Of what names no chain it signs
  /// personal messages, which move nothing on any chain; typed data without a chain is refused, as
  /// a contract of any chain might take it.
  ///
  /// @throws WalletException `vault-locked`, `unknown-account`, or `practice-vault` for what a
  ///   practice vault does not sign
  @Override
  public Signature sign(AccountRef account, SigningPayload payload) {
    return whileOpen(() -> {
      VaultAccount known = account(account);
      if (label.practice() && !isForPractice(payload)) {
        throw new WalletException(
            "practice-vault", "a practice vault signs for the practice chain only");
      }
      Address address = account.address();
      try (SecretBytes key = ring.key(known)) {
        return key.use(k -> Ecdsa.sign(k, payload.digest(), address));
      }
    });
  }

  private static boolean isForPractice(SigningPayload payload) {
    return switch (payload) {
      case SigningPayload.PersonalMessage message -> true;
      case SigningPayload.Transaction transaction -> isPracticeChain(transaction);
      case SigningPayload.TypedData data -> isPracticeChain(data);
      case SigningPayload.Authorization authorization -> isPracticeChain(authorization);
    };
  }

  private static boolean isPracticeChain(SigningPayload payload) {
    return payload.chainId().filter(Vaults.PRACTICE_CHAIN::equals).isPresent();
  }

  private VaultAccount account(AccountRef ref) {
    return known().accounts().stream()
        .filter(account -> account.ref().equals(ref))
        .findFirst()
        .orElseThrow(
            () -> new WalletException("unknown-account", "this vault has no such account"));
  }

  /// A copy of the mnemonic, to show its words; the caller closes it.
  ///
  /// @throws WalletException `vault-locked`
  public Mnemonic mnemonic() {
    return whileOpen(ring::mnemonic);
  }

  private <R> R whileOpen(Supplier<R> work) {
    if (locked) {
      throw locked();
    }
    try {
      return work.get();
    } catch (WalletException e) {
      // closed by another thread in the middle of the work
      throw e.code().equals("secret-closed") ? locked() : e;
    }
  }

  private static WalletException locked() {
    return new WalletException("vault-locked", "the vault is locked");
  }

  /// Whether the vault was closed.
  public boolean isLocked() {
    return locked;
  }

  /// Locks: wipes keys, seed and mnemonic. A second call does nothing.
  @Override
  public void close() {
    locked = true;
    keys.close();
    ring.close();
  }

  @Override
  public String toString() {
    return "Unlocked[" + label.name() + (locked ? ", locked]" : ", redacted]");
  }
}
