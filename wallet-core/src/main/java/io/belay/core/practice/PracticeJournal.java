package io.belay.core.practice;

import io.belay.base.WalletException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/// An append-only file of records, each with its length and checksum before it and on the disk
/// before [#append] returns. A torn or damaged tail is cut off when the file is opened.
final class PracticeJournal implements AutoCloseable {
  private static final int HEAD = 8;

  private final Path file;
  // not a FileChannel: interrupting a request would close that for good
  private RandomAccessFile open;

  private PracticeJournal(Path file) throws IOException {
    this.file = file;
    this.open = opened(file);
  }

  /// Opens or creates the file; the records found are handed to [#read].
  static PracticeJournal open(Path dir) {
    try {
      Files.createDirectories(dir);
      return new PracticeJournal(dir.resolve("practice.log"));
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private static RandomAccessFile opened(Path file) throws IOException {
    return new RandomAccessFile(file.toFile(), "rw");
  }

  /// Every whole record; what follows the last one is dropped from the file.
  List<byte[]> read() {
    try {
      ByteBuffer all = ByteBuffer.wrap(Files.readAllBytes(file));
      List<byte[]> records = new ArrayList<>();
      int end = 0;
      while (all.remaining() >= HEAD) {
        int length = all.getInt();
        int sum = all.getInt();
        if (length <= 0 || length > all.remaining()) {
          break;
        }
        byte[] record = new byte[length];
        all.get(record);
        if (sum(record) != sum) {
          break;
        }
        records.add(record);
        end = all.position();
      }
      open.setLength(end);
      open.seek(end);
      return records;
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /// Adds a record; it is on the disk when this returns.
  void append(byte[] record) {
    try {
      long start = open.getFilePointer();
      try {
        write(open, record);
        open.getFD().sync();
      } catch (IOException e) {
        open.setLength(start); // half a record must not hide the next ones
        throw e;
      }
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /// Puts these records in place of all others, or changes nothing.
  void rewrite(List<byte[]> records) {
    Path fresh = file.resolveSibling("practice.log.new");
    try {
      try (RandomAccessFile out = opened(fresh)) {
        out.setLength(0);
        for (byte[] record : records) {
          write(out, record);
        }
        out.getFD().sync();
      }
      open.close(); // Windows cannot replace an open file
      try {
        Files.move(
            fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        open = opened(file);
        open.seek(open.length());
      }
      settleDirectory();
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /// Makes the renaming itself last through a power cut.
  private void settleDirectory() {
    Path dir = file.toAbsolutePath().getParent();
    if (dir != null) {
      try (FileChannel names = FileChannel.open(dir, StandardOpenOption.READ)) {
        names.force(true);
      } catch (IOException e) {
        return; // Windows opens no directories and keeps the order of renames itself
      }
    }
  }

  /// Bytes in the file.
  long size() {
    try {
      return open.length();
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private static void write(RandomAccessFile out, byte[] record) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(HEAD + record.length);
    buffer.putInt(record.length).putInt(sum(record)).put(record);
    out.write(buffer.array());
  }

  private static int sum(byte[] record) {
    CRC32C sum = new CRC32C();
    sum.update(record, 0, record.length);
    return (int) sum.getValue();
  }

  private static WalletException failed(IOException e) {
    return new WalletException("practice-storage", "the practice chain's file cannot be used", e);
  }

  @Override
  public void close() {
    try {
      open.close();
    } catch (IOException e) {
      throw failed(e);
    }
  }
}
