package io.belay.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.app.RealWiring;
import io.belay.app.cli.Calls.Ended;
import io.belay.base.Address;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Networks and endpoints as a person adds, judges and removes them.
@Timeout(60)
class NetworksCliTest {
  private static final String ROPE =
      "{\"chainId\":4242,\"name\":\"Rope\",\"shortName\":\"rope\",\"rpc\":[\"https://a.example\","
          + "\"wss://b.example\"],\"nativeCurrency\":{\"symbol\":\"RPE\",\"decimals\":18}}";

  @TempDir Path directory;

  private Ended run(String... args) {
    return new Calls(directory.resolve("data")).run(args);
  }

  private Ended in(String network, String command) {
    return run((command + " --json --chain " + network).split(" "));
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(directory.resolve(name), text).toString();
  }

  private static JsonNode row(JsonNode rows, String id) {
    for (JsonNode row : rows) {
      if (row.path("id").asString().equals(id)) {
        return row;
      }
    }
    throw new AssertionError("no row " + id);
  }

  @Test
  void aNetworkIsAddedShownUsedAndRemoved() throws IOException {
    assertThat(run("network", "add", file("rope.json", ROPE)).status()).isZero();
    assertThat(run("network", "use", "rope").status()).isZero();
    JsonNode rows = run("endpoint", "list", "--json").json();
    assertThat(rows).hasSize(1);
    assertThat(rows.get(0).path("chainId").asLong()).isEqualTo(4242);
    assertThat(rows.get(0).path("group").asString()).isEqualTo("a.example");
    JsonNode shown = run("network", "show", "4242", "--json").json();
    assertThat(shown.path("added").asBoolean()).isTrue();
    assertThat(shown.path("independence").path("effective").asInt()).isEqualTo(1);

    Ended again = run("network", "add", file("rope.json", ROPE), "--json");
    assertThat(again.errorCode()).isEqualTo("network-exists");
    assertThat(again.status()).isEqualTo(1);
    assertThat(run("network", "remove", "rope").out()).contains("commands now mean Practice");
    assertThat(run("network", "use", "rope").status()).isEqualTo(2);
    assertThat(run("endpoint", "list", "--json").json()).hasSize(4); // practice again
  }

  @Test
  void aNetworkThatIsWrongIsNotAdded() throws IOException {
    String[][] wrong = {
      {"\"chainId\":4242", "\"chainId\":1", "network-exists", "1"},
      {"\"name\":\"Rope\"", "\"name\":\"ethereum\"", "network-name-taken", "1"},
      {"\"name\":\"Rope\"", "\"name\":\"137\"", "network-name-taken", "1"},
      {"\"chainId\":4242", "\"chainId\":0", "bad-network-file", "2"},
      {"https://a.example", "http://a.example", "plain-http", "2"},
      {"https://a.example", "nonsense", "bad-endpoint-url", "2"},
    };
    for (String[] one : wrong) {
      Ended ended = run("network", "add", file("n.json", ROPE.replace(one[0], one[1])), "--json");
      assertThat(ended.errorCode()).as(one[1]).isEqualTo(one[2]);
      assertThat(ended.status()).as(one[1]).isEqualTo(Integer.parseInt(one[3]));
      assertThat(ended.err().strip().lines()).as(one[1]).hasSize(1);
    }
    assertThat(run("network", "list", "--json").json()).hasSize(20);
  }

  @Test
  void builtInThingsAreSwitchedOffAndNotRemoved() {
    assertThat(run("network", "remove", "1", "--json").errorCode()).isEqualTo("built-in-network");
    assertThat(in("1", "endpoint remove publicnode").errorCode()).isEqualTo("built-in-endpoint");
    assertThat(in("1", "endpoint disable publicnode").json().path("enabled").asBoolean()).isFalse();
    assertThat(in("1", "endpoint enable tenderly").json().path("enabled").asBoolean()).isTrue();
    JsonNode rows = in("1", "endpoint list").json();
    assertThat(row(rows, "publicnode").path("enabled").asBoolean()).isFalse();
    assertThat(row(rows, "tenderly").path("enabled").asBoolean()).isTrue();
    assertThat(in("practice", "endpoint disable practice-1").errorCode())
        .isEqualTo("practice-network");
    assertThat(in("1", "endpoint enable nobody").errorCode()).isEqualTo("unknown-endpoint");
  }

  @Test
  void keysAreShownOnlyWhenAskedFor() throws IOException {
    String headers = file("headers", "X-Api-Key: h1dden\n");
    Ended added = in("1", "endpoint add https://rope.example/v3/5ecret --header-file " + headers);
    assertThat(added.status()).as(added.err()).isZero();
    String said =
        added.out()
            + in("1", "endpoint list").out()
            + run("endpoint", "list", "--chain", "1").out();
    assertThat(said).contains("https://rope.example/…").doesNotContain("5ecret", "h1dden");
    assertThat(in("1", "endpoint list --reveal").out()).contains("/v3/5ecret", "X-Api-Key: h1dden");
    Ended twice = in("1", "endpoint add https://rope.example/v3/5ecret");
    assertThat(twice.errorCode()).isEqualTo("endpoint-exists");
    assertThat(twice.err()).doesNotContain("5ecret");
    Ended other =
        new Calls(directory.resolve("data"))
            .run(
                Calls.in("https://rope.example/4\n"),
                "endpoint",
                "add",
                "-",
                "--chain",
                "1",
                "--json");
    assertThat(other.json().path("id").asString()).isEqualTo("rope.example-2");
    assertThat(other.json().path("group").asString()).isEqualTo("rope.example");
    assertThat(in("1", "endpoint remove rope.example").status()).isZero();
    assertThat(in("1", "endpoint remove rope.example").status()).isEqualTo(2);
  }

  @Test
  void aDoorThatOnlyTakesTransactionsIsAddedAsSuch() {
    JsonNode door = in("1", "endpoint add https://door.example --broadcast-only").json();
    assertThat(door.path("uses")).hasSize(1);
    assertThat(door.path("uses").get(0).asString()).isEqualTo("broadcast-only");
    assertThat(run("endpoint", "list", "--chain", "1").out())
        .contains("door.example, provider, takes transactions only");
  }

  @Test
  void anAddressThatIsWrongIsNotAddedAndNotRepeated() throws IOException {
    Ended plain = in("1", "endpoint add http://rope.example/5ecret");
    assertThat(plain.errorCode()).isEqualTo("plain-http");
    assertThat(plain.status()).isEqualTo(2);
    assertThat(plain.err()).doesNotContain("5ecret");
    assertThat(in("1", "endpoint add ftp://rope.example").errorCode())
        .isEqualTo("bad-endpoint-url");
    String headers = file("headers", "Host: elsewhere.example\n");
    assertThat(in("1", "endpoint add https://a.example --header-file " + headers).errorCode())
        .isEqualTo("bad-header-file");
    assertThat(in("practice", "endpoint add https://a.example").errorCode())
        .isEqualTo("practice-network");
  }

  @Test
  void aPolicyKeepsOthersOutUntilTheUserSaysYes() {
    in("1", "endpoint add http://127.0.0.1:1 --own");
    JsonNode own = run("network", "policy", "1", "own-only", "--json").json();
    assertThat(own.path("endpoints").asInt()).isEqualTo(1);
    assertThat(row(in("1", "endpoint list").json(), "publicnode").path("allowed").asBoolean())
        .isFalse();
    assertThat(in("1", "endpoint test publicnode").errorCode()).isEqualTo("policy-forbids");
    assertThat(run("network", "policy", "1", "ask", "--json").json().path("endpoints").asInt())
        .isEqualTo(1);
    assertThat(
            run("network", "policy", "1", "ask", "--yes", "--json")
                .json()
                .path("endpoints")
                .asInt())
        .isGreaterThan(3);
    assertThat(run("network", "policy", "1", "trusted", "--json").json().path("endpoints").asInt())
        .isEqualTo(1);
    assertThat(run("network", "policy", "1", "some", "--json").errorCode())
        .isEqualTo("unknown-policy");
  }

  @Test
  void groupsMergeOnlyOnTheUsersWord() {
    int before = in("1", "endpoint merge publicnode stakely").json().path("groups").asInt();
    assertThat(row(in("1", "endpoint list").json(), "publicnode").path("group").asString())
        .isEqualTo("stakely");
    assertThat(in("1", "endpoint merge publicnode --undo").json().path("groups").asInt())
        .isEqualTo(before + 1);
    assertThat(in("1", "endpoint merge publicnode nobody").errorCode()).isEqualTo("unknown-group");
    assertThat(in("1", "endpoint merge publicnode").errorCode()).isEqualTo("usage");
  }

  /// A node of one's own that answers everything with one chain id, and nothing else it is asked.
  private static ServerSocket node() throws IOException {
    ServerSocket server = new ServerSocket(0, 20, InetAddress.getLoopbackAddress());
    Thread.ofVirtual()
        .start(() -> {
          while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
              byte[] request = new byte[8192];
              InputStream in = socket.getInputStream();
              int read = in.read(request);
              String text = new String(request, 0, Math.max(0, read), StandardCharsets.UTF_8);
              String id = text.replaceAll("(?s).*\"id\":(\\d+).*", "$1");
              String body = "{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"result\":\"0x5\"}";
              String reply =
                  "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: " + body.length();
              socket
                  .getOutputStream()
                  .write((reply + "\r\n\r\n" + body).getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
              // the test is over
            }
          }
        });
    return server;
  }

  @Test
  void anOwnNodeIsAskedAlone() throws IOException {
    try (ServerSocket server = node()) {
      in("1", "endpoint add http://127.0.0.1:" + server.getLocalPort() + " --own");
      run("network", "policy", "1", "own-only");
      Ended tested = in("1", "endpoint test");
      assertThat(tested.status()).isEqualTo(1);
      assertThat(tested.json()).hasSize(1);
      assertThat(tested.json().get(0).path("code").asString()).isEqualTo("wrong-chain");
      assertThat(tested.json().get(0).path("chainId").asLong()).isEqualTo(5);
      assertThat(tested.json().get(0).path("prefix").asString()).isEqualTo("this computer");
    }
  }

  @Test
  void practiceEndpointsProveAndReadByHash() {
    JsonNode tested = run("endpoint", "test", "1", "--json").json().get(0);
    assertThat(tested.path("ok").asBoolean()).isTrue();
    assertThat(tested.path("proves").asBoolean()).isTrue();
    assertThat(tested.path("eip1898").asBoolean()).isTrue();
  }

  @Test
  void itIsShownWhoWasToldWhat() {
    Address account = Address.parse("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed");
    try (DataDirectory data = RealWiring.opener().open(directory.resolve("data"))) {
      data.ways().egress().told(1, "publicnode", account);
    }
    JsonNode told = in("1", "connectivity --egress").json();
    assertThat(told).hasSize(1);
    assertThat(told.get(0).path("endpoint").asString()).isEqualTo("publicnode");
    assertThat(told.get(0).path("account").asString()).isEqualTo(account.toString());
    assertThat(told.get(0).path("requests").asInt()).isEqualTo(1);
    assertThat(in("10", "connectivity --egress").json()).isEmpty();
  }
}
