package io.belay.keystore.vault;

import io.belay.base.Address;
import io.belay.base.Rlp;
import io.belay.base.WalletException;
import io.belay.keystore.AccountRef;
import io.belay.keystore.hd.HdPath;
import io.belay.keystore.hd.Mnemonic;
import io.belay.keystore.secret.SecretBytes;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The plaintext of a vault's body: the mnemonic and the accounts in use.
///
/// Bytes: length (4, big-endian), RLP `[version, entropy, [passphrase]?, [[path, address]…]]`,
/// zeros up to a multiple of 4 KiB, so that the file's size tells no number of accounts. The RLP
/// writer's buffers are wiped by the collector only.
record Contents(Mnemonic mnemonic, List<VaultAccount> accounts) implements AutoCloseable {
  private static final int VERSION = 1;
  private static final int BLOCK = 4096;

  Contents {
    accounts = List.copyOf(accounts);
  }

  /// The padded bytes; the caller closes them.
  SecretBytes toBytes() {
    try (SecretBytes entropy = mnemonic.entropy()) {
      Optional<SecretBytes> passphrase = mnemonic.passphrase();
      try {
        return entropy.use(e ->
            passphrase
                .map(secret -> secret.use(p -> pad(encode(e, Rlp.list(Rlp.of(p))))))
                .orElseGet(() -> pad(encode(e, Rlp.list()))));
      } finally {
        passphrase.ifPresent(SecretBytes::close);
      }
    }
  }

  private byte[] encode(byte[] entropy, Rlp.Item passphrase) {
    List<Rlp.Item> members = accounts.stream().map(Contents::encode).toList();
    return Rlp.encode(Rlp.list(Rlp.of(VERSION), Rlp.of(entropy), passphrase, Rlp.list(members)));
  }

  private static Rlp.Item encode(VaultAccount account) {
    byte[] path = account.path().toString().getBytes(StandardCharsets.US_ASCII);
    return Rlp.list(Rlp.of(path), Rlp.of(account.ref().address()));
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
    if (items.size() != 4) {
      throw Damage.damaged("its contents have another shape");
    }
    List<VaultAccount> accounts =
        items.get(3).list().stream().map(item -> account(item.list(), vault)).toList();
    return new Contents(mnemonic(items.get(1).bytes(), items.get(2).list()), accounts);
  }

  private static Mnemonic mnemonic(byte[] entropy, List<Rlp.Item> passphrase) {
    try (SecretBytes moved = SecretBytes.moveFrom(entropy)) {
      Mnemonic plain = Mnemonic.ofEntropy(moved);
      if (passphrase.isEmpty()) {
        return plain;
      }
      try (plain;
          SecretBytes text = SecretBytes.moveFrom(passphrase.getFirst().bytes())) {
        return plain.withPassphrase(text);
      }
    }
  }

  private static VaultAccount account(List<Rlp.Item> pair, UUID vault) {
    if (pair.size() != 2) {
      throw Damage.damaged("an account has another shape");
    }
    String path = new String(pair.get(0).bytes(), StandardCharsets.US_ASCII);
    Address address = Address.of(pair.get(1).bytes());
    return new VaultAccount(new AccountRef(vault, address), HdPath.parse(path));
  }

  @Override
  public void close() {
    mnemonic.close();
  }
}
