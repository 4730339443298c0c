package io.belay.core.chain;

import io.belay.base.ChainId;
import io.belay.base.WalletException;
import io.belay.core.money.Asset;
import io.belay.core.store.NetworkRow;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The networks Belay knows, from its data file `networks.json`: facts, not code. Its first one is
/// the practice network, which has no public endpoint.
public final class ChainRegistry {
  private static final long PRACTICE = 2_352_900_001L;

  private final List<KnownNetwork> networks;

  private ChainRegistry(List<KnownNetwork> networks) {
    this.networks = List.copyOf(networks);
  }

  /// Reads the data file.
  ///
  /// @param practiceBlockTime time between two blocks of the practice network
  public static ChainRegistry load(Duration practiceBlockTime) {
    try (InputStream in = ChainRegistry.class.getResourceAsStream("networks.json")) {
      if (in == null) {
        throw new IllegalStateException("no networks.json");
      }
      return parse(JsonMapper.shared().readTree(in), practiceBlockTime);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ChainRegistry parse(JsonNode root, Duration practiceBlockTime) {
    RuleBook rules = RuleBook.load();
    List<KnownNetwork> networks = new ArrayList<>();
    networks.add(new KnownNetwork(practice(practiceBlockTime, rules), true, List.of()));
    for (JsonNode network : root.path("networks")) {
      networks.add(network(network, root.path("operators"), rules));
    }
    return new ChainRegistry(networks);
  }

  /// The practice network's facts.
  public static Chain practice(Duration blockTime) {
    return practice(blockTime, RuleBook.load());
  }

  private static Chain practice(Duration blockTime, RuleBook rules) {
    ChainId id = ChainId.of(PRACTICE);
    return new Chain(
        id, "Practice", "practice", new Asset(id, "PETH", 18), blockTime, rules.of(id, true), true);
  }

  private static KnownNetwork network(JsonNode n, JsonNode operators, RuleBook rules) {
    ChainId id = ChainId.of(n.path("chainId").asLong());
    JsonNode currency = n.path("nativeCurrency");
    Chain chain =
        new Chain(
            id,
            n.path("name").asString(),
            n.path("shortName").asString(),
            new Asset(id, currency.path("symbol").asString(), currency.path("decimals").asInt()),
            Duration.ofMillis(Math.round(n.path("blockTimeSeconds").asDouble() * 1000)),
            rules.of(id, n.path("eip1559").asBoolean()),
            false);
    List<KnownEndpoint> endpoints = new ArrayList<>();
    for (JsonNode rpc : n.path("rpc")) {
      if (rpc.path("transport").asString().equals("https")) {
        endpoints.add(endpoint(rpc, operators));
      }
    }
    return new KnownNetwork(chain, n.path("testnet").asBoolean(), endpoints);
  }

  private static KnownEndpoint endpoint(JsonNode rpc, JsonNode operators) {
    String operator = rpc.path("operator").asString();
    JsonNode facts = operators.path(operator);
    List<String> uses = new ArrayList<>();
    rpc.path("use").forEach(use -> uses.add(use.asString()));
    return new KnownEndpoint(
        URI.create(rpc.path("url").asString()),
        operator,
        facts.path("name").asString(operator),
        facts.path("kind").asString("provider"),
        rpc.path("tracking").asString(facts.path("tracking").asString("")),
        uses);
  }

  /// These networks and those that a person added. Their headers go by agreement: nothing here
  /// knows which fields they have.
  public ChainRegistry plus(List<NetworkRow> added) {
    List<KnownNetwork> all = new ArrayList<>(networks);
    added.forEach(row -> all.add(network(row)));
    return new ChainRegistry(all);
  }

  private static KnownNetwork network(NetworkRow row) {
    ChainId id = ChainId.of(row.chain());
    Chain chain =
        new Chain(
            id,
            row.name(),
            row.shortName(),
            new Asset(id, row.symbol(), row.decimals()),
            Duration.ofMillis(row.blockMillis()),
            RuleBook.load().of(id, row.feeMarket()),
            false);
    return new KnownNetwork(chain, row.testnet(), List.of());
  }

  /// All networks, practice first, then in the data file's order.
  public List<KnownNetwork> networks() {
    return networks;
  }

  /// The network a user names by its id, name or short name, in any case.
  ///
  /// @throws WalletException `unknown-network`
  public KnownNetwork find(String text) {
    String wanted = text.strip().toLowerCase(Locale.ROOT);
    return networks.stream()
        .filter(n ->
            n.chain().id().toString().equals(wanted)
                || n.chain().name().toLowerCase(Locale.ROOT).equals(wanted)
                || n.chain().shortName().toLowerCase(Locale.ROOT).equals(wanted))
        .findFirst()
        .orElseThrow(() ->
            new WalletException(
                "unknown-network", "there is no such network; `belay network list` shows them"));
  }
}
