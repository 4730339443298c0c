package io.belay.core.practice;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;

/// Finds where the practice socket can lie: its path must be short (108 bytes in `sun_path`) and
/// its directory the user's alone, for between bind and chmod the socket has the umask's mode.
///
/// @param runtime XDG_RUNTIME_DIR, if set
/// @param temp where else
record SocketPlace(Optional<Path> runtime, Path temp) {
  private static final int LONGEST = 100;
  private static final String PRIVATE = "rwx------";

  static SocketPlace ofSystem() {
    return new SocketPlace(
        Optional.ofNullable(System.getenv("XDG_RUNTIME_DIR"))
            .filter(d -> !d.isBlank())
            .map(Path::of),
        Path.of(System.getProperty("java.io.tmpdir", "/tmp")));
  }

  /// A path where no file is.
  Path fresh() throws IOException {
    byte[] name = new byte[6];
    new SecureRandom().nextBytes(name);
    String file = "belay-" + HexFormat.of().formatHex(name) + ".sock";
    Path wanted = directory().resolve(file);
    return fits(wanted)
        ? wanted
        : Files.createTempDirectory(Path.of("/tmp"), "belay-").resolve(file);
  }

  private Path directory() throws IOException {
    if (runtime.isPresent() && isOurs(runtime.get())) {
      return runtime.get();
    }
    Files.createDirectories(temp);
    Path own = temp.resolve("belay-" + System.getProperty("user.name", "user"));
    if (!Files.exists(own, LinkOption.NOFOLLOW_LINKS)) {
      Files.createDirectories(own, privately(temp));
    }
    // somebody else may have made that name first: then an unguessable one
    return isOurs(own) ? own : Files.createTempDirectory(temp, "belay-");
  }

  private static boolean isOurs(Path directory) throws IOException {
    if (!Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS) || !Files.isWritable(directory)) {
      return false;
    }
    return !isPosix(directory)
        || (PosixFilePermissions.toString(Files.getPosixFilePermissions(directory)).equals(PRIVATE)
            && Files.getOwner(directory).equals(me(directory)));
  }

  private static Object me(Path directory) throws IOException {
    Path probe = Files.createTempFile(directory, ".belay-", ".probe");
    try {
      return Files.getOwner(probe);
    } finally {
      Files.delete(probe);
    }
  }

  private static FileAttribute<?>[] privately(Path path) {
    return isPosix(path)
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(PRIVATE))
        }
        : new FileAttribute<?>[0];
  }

  static void tighten(Path socket) throws IOException {
    if (isPosix(socket)) {
      Files.setPosixFilePermissions(socket, PosixFilePermissions.fromString("rw-------"));
    }
  }

  /// Whether it is a name that [#fresh] makes: nothing else is ever deleted.
  static boolean isSocketName(Path path) {
    return path.getFileName() != null
        && path.getFileName().toString().matches("belay-[0-9a-f]{12}\\.sock");
  }

  private static boolean fits(Path path) {
    return path.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8).length <= LONGEST;
  }

  private static boolean isPosix(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }
}
