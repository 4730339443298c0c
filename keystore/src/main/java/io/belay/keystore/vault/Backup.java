package io.belay.keystore.vault;

import io.belay.base.Rlp;
import io.belay.base.Utf8;
import io.belay.base.WalletException;
import io.belay.keystore.secret.SecretBytes;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/// Files in one encrypted file: a vault's shell, header, key derivation and cipher (format word
/// `belay-backup`, body key label `backup`), and for contents the deflated RLP `[version, [[name,
/// bytes]…]]`. Vault files in it keep their own passwords.
public final class Backup {
  private static final int VERSION = 1;
  private static final int MOST_INFLATED = 256 * 1024 * 1024;

  private final KdfCost cost;
  private final Kdf kdf;
  private final SecureRandom random;
  private final InstantSource clock;

  /// @param cost of one guess at the password of a new backup
  public Backup(KdfCost cost, SecureRandom random, InstantSource clock) {
    this(cost, new Argon2(), random, clock);
  }

  Backup(KdfCost cost, Kdf kdf, SecureRandom random, InstantSource clock) {
    this.cost = cost;
    this.kdf = kdf;
    this.random = random;
    this.clock = clock;
  }

  /// The backup's bytes. Runs the key derivation. The password stays the caller's to close.
  ///
  /// @param files by name
  /// @throws WalletException `kdf-needs-memory`, `backup-too-large`
  public byte[] seal(Map<String, byte[]> files, Password password) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    VaultKeys.Fresh fresh = VaultKeys.fresh(password, cost, kdf, random);
    try (VaultKeys keys = fresh.keys();
        SecretBytes plain = SecretBytes.moveFrom(deflate(encode(files)))) {
      Header.Label label = new Header.Label(UUID.randomUUID(), "backup", false);
      String nonce = Base64Text.encode(VaultKeys.bytes(Aead.NONCE_BYTES, random));
      byte[] file =
          Sealed.sealBackup(new Header(label, 1, fresh.lock(), nonce, now, now), keys, plain)
              .toBytes();
      if (file.length > VaultFile.Format.BACKUP.mostBytes()) {
        throw new WalletException("backup-too-large", "there is more than a backup can hold");
      }
      return file;
    }
  }

  /// The files of a backup. Bounds are checked before the key derivation runs.
  ///
  /// @throws WalletException `wrong-password`, `backup-damaged`, `backup-newer`,
  ///   `kdf-out-of-bounds`, `kdf-needs-memory`
  public SortedMap<String, byte[]> open(byte[] bytes, Password password) {
    try {
      VaultFile file = VaultFile.parse(VaultFile.Format.BACKUP, bytes);
      Header header = Header.parse(file.hdr());
      try (VaultKeys keys = VaultKeys.open(file, header.lock(), password, kdf);
          SecretBytes plain = Sealed.openBackup(file, header, keys.data())) {
        return decode(plain.use(Backup::inflate));
      }
    } catch (WalletException e) {
      throw switch (e.code()) {
        case "vault-damaged", "bad-rlp" ->
            new WalletException("backup-damaged", "the backup is damaged", e);
        case "vault-newer" ->
            new WalletException("backup-newer", "the backup was made by a newer Belay", e);
        case "wrong-password" ->
            new WalletException("wrong-password", "the password does not open this backup", e);
        default -> e;
      };
    }
  }

  static byte[] encode(Map<String, byte[]> files) {
    List<Rlp.Item> items = new ArrayList<>();
    new TreeMap<>(files)
        .forEach((name, bytes) -> items.add(Rlp.list(Rlp.of(utf8(name)), Rlp.of(bytes))));
    return Rlp.encode(Rlp.list(Rlp.of(VERSION), Rlp.list(items)));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /// The files in the RLP. Whoever knows the password can have written anything there.
  ///
  /// @throws WalletException `vault-damaged`, `vault-newer`, `bad-rlp`
  static SortedMap<String, byte[]> decode(byte[] rlp) {
    List<Rlp.Item> items = Rlp.decode(rlp).list();
    if (items.isEmpty() || items.getFirst().number().compareTo(BigInteger.valueOf(VERSION)) > 0) {
      throw Damage.newer();
    }
    SortedMap<String, byte[]> files = new TreeMap<>();
    for (Rlp.Item item : sized(items, 2).get(1).list()) {
      List<Rlp.Item> pair = sized(item.list(), 2);
      files.put(name(pair.getFirst().bytes()), pair.get(1).bytes());
    }
    return files;
  }

  private static List<Rlp.Item> sized(List<Rlp.Item> items, int size) {
    if (items.size() != size) {
      throw Damage.damaged("its list of files has another form");
    }
    return items;
  }

  private static String name(byte[] utf8) {
    return Utf8.decode(utf8).orElseThrow(() -> Damage.damaged("a file's name is not UTF-8"));
  }

  private static byte[] deflate(byte[] plain) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (DeflaterOutputStream deflater = new DeflaterOutputStream(out)) {
      deflater.write(plain);
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot be written", e);
    } finally {
      Arrays.fill(plain, (byte) 0);
    }
    return out.toByteArray();
  }

  private static byte[] inflate(byte[] deflated) {
    try (InputStream in = new InflaterInputStream(new ByteArrayInputStream(deflated))) {
      byte[] plain = in.readNBytes(MOST_INFLATED + 1);
      if (plain.length > MOST_INFLATED) {
        throw Damage.damaged("its contents are too long");
      }
      return plain;
    } catch (IOException e) {
      throw Damage.damaged("its contents are cut");
    }
  }
}
