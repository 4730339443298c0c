package io.belay.core.practice;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.base.Address;
import io.belay.base.Hex;
import io.belay.base.Keccak;
import io.belay.base.Rlp;
import io.belay.base.Signature;
import io.belay.core.rpc.Reply;
import io.belay.core.rpc.Transport;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A practice chain with a clock in the test's hand and a funded account that signs.
final class PracticeFixture implements AutoCloseable {
  static final BigInteger GWEI = BigInteger.valueOf(1_000_000_000);
  static final BigInteger ETHER = BigInteger.TEN.pow(18);
  static final Address BOB = Address.parse("0x00000000000000000000000000000000000000b0");
  static final BigInteger KEY = BigInteger.valueOf(0xbe1a1L);

  /// Seconds since 1970.
  static final class Clock implements InstantSource {
    private long now = 1_800_000_000;

    @Override
    public Instant instant() {
      return Instant.ofEpochSecond(now);
    }

    void pass(long seconds) {
      now += seconds;
    }
  }

  final Clock clock = new Clock();
  final PracticeCurve curve = new PracticeCurve();
  final Address alice = curve.address(KEY);
  private final Path dir;
  private PracticeChain chain;

  PracticeFixture(Path dir) {
    this.dir = dir;
    this.chain = PracticeChain.open(dir, Duration.ofSeconds(4), clock);
  }

  /// With ten ether for alice.
  static PracticeFixture funded(Path dir) {
    PracticeFixture fixture = new PracticeFixture(dir);
    fixture.chain.faucet(fixture.alice, Optional.empty());
    fixture.chain.mine(1);
    return fixture;
  }

  PracticeChain chain() {
    return chain;
  }

  /// An endpoint of the chain.
  Transport node() {
    return (body, timeout) -> Reply.ok(chain.handle(body));
  }

  PracticeChain reopen() {
    chain.close();
    chain = PracticeChain.open(dir, Duration.ofSeconds(4), clock);
    return chain;
  }

  /// Alice's EIP-1559 transaction, fees in gwei.
  byte[] tx(long nonce, long tip, long fee, long gas, Address to, BigInteger value, byte[] data) {
    return typed(ChainBox.CHAIN_ID, nonce, wei(tip), wei(fee), gas, Optional.of(to), value, data);
  }

  /// A plain transfer to bob, fees in wei.
  byte[] wei(long nonce, long tip, long fee, BigInteger value) {
    return typed(
        ChainBox.CHAIN_ID,
        nonce,
        BigInteger.valueOf(tip),
        BigInteger.valueOf(fee),
        21_000,
        Optional.of(BOB),
        value,
        new byte[0]);
  }

  private static BigInteger wei(long gwei) {
    return GWEI.multiply(BigInteger.valueOf(gwei));
  }

  byte[] transfer(long nonce) {
    return tx(nonce, 1, 10, 21_000, BOB, ETHER.shiftRight(8), new byte[0]);
  }

  byte[] typed(
      long chainId,
      long nonce,
      BigInteger tip,
      BigInteger fee,
      long gas,
      Optional<Address> to,
      BigInteger value,
      byte[] data) {
    List<Rlp.Item> fields =
        new ArrayList<>(
            List.of(
                Rlp.of(chainId),
                Rlp.of(nonce),
                Rlp.of(tip),
                Rlp.of(fee),
                Rlp.of(gas),
                Rlp.of(to.map(Address::toArray).orElse(new byte[0])),
                Rlp.of(value),
                Rlp.of(data),
                Rlp.list()));
    byte[] unsigned = PracticeTx.prefixed(2, Rlp.encode(Rlp.list(fields)));
    Signature s = curve.sign(KEY, Keccak.hash(unsigned));
    fields.addAll(List.of(Rlp.of(s.yParity()), Rlp.of(s.r()), Rlp.of(s.s())));
    return PracticeTx.prefixed(2, Rlp.encode(Rlp.list(fields)));
  }

  /// Alice's legacy transaction; chain id 0 stands for none.
  byte[] legacy(long chainId, long nonce) {
    List<Rlp.Item> fields =
        new ArrayList<>(
            List.of(
                Rlp.of(nonce),
                Rlp.of(GWEI.multiply(BigInteger.TEN)),
                Rlp.of(21_000),
                Rlp.of(BOB),
                Rlp.of(1),
                Rlp.of(new byte[0])));
    List<Rlp.Item> unsigned = new ArrayList<>(fields);
    if (chainId != 0) {
      unsigned.addAll(List.of(Rlp.of(chainId), Rlp.of(0), Rlp.of(0)));
    }
    Signature s = curve.sign(KEY, Keccak.hash(Rlp.encode(Rlp.list(unsigned))));
    long v = chainId == 0 ? 27 + s.yParity() : 35 + 2 * chainId + s.yParity();
    fields.addAll(List.of(Rlp.of(v), Rlp.of(s.r()), Rlp.of(s.s())));
    return Rlp.encode(Rlp.list(fields));
  }

  /// The whole reply to a request; params as JSON.
  JsonNode ask(String method, String params) {
    String request =
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"%s\",\"params\":[%s]}"
            .formatted(method, params.replace('\'', '"'));
    byte[] reply = chain.handle(request.getBytes(StandardCharsets.UTF_8));
    return JsonMapper.shared().readTree(reply);
  }

  JsonNode result(String method, String params) {
    JsonNode reply = ask(method, params);
    assertThat(reply.has("error")).as(reply.toString()).isFalse();
    return reply.path("result");
  }

  String error(String method, String params) {
    JsonNode error = ask(method, params).path("error");
    return error.path("code").intValue() + " " + error.path("message").stringValue();
  }

  String send(byte[] raw) {
    return result("eth_sendRawTransaction", "'" + Hex.encode(raw) + "'").stringValue();
  }

  String refusal(byte[] raw) {
    return error("eth_sendRawTransaction", "'" + Hex.encode(raw) + "'");
  }

  long nonce(String tag) {
    return Hex.toLong(
        result("eth_getTransactionCount", "'%s','%s'".formatted(alice, tag)).stringValue());
  }

  BigInteger balance(Address of) {
    return chain.view().head().state().account(of).balance();
  }

  @Override
  public void close() {
    chain.close();
  }
}
