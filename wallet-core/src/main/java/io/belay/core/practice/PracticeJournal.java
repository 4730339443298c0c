package io.belay.core.practice;

import io.belay.base.WalletException;
import java.io.IOException;
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
  private FileChannel channel;

  private PracticeJournal(Path file) throws IOException {
    this.file = file;
    this.channel = channel(file);
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

  private static FileChannel channel(Path file) throws IOException {
    return FileChannel.open(
        file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
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
      channel.truncate(end);
      channel.position(end);
      return records;
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /// Adds a record; it is on the disk when this returns.
  void append(byte[] record) {
    try {
      long start = channel.position();
      try {
        write(channel, record);
        channel.force(false);
      } catch (IOException e) {
        channel.truncate(start); // half a record must not hide the next ones
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
      try (FileChannel out = channel(fresh)) {
        out.truncate(0);
        for (byte[] record : records) {
          write(out, record);
        }
        out.force(true);
      }
      channel.close(); // Windows cannot replace an open file
      try {
        Files.move(
            fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        channel = channel(file);
        channel.position(channel.size());
      }
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /// Bytes in the file.
  long size() {
    try {
      return channel.size();
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private static void write(FileChannel out, byte[] record) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(HEAD + record.length);
    buffer.putInt(record.length).putInt(sum(record)).put(record).flip();
    while (buffer.hasRemaining()) {
      out.write(buffer);
    }
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
      channel.close();
    } catch (IOException e) {
      throw failed(e);
    }
  }
}
