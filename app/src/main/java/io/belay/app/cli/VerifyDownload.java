package io.belay.app.cli;

import io.belay.app.trust.Download;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;

@Command(
    name = "verify-download",
    description = {
      "Whether a file is what a key's owner released; ends with 1 where it is not.",
      "The key signed the list of checksums, and the file's is on it. Asks nobody. Compare the"
          + " fingerprint it says with one that came another way than the file."
    })
final class VerifyDownload implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "FILE", description = "the download, under its own name")
  Path file = Path.of("");

  @Parameters(index = "1", paramLabel = "SUMS", description = "the list, such as SHA256SUMS")
  Path sums = Path.of("");

  @Parameters(index = "2", paramLabel = "SIG", description = "the signature over the list")
  Path signature = Path.of("");

  @Parameters(index = "3", paramLabel = "KEY", description = "the releaser's OpenPGP public key")
  Path key = Path.of("");

  private final Invocation call;

  VerifyDownload(Invocation call) {
    this.call = call;
  }

  @Override
  public Integer call() {
    Download.Evidence evidence = new Download.Evidence(sums, signature, key);
    Download found = Download.check(file, evidence, Instant.now());
    String name = Objects.toString(file.getFileName());
    ObjectNode json =
        Out.object()
            .put("valid", true)
            .put("file", name)
            .put("sha256", found.sha256())
            .put("key", found.signed().key())
            .put("signer", found.signed().signer())
            .put("owner", found.owner())
            .put("signedAt", found.signed().made().toString());
    call.out()
        .result(
            json,
            List.of(
                "valid: " + name + " is what the owner of this key released",
                "key " + found.signed().key() + " (calls itself " + found.owner() + ")",
                "signed " + found.signed().made() + ", SHA-256 " + found.sha256()));
    return ExitCode.DONE.number();
  }
}
