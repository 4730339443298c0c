package io.belay.keystore.vault;

import io.belay.base.Address;
import io.belay.base.Rlp;
import io.belay.base.WalletException;
import io.belay.keystore.AccountRef;
import io.belay.keystore.hd.HdPath;
import io.belay.keystore.hd.Language;
import io.belay.keystore.hd.Mnemonic;
import io.belay.keystore.secret.SecretBytes;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/// The plaintext of a vault's body: the mnemonic, the accounts in use, and imported keys.
///
/// Bytes: length (4, big-endian), RLP `[version, language, entropy, [passphrase]?, [account…]]`,
/// zeros up to a multiple of 4 KiB, so that the file's size tells no number of accounts. An account
/// is `[path, address]`, or with an imported key `["", address, key]`. The RLP writer's buffers are
/// wiped by the collector only.
///
/// @param keys the imported ones, by address
record Contents(Mnemonic mnemonic, List<VaultAccount> accounts, Map<Address, SecretBytes> keys)
    implements AutoCloseable {
  private static final int VERSION = 1;
  private static final int BLOCK = 4096;

  Contents {
    accounts = List.copyOf(accounts);
    keys = Map.copyOf(keys);
  }

  /// The padded bytes; the caller closes them.
  SecretBytes toBytes() {
    List<byte[]> secrets = new ArrayList<>();
    try {
      byte[] language = ascii(mnemonic.language().word());
      List<Rlp.Item> members = accounts.stream().map(a -> encode(a, secrets)).toList();
      Rlp.Item entropy = Rlp.of(lend(mnemonic.entropy(), secrets));
      Rlp.Item passphrase =
          mnemonic
              .passphrase()
              .map(text -> Rlp.list(Rlp.of(lend(text, secrets))))
              .orElseGet(Rlp::list);
      return pad(
          Rlp.encode(
              Rlp.list(Rlp.of(VERSION), Rlp.of(language), entropy, passphrase, Rlp.list(members))));
    } finally {
      secrets.forEach(secret -> Arrays.fill(secret, (byte) 0));
    }
  }

  private Rlp.Item encode(VaultAccount account, List<byte[]> secrets) {
    Address address = account.ref().address();
    if (account.path().isPresent()) {
      return Rlp.list(Rlp.of(ascii(account.path().get().toString())), Rlp.of(address));
    }
    SecretBytes key = Objects.requireNonNull(keys.get(address), "an imported account has a key");
    return Rlp.list(Rlp.of(new byte[0]), Rlp.of(address), Rlp.of(lend(key.copy(), secrets)));
  }

  /// A copy to be wiped once everything is encoded; closes the secret.
  private static byte[] lend(SecretBytes secret, List<byte[]> lent) {
    try (secret) {
      byte[] copy = secret.use(byte[]::clone);
      lent.add(copy);
      return copy;
    }
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static SecretBytes pad(byte[] rlp) {
    int blocks = (4 + rlp.length + BLOCK - 1) / BLOCK;
    byte[] padded = ByteBuffer.allocate(blocks * BLOCK).putInt(rlp.length).put(rlp).array();
    Arrays.fill(rlp, (byte) 0);
    return SecretBytes.moveFrom(padded);
  }

  /// Reads decrypted bytes.
  ///
  /// @throws WalletException `vault-damaged`, `vault-newer`
  static Contents parse(SecretBytes plain, UUID vault) {
    return plain.use(padded -> {
      int length = padded.length < 4 ? -1 : ByteBuffer.wrap(padded).getInt();
      if (length < 0 || length > padded.length - 4) {
        throw Damage.damaged("its contents have a wrong length");
      }
      byte[] rlp = Arrays.copyOfRange(padded, 4, 4 + length);
      try {
        return decode(Rlp.decode(rlp).list(), vault);
      } catch (WalletException e) {
        throw e.code().startsWith("vault-") ? e : Damage.damaged("its contents are unreadable");
      } finally {
        Arrays.fill(rlp, (byte) 0);
      }
    });
  }

  private static Contents decode(List<Rlp.Item> items, UUID vault) {
    if (items.isEmpty() || items.getFirst().number().intValue() > VERSION) {
      throw Damage.newer();
    }
    if (items.size() != 5) {
      throw Damage.damaged("its contents have another shape");
    }
    List<VaultAccount> accounts = new ArrayList<>();
    Map<Address, SecretBytes> keys = new HashMap<>();
    for (Rlp.Item item : items.get(4).list()) {
      accounts.add(account(item.list(), vault, keys));
    }
    Language language = Language.of(text(items.get(1)));
    return new Contents(
        mnemonic(language, items.get(2).bytes(), items.get(3).list()), accounts, keys);
  }

  private static String text(Rlp.Item item) {
    return new String(item.bytes(), StandardCharsets.US_ASCII);
  }

  private static Mnemonic mnemonic(Language language, byte[] entropy, List<Rlp.Item> passphrase) {
    try (SecretBytes moved = SecretBytes.moveFrom(entropy)) {
      Mnemonic plain = Mnemonic.ofEntropy(moved, language);
      if (passphrase.isEmpty()) {
        return plain;
      }
      try (plain;
          SecretBytes text = SecretBytes.moveFrom(passphrase.getFirst().bytes())) {
        return plain.withPassphrase(text);
      }
    }
  }

  private static VaultAccount account(
      List<Rlp.Item> parts, UUID vault, Map<Address, SecretBytes> keys) {
    if (parts.size() < 2 || parts.size() > 3) {
      throw Damage.damaged("an account has another shape");
    }
    Address address = Address.of(parts.get(1).bytes());
    AccountRef ref = new AccountRef(vault, address);
    if (parts.size() == 2) {
      return VaultAccount.derived(ref, HdPath.parse(text(parts.get(0))));
    }
    keys.put(address, SecretBytes.moveFrom(parts.get(2).bytes()));
    return VaultAccount.imported(ref);
  }

  @Override
  public void close() {
    mnemonic.close();
    keys.values().forEach(SecretBytes::close);
  }
}
