package io.belay.core.practice;

import io.belay.base.Address;
import io.belay.base.Bytes32;
import io.belay.base.Keccak;
import io.belay.base.Rlp;
import io.belay.core.chain.Header;
import io.belay.core.chain.HeaderField;
import io.belay.core.proof.OrderedTrie;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Makes blocks. The same parent, time, extra data and transactions always make the same block.
final class PracticeMiner {
  /// Who gets the tips.
  static final Address COINBASE = Address.parse("0x00000000000000000000000042656c61794d696e");

  private static final Bytes32 NO_UNCLES =
      Bytes32.parse("0x1dcc4de8dec75d7aab85b567b6ccd41ad312451b948a7413f0a142fd40d49347");
  // EIP-7685: sha-256 of nothing
  private static final Bytes32 NO_REQUESTS =
      Bytes32.parse("0xe3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");

  private final PracticeKeys keys;

  PracticeMiner(PracticeKeys keys) {
    this.keys = keys;
  }

  /// Where a block's transactions come from.
  interface Source {
    /// The next transaction to run, with no more gas than this.
    Optional<PracticeTx> next(PracticeExecutor executor, long gas);
  }

  /// The first block: practice money and practice dollars in the faucet's account.
  PracticeBlock genesis(Address faucet, long timestamp) {
    PracticeWorld world = new PracticeWorld(PracticeState.EMPTY);
    world.pay(faucet, BigInteger.TEN.pow(18 + 9));
    PracticeToken.deploy(world, faucet, BigInteger.TEN.pow(PracticeToken.DECIMALS + 12));
    PracticeState state = world.commit();
    keys.add(world);
    Map<HeaderField, Rlp.Item> fields =
        fields(timestamp, "belay practice".getBytes(StandardCharsets.US_ASCII));
    fields.put(HeaderField.PARENT_HASH, Rlp.of(Bytes32.ZERO));
    fields.put(HeaderField.MIX_HASH, Rlp.of(Bytes32.ZERO));
    fields.put(HeaderField.NUMBER, Rlp.of(0));
    fields.put(HeaderField.BASE_FEE, Rlp.of(PracticeGas.FIRST_BASE_FEE));
    content(fields, List.of(), List.of());
    fields.put(HeaderField.STATE_ROOT, Rlp.of(state.root()));
    return PracticeBlock.first(Header.of(fields), state);
  }

  /// A block on top of a parent.
  PracticeBlock mine(PracticeBlock parent, long timestamp, byte[] extra, Source source) {
    PracticeWorld world = new PracticeWorld(parent.state());
    BigInteger baseFee = parent.nextBaseFee();
    PracticeExecutor executor = new PracticeExecutor(world, baseFee, COINBASE);
    List<PracticeTx> txs = new ArrayList<>();
    List<PracticeReceipt> receipts = new ArrayList<>();
    long used = 0;
    Optional<PracticeTx> next = source.next(executor, PracticeGas.LIMIT);
    while (next.isPresent()) {
      PracticeReceipt receipt = executor.run(next.get(), used);
      used = receipt.cumulative();
      txs.add(next.get());
      receipts.add(receipt);
      next = source.next(executor, PracticeGas.LIMIT - used);
    }
    PracticeState state = world.commit();
    keys.add(world);
    Map<HeaderField, Rlp.Item> fields = fields(timestamp, extra);
    Bytes32 hash = parent.header().hash();
    fields.put(HeaderField.PARENT_HASH, Rlp.of(hash));
    fields.put(HeaderField.MIX_HASH, Rlp.of(Keccak.hash(hash.toArray())));
    fields.put(HeaderField.NUMBER, Rlp.of(parent.number() + 1));
    fields.put(HeaderField.BASE_FEE, Rlp.of(baseFee));
    content(fields, txs, receipts);
    fields.put(HeaderField.STATE_ROOT, Rlp.of(state.root()));
    return PracticeBlock.of(Header.of(fields), txs, receipts, state);
  }

  private static void content(
      Map<HeaderField, Rlp.Item> fields, List<PracticeTx> txs, List<PracticeReceipt> receipts) {
    byte[] bloom = new byte[256];
    receipts.forEach(r -> PracticeBloom.merge(bloom, r.bloom()));
    fields.put(
        HeaderField.TRANSACTIONS_ROOT,
        Rlp.of(OrderedTrie.root(txs.stream().map(PracticeTx::raw).toList())));
    fields.put(
        HeaderField.RECEIPTS_ROOT,
        Rlp.of(OrderedTrie.root(receipts.stream().map(PracticeReceipt::encoded).toList())));
    fields.put(HeaderField.LOGS_BLOOM, Rlp.of(bloom));
    fields.put(
        HeaderField.GAS_USED, Rlp.of(receipts.isEmpty() ? 0 : receipts.getLast().cumulative()));
  }

  private static Map<HeaderField, Rlp.Item> fields(long timestamp, byte[] extra) {
    Map<HeaderField, Rlp.Item> fields = new EnumMap<>(HeaderField.class);
    fields.put(HeaderField.UNCLES_HASH, Rlp.of(NO_UNCLES));
    fields.put(HeaderField.MINER, Rlp.of(COINBASE));
    fields.put(HeaderField.DIFFICULTY, Rlp.of(0));
    fields.put(HeaderField.GAS_LIMIT, Rlp.of(PracticeGas.LIMIT));
    fields.put(HeaderField.TIMESTAMP, Rlp.of(timestamp));
    fields.put(HeaderField.EXTRA_DATA, Rlp.of(extra));
    fields.put(HeaderField.NONCE, Rlp.of(new byte[8]));
    fields.put(HeaderField.WITHDRAWALS_ROOT, Rlp.of(PracticeAccount.NO_STORAGE));
    fields.put(HeaderField.BLOB_GAS_USED, Rlp.of(0));
    fields.put(HeaderField.EXCESS_BLOB_GAS, Rlp.of(0));
    fields.put(HeaderField.PARENT_BEACON_ROOT, Rlp.of(Bytes32.ZERO));
    fields.put(HeaderField.REQUESTS_HASH, Rlp.of(NO_REQUESTS));
    return fields;
  }
}
