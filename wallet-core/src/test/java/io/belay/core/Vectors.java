package io.belay.core;

import io.belay.base.Hex;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Third-party vectors, read in place; a test whose vectors are missing says so and is skipped.
public final class Vectors {
  private static final String LODESTAR = "light-client/proofs-lodestar";
  private static final String HELIOS = "light-client/helios-mainnet/";

  private Vectors() {}

  /// Recorded requests of Lodestar's prover, mainnet and Sepolia: answers, proofs, whole blocks.
  public static List<JsonNode> lodestar() throws IOException {
    return folder(LODESTAR);
  }

  /// What a mainnet node answered Helios.
  public static JsonNode helios(String name) throws IOException {
    return read(Path.of(HELIOS + "rpc-testdata", name));
  }

  /// Mainnet's consensus objects as Helios tests with them.
  public static JsonNode beacon(String name) throws IOException {
    return read(Path.of(HELIOS + "ethereum-testdata", name));
  }

  /// Whole beacon blocks.
  public static List<JsonNode> beaconBlocks() throws IOException {
    return folder(HELIOS + "ethereum-testdata/blocks");
  }

  /// A file of ethers' test cases.
  public static JsonNode ethers(String name) throws IOException {
    Path file = present(Path.of("ethers-v6", name + ".json.gz"));
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
      return JsonMapper.shared().readTree(in);
    }
  }

  /// A list of `0x…` texts as bytes.
  public static List<byte[]> bytes(JsonNode texts) {
    List<byte[]> out = new ArrayList<>();
    texts.forEach(text -> out.add(Hex.decode(text.stringValue())));
    return out;
  }

  private static List<JsonNode> folder(String name) throws IOException {
    List<JsonNode> out = new ArrayList<>();
    try (Stream<Path> files = Files.list(present(Path.of(name)))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".json")).sorted().toList()) {
        out.add(JsonMapper.shared().readTree(Files.readAllBytes(file)));
      }
    }
    return out;
  }

  private static JsonNode read(Path name) throws IOException {
    return JsonMapper.shared().readTree(Files.readAllBytes(present(name)));
  }

  private static Path present(Path name) {
    Path path = Path.of(System.getProperty("belay.vectors", "absent")).resolve(name);
    if (!Files.exists(path)) {
      System.out.println("skipped: no vectors at " + path);
      Assumptions.abort("no vectors at " + path);
    }
    return path;
  }
}
