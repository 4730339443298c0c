package io.belay.keystore.v3;

import io.belay.base.Address;
import io.belay.base.WalletException;
import io.belay.keystore.secret.SecretBytes;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Writes private keys to keystore files of version 3 that any other wallet opens. Thread-safe.
public final class KeystoreExport {
  // go-ethereum's names: no colons, always nine digits of a second
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH-mm-ss.nnnnnnnnn'Z'").withZone(ZoneOffset.UTC);

  private final SecureRandom random;
  private final InstantSource clock;
  private final ScryptCost cost;

  /// @param random the one entry point of randomness, unseeded
  /// @param clock for file names
  public KeystoreExport(SecureRandom random, InstantSource clock) {
    this(random, clock, ScryptCost.STANDARD);
  }

  /// For tests, which cannot wait a second for each key.
  KeystoreExport(SecureRandom random, InstantSource clock, ScryptCost cost) {
    this.random = random;
    this.clock = clock;
    this.cost = cost;
  }

  /// A file name as go-ethereum gives it: `UTC--<time>--<address>`.
  public String name(Address address) {
    Instant now = clock.instant();
    return "UTC--" + TIME.format(now) + "--" + digits(address);
  }

  /// Encrypts the key, writes the file for the owner only, and opens what was written once more
  /// before it gets its name. Runs the derivation twice. Key and password stay the caller's.
  ///
  /// @param file not there yet, in a folder that is
  /// @param progress from this thread; interrupt it to cancel
  /// @throws WalletException `password-empty`, `file-exists`, `disk-full`, `keystore-write-failed`,
  ///   `kdf-needs-memory`, `cancelled`; then nothing was written
  public void write(PrivateKey key, KeystorePassword password, Path file, Progress progress) {
    if (password.isEmpty()) {
      throw new WalletException("password-empty", "the password is empty");
    }
    NewFile.refuseExisting(file);
    byte[] json = encrypt(key, password, progress.span(0, 0.5));
    NewFile.write(file, json, bytes -> check(bytes, key, password, progress.span(0.5, 1)));
  }

  private static void check(
      byte[] written, PrivateKey key, KeystorePassword password, Progress progress) {
    try (PrivateKey again = Keystore.parse(written).open(password, progress);
        SecretBytes left = key.secret();
        SecretBytes right = again.secret()) {
      if (!left.use(l -> right.use(r -> Arrays.equals(l, r)))) {
        throw NewFile.failed("the written keystore opens to another key");
      }
    }
  }

  /// The file's bytes.
  byte[] encrypt(PrivateKey key, KeystorePassword password, Progress progress) {
    byte[] salt = random(32);
    byte[] iv = random(KeystoreCipher.BLOCK);
    KdfParams kdf = new KdfParams.ScryptParams(cost, salt, 32);
    try (SecretBytes derived = new KeystoreKdf().derive(password.normal(), kdf, progress);
        SecretBytes secret = key.secret()) {
      byte[] ciphertext = derived.use(d -> secret.use(s -> KeystoreCipher.CTR.encrypt(d, iv, s)));
      byte[] mac = derived.use(d -> KeystoreCipher.mac(d, ciphertext));
      return json(key.address(), salt, new Keystore.Parts(ciphertext, iv, mac));
    }
  }

  private byte[] json(Address address, byte[] salt, Keystore.Parts parts) {
    HexFormat hex = HexFormat.of();
    JsonMapper mapper = JsonMapper.shared();
    ObjectNode root = mapper.createObjectNode().put("address", digits(address));
    ObjectNode crypto = root.putObject("crypto");
    crypto.put("cipher", KeystoreCipher.CTR.word());
    crypto.put("ciphertext", hex.formatHex(parts.ciphertext()));
    crypto.putObject("cipherparams").put("iv", hex.formatHex(parts.iv()));
    crypto.put("kdf", "scrypt");
    crypto
        .putObject("kdfparams")
        .put("dklen", 32)
        .put("n", cost.n())
        .put("p", cost.p())
        .put("r", cost.r())
        .put("salt", hex.formatHex(salt));
    crypto.put("mac", hex.formatHex(parts.mac()));
    root.put("id", id().toString()).put("version", 3);
    return mapper.writeValueAsBytes(root);
  }

  private UUID id() {
    byte[] bytes = random(16);
    bytes[6] = (byte) ((bytes[6] & 0x0f) | 0x40); // RFC 9562: version 4
    bytes[8] = (byte) ((bytes[8] & 0x3f) | 0x80); // and its variant
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    return new UUID(buffer.getLong(), buffer.getLong());
  }

  private byte[] random(int length) {
    byte[] fresh = new byte[length];
    random.nextBytes(fresh);
    return fresh;
  }

  private static String digits(Address address) {
    return address.toLowerHex().substring(2);
  }
}
