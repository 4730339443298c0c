package io.belay.keystore.vault;

import io.belay.base.Address;
import io.belay.base.Signature;
import io.belay.base.WalletException;
import io.belay.keystore.AccountRef;
import io.belay.keystore.Signer;
import io.belay.keystore.SigningPayload;
import io.belay.keystore.hd.HdPath;
import io.belay.keystore.hd.Mnemonic;
import io.belay.keystore.hd.Seed;
import io.belay.keystore.secret.SecretBytes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/// An open vault: signs, shows its mnemonic, takes new accounts. Thread-safe; wiped on close, after
/// which every call but `isLocked` and `close` throws `vault-locked`.
public final class Unlocked implements Signer, AutoCloseable {
  private final Generation generation;
  private final Header.Label label;
  private final VaultKeys keys;
  private final Mnemonic mnemonic;
  private final Seed seed;
  private volatile boolean locked;
  private Known known;

  /// The accounts as one generation has them.
  private record Known(long generation, List<VaultAccount> accounts) {}

  private Unlocked(Generation generation, Header header, VaultKeys keys, Contents contents) {
    this.generation = generation;
    this.label = header.label();
    this.keys = keys;
    this.mnemonic = contents.mnemonic().copy();
    this.seed = mnemonic.seed();
    this.known = new Known(header.generation(), contents.accounts());
  }

  /// Decrypts and re-derives. Takes over the keys if it succeeds.
  static Unlocked open(Generation generation, Header header, VaultKeys keys, VaultFile file) {
    try (Contents contents = Sealed.open(file, header, keys.data())) {
      Unlocked unlocked = new Unlocked(generation, header, keys, contents);
      for (VaultAccount account : contents.accounts()) {
        if (!unlocked.seed.address(account.path()).equals(account.ref().address())) {
          unlocked.close();
          throw Damage.damaged("an address does not belong to its mnemonic");
        }
      }
      return unlocked;
    }
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
    return add(Unlocked::nextPath);
  }

  /// Adds the account at a path, and saves the vault; returns the account if it is there already.
  ///
  /// @throws WalletException as for [#newAccount()], or `bad-derivation`
  public VaultAccount newAccount(HdPath path) {
    return add(accounts -> path);
  }

  private static HdPath nextPath(List<VaultAccount> accounts) {
    HdPath parent = HdPath.ethereum(0);
    int next = 0;
    for (VaultAccount account : accounts) {
      List<Integer> steps = account.path().steps();
      if (steps.size() == 5
          && steps.subList(0, 4).equals(parent.steps().subList(0, 4))
          && steps.get(4) >= next) {
        next = steps.get(4) + 1;
      }
    }
    return HdPath.ethereum(next);
  }

  private VaultAccount add(Function<List<VaultAccount>, HdPath> choice) {
    return whileOpen(() -> {
      List<VaultAccount> saved = new ArrayList<>();
      List<VaultAccount> added = new ArrayList<>();
      try (VaultKeys held = keys.copy()) {
        Header header =
            generation.advance(
                held,
                now -> {
                  HdPath path = choice.apply(now.accounts());
                  Optional<Contents> next = with(now, path);
                  saved.addAll(next.orElse(now).accounts());
                  added.add(at(saved, path));
                  return next;
                });
        learn(new Known(header.generation(), List.copyOf(saved)));
      }
      return added.getFirst();
    });
  }

  /// The contents with one account more; empty if it is there.
  private Optional<Contents> with(Contents now, HdPath path) {
    if (now.accounts().stream().anyMatch(account -> account.path().equals(path))) {
      return Optional.empty();
    }
    List<VaultAccount> accounts = new ArrayList<>(now.accounts());
    accounts.add(new VaultAccount(new AccountRef(label.id(), seed.address(path)), path));
    return Optional.of(new Contents(now.mnemonic(), accounts));
  }

  private static VaultAccount at(List<VaultAccount> accounts, HdPath path) {
    return accounts.stream()
        .filter(account -> account.path().equals(path))
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
      HdPath path = pathOf(account);
      if (label.practice() && !isForPractice(payload)) {
        throw new WalletException(
            "practice-vault", "a practice vault signs for the practice chain only");
      }
      Address address = account.address();
      try (SecretBytes key = seed.privateKey(path)) {
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

  private HdPath pathOf(AccountRef ref) {
    return known().accounts().stream()
        .filter(account -> account.ref().equals(ref))
        .map(VaultAccount::path)
        .findFirst()
        .orElseThrow(
            () -> new WalletException("unknown-account", "this vault has no such account"));
  }

  /// A copy of the mnemonic, to show its words; the caller closes it.
  ///
  /// @throws WalletException `vault-locked`
  public Mnemonic mnemonic() {
    return whileOpen(mnemonic::copy);
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
    seed.close();
    mnemonic.close();
  }

  @Override
  public String toString() {
    return "Unlocked[" + label.name() + (locked ? ", locked]" : ", redacted]");
  }
}
