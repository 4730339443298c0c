package io.belay.keystore.vault;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A real disk that notes each writing step and fails at the one it was told to.
final class FaultyDisk implements Disk {
  private final Disk disk;
  final List<String> steps = new ArrayList<>();
  private int failAt = Integer.MAX_VALUE;
  private String message = "";

  FaultyDisk(Disk disk) {
    this.disk = disk;
  }

  /// Forgets the steps so far; step number `at`, from zero, will fail.
  void failAt(int at, String why) {
    steps.clear();
    failAt = at;
    message = why;
  }

  private void step(String name) throws IOException {
    steps.add(name);
    if (steps.size() > failAt) {
      throw new IOException(message);
    }
  }

  @Override
  public void createDirectory(Path directory) throws IOException {
    disk.createDirectory(directory);
  }

  @Override
  public List<String> names(Path directory) throws IOException {
    return disk.names(directory);
  }

  @Override
  public boolean exists(Path file) {
    return disk.exists(file);
  }

  @Override
  public byte[] read(Path file, int limit) throws IOException {
    return disk.read(file, limit);
  }

  @Override
  public void write(Path file, byte[] bytes) throws IOException {
    step("write " + file.getFileName());
    disk.write(file, bytes);
  }

  @Override
  public void force(Path file) throws IOException {
    step("force " + file.getFileName());
    disk.force(file);
  }

  @Override
  public void rename(Path from, Path to) throws IOException {
    step("rename " + to.getFileName());
    disk.rename(from, to);
  }

  @Override
  public void forceDirectory(Path directory) throws IOException {
    step("force directory");
    disk.forceDirectory(directory);
  }

  @Override
  public void delete(Path file) throws IOException {
    disk.delete(file);
  }

  @Override
  public Optional<Held> tryLock(Path file) throws IOException {
    return disk.tryLock(file);
  }
}
