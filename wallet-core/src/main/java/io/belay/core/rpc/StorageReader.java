package io.belay.core.rpc;

import io.belay.base.Address;
import io.belay.base.Bytes32;
import io.belay.base.Hex;
import io.belay.base.Keccak;
import io.belay.base.WalletException;
import io.belay.core.proof.AccountProof;
import io.belay.core.proof.ProvenAccount;
import io.belay.core.state.Observed;
import java.math.BigInteger;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/// Reads contracts' storage and code: proven where somebody proves, agreed otherwise.
final class StorageReader {
  private static final Duration ALL = Duration.ofSeconds(8);

  private final Provers provers;
  private final Supplier<List<Endpoint>> usable;

  /// @param usable whom to ask now, best first
  StorageReader(Provers provers, Supplier<List<Endpoint>> usable) {
    this.provers = provers;
    this.usable = usable;
  }

  /// A storage slot at the view's head; zero where nothing is stored.
  Observed<Bytes32> storage(View view, Address contract, Bytes32 slot) throws InterruptedException {
    SeenBlock head = view.head().orElseThrow();
    Optional<Bytes32> proven = provers.first(contract, e -> slot(e, contract, slot, head), ALL);
    if (proven.isPresent()) {
      return view.proven(proven.get());
    }
    return new Agreement<Bytes32>(e -> claim(e, contract, slot, head), nothing -> false)
        .ask(usable.get(), view, head.ref());
  }

  /// Several slots in one proof; empty where nobody proves.
  Optional<Observed<Map<Bytes32, BigInteger>>> slots(
      View view, Address contract, List<Bytes32> slots) throws InterruptedException {
    SeenBlock head = view.head().orElseThrow();
    return provers.first(contract, e -> slots(e, contract, slots, head), ALL).map(view::proven);
  }

  /// A slot in a proof, and beside it, in the same request, what the contract says itself; empty
  /// where nobody does both.
  ///
  /// @param data of the call to the contract, `0x…`
  Optional<Observed<SlotBeside>> slotBeside(View view, Address contract, Bytes32 slot, String data)
      throws InterruptedException {
    SeenBlock head = view.head().orElseThrow();
    return provers
        .first(contract, e -> beside(e, contract, slot, data, head), ALL)
        .map(view::proven);
  }

  private static SlotBeside beside(
      Endpoint endpoint, Address contract, Bytes32 slot, String data, SeenBlock head)
      throws RpcException, InterruptedException {
    JsonRpc json = endpoint.json();
    String address = contract.toLowerHex();
    List<Endpoint.Answer> answers =
        Pinned.ask(
            endpoint,
            head,
            block ->
                List.of(
                    json.call("eth_getProof", address, List.of(slot.toString()), block),
                    json.call(
                        "eth_call", json.object().put("to", address).put("data", data), block)));
    JsonNode proof = Endpoint.required(answers.getFirst());
    String said = Endpoint.required(answers.getLast()).asString("");
    Map<Bytes32, BigInteger> words = proven(endpoint, contract, List.of(slot), head, proof);
    return new SlotBeside(words.getOrDefault(slot, BigInteger.ZERO), said);
  }

  private Map<Bytes32, BigInteger> slots(
      Endpoint endpoint, Address contract, List<Bytes32> slots, SeenBlock head)
      throws RpcException, InterruptedException {
    JsonNode result =
        provers.ask(endpoint, contract, slots.stream().map(Bytes32::toString).toList(), head);
    return proven(endpoint, contract, slots, head, result);
  }

  private static Map<Bytes32, BigInteger> proven(
      Endpoint endpoint, Address contract, List<Bytes32> slots, SeenBlock head, JsonNode result)
      throws RpcException {
    try {
      AccountProof proof = AccountProof.parse(result);
      Bytes32 root = proof.verify(contract, head.stateRoot()).storageRoot();
      Map<Bytes32, BigInteger> words = new HashMap<>();
      for (Bytes32 slot : slots) {
        words.put(slot, proof.verifyStorage(slot, root).orElse(BigInteger.ZERO));
      }
      return Map.copyOf(words);
    } catch (WalletException e) {
      throw Provers.lied(endpoint, e);
    }
  }

  private Bytes32 slot(Endpoint endpoint, Address contract, Bytes32 slot, SeenBlock head)
      throws RpcException, InterruptedException {
    JsonNode result = provers.ask(endpoint, contract, List.of(slot.toString()), head);
    try {
      AccountProof proof = AccountProof.parse(result);
      ProvenAccount account = proof.verify(contract, head.stateRoot());
      return Bytes32.of(proof.verifyStorage(slot, account.storageRoot()).orElse(BigInteger.ZERO));
    } catch (WalletException e) {
      throw Provers.lied(endpoint, e);
    }
  }

  private static Bytes32 claim(Endpoint endpoint, Address contract, Bytes32 slot, SeenBlock head)
      throws RpcException, InterruptedException {
    JsonNode value =
        Endpoint.required(
            Pinned.ask(
                    endpoint,
                    head,
                    block ->
                        List.of(
                            endpoint
                                .json()
                                .call(
                                    "eth_getStorageAt",
                                    contract.toLowerHex(),
                                    slot.toString(),
                                    block)))
                .getFirst());
    try {
      byte[] bytes = Hex.decode(value.asString(""));
      return Bytes32.of(new BigInteger(1, bytes));
    } catch (WalletException e) {
      throw RpcException.garbage(e);
    }
  }

  /// A contract's code at the view's head, as hex; `0x` where there is none. The code is anybody's,
  /// its hash is proven.
  Observed<String> code(View view, Address contract) throws InterruptedException {
    SeenBlock head = view.head().orElseThrow();
    Optional<Bytes32> hash = provers.first(contract, e -> codeHash(e, contract, head), ALL);
    if (hash.isPresent()) {
      Optional<String> code =
          Fanout.first(
              usable.get(),
              e -> matching(e, hash.get(), codeOf(e, contract, head)),
              e -> e.health().hedge(),
              ALL);
      return code.map(view::proven).orElseGet(() -> new Observed.Unknown<>("no-answer"));
    }
    return new Agreement<>(e -> codeOf(e, contract, head), "0x"::equals)
        .ask(usable.get(), view, head.ref());
  }

  private Bytes32 codeHash(Endpoint endpoint, Address contract, SeenBlock head)
      throws RpcException, InterruptedException {
    JsonNode result = provers.ask(endpoint, contract, List.of(), head);
    try {
      return AccountProof.parse(result).verify(contract, head.stateRoot()).codeHash();
    } catch (WalletException e) {
      throw Provers.lied(endpoint, e);
    }
  }

  private static String codeOf(Endpoint endpoint, Address contract, SeenBlock head)
      throws RpcException, InterruptedException {
    JsonNode code =
        Endpoint.required(
            Pinned.ask(
                    endpoint,
                    head,
                    block ->
                        List.of(endpoint.json().call("eth_getCode", contract.toLowerHex(), block)))
                .getFirst());
    try {
      return Hex.encode(Hex.decode(code.asString("")));
    } catch (WalletException e) {
      throw RpcException.garbage(e);
    }
  }

  private static String matching(Endpoint endpoint, Bytes32 hash, String code) throws RpcException {
    if (!Keccak.hash(Hex.decode(code)).equals(hash)) {
      throw Provers.lied(endpoint, new WalletException("bad-proof", "other code than proven"));
    }
    return code;
  }
}
