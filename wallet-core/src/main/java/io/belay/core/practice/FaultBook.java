package io.belay.core.practice;

import io.belay.base.WalletException;
import io.belay.core.rpc.JsonRpc;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Which endpoint has which fault: `faults.json`, shared by all processes. Everybody reads it, only
/// the chain's owner writes it. A change shows at the next look, since each look compares the
/// file's time and identity.
final class FaultBook {
  private static final Logger LOG = LoggerFactory.getLogger(FaultBook.class);

  private final Path file;
  private Map<String, Fault> known = Map.of();
  private Stamp seen = Stamp.NONE;

  private record Stamp(FileTime time, long size, String key) {
    static final Stamp NONE = new Stamp(FileTime.fromMillis(0), 0, "");
  }

  FaultBook(Path directory) {
    this.file = directory.resolve("faults.json");
  }

  synchronized Fault fault(String id) {
    refresh();
    return known.getOrDefault(id, Fault.OK);
  }

  synchronized void set(String id, Fault fault) {
    refresh();
    Map<String, Fault> next = new TreeMap<>(known);
    next.put(id, fault);
    ObjectNode json = new JsonRpc().object();
    next.forEach((name, value) -> json.put(name, value.id()));
    try {
      SmallFile.replace(file, json.toString());
    } catch (IOException e) {
      throw new WalletException("practice-disk", "the faults could not be stored", e);
    }
    known = next;
  }

  private void refresh() {
    try {
      Stamp now = stamp();
      if (!now.equals(seen)) {
        seen = now; // first, so that a bad file is reported once
        known = now.equals(Stamp.NONE) ? Map.of() : read();
      }
    } catch (IOException | WalletException e) {
      LOG.info("faults.json is unreadable, keeping the faults known before: {}", e.getMessage());
    }
  }

  private Stamp stamp() throws IOException {
    try {
      BasicFileAttributes at = Files.readAttributes(file, BasicFileAttributes.class);
      return new Stamp(at.lastModifiedTime(), at.size(), String.valueOf(at.fileKey()));
    } catch (NoSuchFileException e) {
      return Stamp.NONE; // no faults yet
    }
  }

  private Map<String, Fault> read() throws IOException {
    Map<String, Fault> found = new TreeMap<>();
    for (Map.Entry<String, JsonNode> entry :
        new JsonRpc().parse(Files.readAllBytes(file)).properties()) {
      found.put(entry.getKey(), Fault.of(entry.getValue().asString("")));
    }
    return found;
  }
}
