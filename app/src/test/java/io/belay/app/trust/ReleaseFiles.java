package io.belay.app.trust;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;

/// A released file with all that comes beside it.
///
/// @param file the download
/// @param sums the list of checksums
/// @param signature over it
/// @param key who signed
/// @param fingerprint of the key
public record ReleaseFiles(Path file, Path sums, Path signature, Path key, String fingerprint) {
  /// Makes one.
  public static ReleaseFiles in(Path folder) throws IOException {
    TestKey key = TestKey.ed25519();
    key.signed = Instant.now().minus(Duration.ofHours(1));
    Path file = folder.resolve("belay.deb");
    Files.writeString(file, "a package");
    String sum;
    try {
      sum =
          HexFormat.of()
              .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
    byte[] list = (sum + "  belay.deb\n").getBytes(StandardCharsets.UTF_8);
    Path sums = Files.write(folder.resolve("SHA256SUMS"), list);
    Path signature = Files.write(folder.resolve("SHA256SUMS.asc"), TestKey.armored(key.sign(list)));
    Path keyFile = Files.write(folder.resolve("key.asc"), TestKey.armored(key.file()));
    return new ReleaseFiles(file, sums, signature, keyFile, key.fingerprint());
  }
}
