package io.belay.keystore.vault;

import io.belay.base.ChainId;
import io.belay.base.WalletException;
import io.belay.keystore.AccountRef;
import io.belay.keystore.hd.HdPath;
import io.belay.keystore.hd.Mnemonic;
import io.belay.keystore.hd.Seed;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// The vault files of one directory. Thread-safe; keeps no secret. Construction touches no file.
public final class Vaults {
  /// The only chain that practice vaults sign for.
  public static final ChainId PRACTICE_CHAIN = ChainId.of(2_352_900_001L);

  /// The name of a vault when the user chose none.
  public static final String DEFAULT_NAME = "main";

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Surroundings around;

  /// @param directory made 0700 with the first write
  /// @param cost of passwords set from here on; existing vaults keep theirs until then
  /// @param random the one entry point of randomness, unseeded
  /// @param clock for the times in headers
  public Vaults(Path directory, KdfCost cost, SecureRandom random, InstantSource clock) {
    this(directory, cost, random, clock, SeenGenerations.NONE);
  }

  /// As above.
  ///
  /// @param seen tells an old copy of a vault from the newest
  public Vaults(
      Path directory,
      KdfCost cost,
      SecureRandom random,
      InstantSource clock,
      SeenGenerations seen) {
    this(
        new Surroundings(
            directory.toAbsolutePath(),
            cost,
            random,
            clock,
            new Argon2(),
            new LocalDisk(),
            seen,
            PATIENCE));
  }

  Vaults(Surroundings around) {
    this.around = around;
  }

  /// The same vaults, where passwords set from here on cost something else. Whoever uses vaults in
  /// several places derives them from one: the process's lock on the directory is lost with any of
  /// its channels.
  public Vaults costing(KdfCost cost) {
    return new Vaults(around.costing(cost));
  }

  /// Names of all vaults, damaged ones too, sorted.
  ///
  /// @throws WalletException `vault-unreadable`
  public List<String> names() {
    try {
      return around.disk().names(around.directory()).stream()
          .filter(file -> file.endsWith(VaultName.SUFFIX))
          .map(file -> file.substring(0, file.length() - VaultName.SUFFIX.length()))
          .filter(VaultName::fits)
          .toList();
    } catch (IOException e) {
      throw new WalletException("vault-unreadable", "the vault folder could not be read", e);
    }
  }

  /// What the vaults tell about themselves, sorted by name; one that cannot be read is in
  /// [#names()] only.
  public List<VaultInfo> list() {
    List<VaultInfo> infos = new ArrayList<>();
    for (String name : names()) {
      Vault vault = new Vault(around, name);
      if (vault.verify() instanceof Verification.Sound sound) {
        infos.add(sound.info());
      }
    }
    return List.copyOf(infos);
  }

  /// Whether the vault, or a backup of it, is there.
  ///
  /// @throws WalletException `bad-vault-name`
  public boolean exists(String name) {
    return new VaultStore(around, name).exists();
  }

  /// Makes a vault with one account, `m/44'/60'/0'/0/0`. Runs the key derivation. Mnemonic and
  /// password stay the caller's to close.
  ///
  /// @param name `[a-z0-9-]{1,40}`
  /// @param practice whether its keys sign for [#PRACTICE_CHAIN] only
  /// @throws WalletException `vault-exists`, `bad-vault-name`, `kdf-needs-memory`, `vault-in-use`,
  ///   `disk-full`, `vault-write-failed`
  public Vault create(String name, boolean practice, Mnemonic mnemonic, Password password) {
    VaultStore store = new VaultStore(around, name);
    refuseExisting(store);
    UUID id = randomId();
    VaultKeys.Fresh fresh = VaultKeys.fresh(password, around.cost(), around.kdf(), around.random());
    try (VaultKeys keys = fresh.keys();
        Contents contents = firstContents(id, mnemonic)) {
      Instant now = around.now();
      Header header =
          new Header(
              new Header.Label(id, name, practice), 1, fresh.lock(), around.nonce(), now, now);
      VaultFile file = Sealed.seal(header, keys, contents);
      return new WriteLock(around)
          .holding(() -> {
            refuseExisting(store);
            store.create(file, bytes -> Generation.check(bytes, keys, contents));
            around.seen().saw(id, header.generation());
            return new Vault(around, name);
          });
    }
  }

  private static Contents firstContents(UUID id, Mnemonic mnemonic) {
    HdPath path = HdPath.ethereum(0);
    try (Seed seed = mnemonic.seed()) {
      VaultAccount first = VaultAccount.derived(new AccountRef(id, seed.address(path)), path);
      return new Contents(mnemonic.copy(), List.of(first), Map.of());
    }
  }

  /// A vault's file as it is, still encrypted, for a backup.
  ///
  /// @throws WalletException as for [#open]
  public byte[] file(String name) {
    return new VaultStore(around, name).read().toBytes();
  }

  /// Puts a vault file of a backup in its place; its password is the one it had.
  ///
  /// @throws WalletException `vault-exists`, `vault-damaged`, `vault-newer`, `kdf-out-of-bounds`,
  ///   `bad-vault-name`, and as for every write
  public void adopt(String name, byte[] bytes) {
    VaultStore store = new VaultStore(around, name);
    VaultFile file = VaultFile.parse(bytes);
    Header header = Header.parse(file.hdr());
    new WriteLock(around)
        .holding(() -> {
          refuseExisting(store);
          store.create(file, same -> {});
          return header;
        });
  }

  private static void refuseExisting(VaultStore store) {
    if (store.exists()) {
      throw new WalletException(
          "vault-exists", "a vault of this name, or a backup of one, is there already");
    }
  }

  private UUID randomId() {
    byte[] bytes = VaultKeys.bytes(16, around.random());
    bytes[6] = (byte) ((bytes[6] & 0x0f) | 0x40); // RFC 9562: version 4
    bytes[8] = (byte) ((bytes[8] & 0x3f) | 0x80); // and its variant
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    return new UUID(buffer.getLong(), buffer.getLong());
  }

  /// A vault, its form, checksum and bounds checked; stays locked.
  ///
  /// @throws WalletException `no-vault`, `vault-damaged` (the message tells whether a good copy is
  ///   beside it), `vault-newer`, `kdf-out-of-bounds`, `bad-vault-name`
  public Vault open(String name) {
    Vault vault = new Vault(around, name);
    vault.info();
    return vault;
  }

  /// Checks a vault's form, checksum and bounds, without a password.
  ///
  /// @throws WalletException `no-vault`, `vault-unreadable`, `bad-vault-name`
  public Verification verify(String name) {
    return new Vault(around, name).verify();
  }

  /// Puts the backup in the place of a damaged vault, as [Vault#restoreBackup()] does for one that
  /// opens.
  ///
  /// @throws WalletException `no-vault`, `vault-damaged` when the backup is no better, and as for
  ///   every write
  public Vault restoreBackup(String name) {
    Vault vault = new Vault(around, name);
    vault.restoreBackup();
    return vault;
  }
}
