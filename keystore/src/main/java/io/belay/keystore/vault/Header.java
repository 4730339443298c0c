package io.belay.keystore.vault;

import io.belay.base.WalletException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/// What a vault file says about itself in the clear, authenticated by the header's mac.
///
/// @param label id, name and kind
/// @param generation 1 at creation, one more with each save
/// @param lock how the password opens the data key
/// @param bodyNonce base64url, 12 bytes, fresh with each save
/// @param created when the vault was made
/// @param modified when this generation was written
record Header(
    Label label, long generation, Lock lock, String bodyNonce, Instant created, Instant modified) {
  private static final int MOST_BYTES = 4096;
  private static final String AEAD = "A256GCM";

  /// @param practice whether its keys sign for the practice chain only
  record Label(UUID id, String name, boolean practice) {}

  /// @param salt base64url, 16 to 64 bytes
  /// @param keyNonce base64url, 12 bytes
  /// @param keyCt base64url, the wrapped 32-byte data key and its tag
  record Lock(KdfCost cost, String salt, String keyNonce, String keyCt) {}

  /// Reads the stored bytes and checks all bounds.
  ///
  /// @throws WalletException `vault-damaged`, `vault-newer`, `kdf-out-of-bounds`
  static Header parse(byte[] stored) {
    JsonNode root = new StrictJson(MOST_BYTES).object(stored);
    Header header =
        new Header(
            label(root),
            StrictJson.number(root, "generation"),
            lock(root),
            nonce(root.path("body")),
            Instant.ofEpochMilli(StrictJson.number(root, "created")),
            Instant.ofEpochMilli(StrictJson.number(root, "modified")));
    // one spelling only: unknown members belong to a higher format version
    if (!Arrays.equals(header.toBytes(), stored)) {
      throw Damage.damaged("the header is not in its canonical form");
    }
    return header;
  }

  private static Label label(JsonNode root) {
    try {
      UUID id = UUID.fromString(StrictJson.text(root, "id"));
      String name = StrictJson.text(root, "name");
      if (!VaultName.fits(name)) {
        throw Damage.damaged("no vault name");
      }
      return new Label(id, name, StrictJson.flag(root, "practice"));
    } catch (IllegalArgumentException e) {
      throw Damage.damaged("no vault id");
    }
  }

  private static Lock lock(JsonNode root) {
    JsonNode kdf = root.path("kdf");
    if (!StrictJson.text(kdf, "name").equals("argon2id")
        || StrictJson.number(kdf, "version") != 19) {
      throw Damage.newer();
    }
    KdfCost cost = new KdfCost(small(kdf, "m"), small(kdf, "t"), small(kdf, "p"));
    String salt = StrictJson.text(kdf, "salt");
    if (salt.length() < 22 || salt.length() > 86) { // 16 and 64 bytes in base64url
      throw new WalletException("kdf-out-of-bounds", "the vault's salt has not 16 to 64 bytes");
    }
    Base64Text.decode(salt);
    JsonNode key = root.path("key");
    String ct = StrictJson.text(key, "ct");
    checkLength(ct, 48);
    return new Lock(cost, salt, nonce(key), ct);
  }

  private static int small(JsonNode kdf, String name) {
    // a value beyond int is out of bounds as well
    return (int) Math.min(Integer.MAX_VALUE, StrictJson.number(kdf, name));
  }

  private static String nonce(JsonNode node) {
    if (!StrictJson.text(node, "alg").equals(AEAD)) {
      throw Damage.newer();
    }
    String nonce = StrictJson.text(node, "nonce");
    checkLength(nonce, 12);
    return nonce;
  }

  private static void checkLength(String text, int bytes) {
    if (Base64Text.decode(text).length != bytes) {
      throw Damage.damaged("a header field has a wrong length");
    }
  }

  /// The bytes to store: members in this order, no spaces, nothing that needs escaping.
  byte[] toBytes() {
    String json =
        """
        {"id":"%s","name":"%s","practice":%b,"generation":%d,\
        "kdf":{"name":"argon2id","version":19,"m":%d,"t":%d,"p":%d,"salt":"%s"},\
        "key":{"alg":"A256GCM","nonce":"%s","ct":"%s"},\
        "body":{"alg":"A256GCM","nonce":"%s"},"created":%d,"modified":%d}\
        """
            .formatted(
                label.id,
                label.name,
                label.practice,
                generation,
                lock.cost.mKiB(),
                lock.cost.t(),
                lock.cost.p(),
                lock.salt,
                lock.keyNonce,
                lock.keyCt,
                bodyNonce,
                created.toEpochMilli(),
                modified.toEpochMilli());
    return json.getBytes(StandardCharsets.US_ASCII);
  }

  /// The header of the next save.
  Header next(String nonce, Instant now) {
    return new Header(label, generation + 1, lock, nonce, created, now);
  }

  /// As this one, under another lock.
  Header with(Lock other) {
    return new Header(label, generation, other, bodyNonce, created, modified);
  }
}
