package io.belay.app.trust;

import io.belay.app.file.FileBytes;
import io.belay.base.WalletException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Objects;

/// A downloaded file that was released with a key: the key signed a list of checksums, and the
/// file's is on it.
///
/// @param signed who signed the list
/// @param owner what the key calls its owner
/// @param sha256 of the file, in small hexadecimal digits
public record Download(Signed signed, String owner, String sha256) {
  /// The files that came beside a download.
  ///
  /// @param sums the list of checksums
  /// @param signature over it
  /// @param key who is to have signed it
  public record Evidence(Path sums, Path signature, Path key) {}

  /// Checks a file; asks nobody.
  ///
  /// @throws WalletException `input-unreadable`, `input-too-long`, `bad-release-key`,
  ///   `release-key-refused`, `bad-release-signature`, `release-signature-early`,
  ///   `release-signature-expired`, `release-signature-untimely`, `bad-sums`, `download-differs`
  public static Download check(Path file, Evidence evidence, Instant now) {
    byte[] list = FileBytes.of(evidence.sums(), Sums.MOST_BYTES);
    ReleaseKey key = ReleaseKey.parse(FileBytes.of(evidence.key(), ReleaseKey.MOST_BYTES));
    Signed signed =
        Signed.check(list, FileBytes.of(evidence.signature(), Signed.MOST_BYTES), key, now);
    String wanted = Sums.parse(list).of(Objects.toString(file.toAbsolutePath().getFileName(), ""));
    String found = sha256(file);
    if (!found.equals(wanted)) {
      throw new WalletException(
          "download-differs", "the file is not the one that was released: its SHA-256 is " + found);
    }
    return new Download(signed, key.owner(), found);
  }

  private static String sha256(Path file) {
    try (InputStream in = Files.newInputStream(file);
        DigestInputStream digest =
            new DigestInputStream(in, MessageDigest.getInstance("SHA-256"))) {
      digest.transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(digest.getMessageDigest().digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    } catch (IOException e) {
      throw new WalletException("input-unreadable", "the file cannot be read", e);
    }
  }
}
