package io.belay.core.rpc;

import io.belay.base.TxHash;
import io.belay.base.WalletException;
import io.belay.core.chain.BlockRef;
import io.belay.core.chain.DataFee;
import io.belay.core.chain.Header;
import io.belay.core.proof.ProvenInclusion;
import io.belay.core.state.Evidence;
import io.belay.core.state.Observed;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/// Proves that a block holds our bytes and what became of them, from all that the block holds: one
/// endpoint tells it, and transactions root and receipts root of a header that at least two groups
/// vouch for are made again. What one group alone says can thus be known better than what two
/// groups say who collude.
final class InclusionProof {
  private static final Duration ALL = Duration.ofSeconds(8);
  private static final int KEPT = 256;

  private final BlockReader blocks;
  private final Supplier<List<Endpoint>> usable;
  private final boolean gasIsAll;
  // a block does not change: what is in it is asked for once
  private final Map<Key, Optional<Proof>> known =
      Collections.synchronizedMap(
          new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Key, Optional<Proof>> eldest) {
              return size() > KEPT;
            }
          });

  private record Key(TxHash hash, BlockRef block) {}

  private record Proof(Inclusion inclusion, Optional<FeePaid> paid) {}

  /// @param beside what the chain takes beside gas; no root commits to that
  InclusionProof(BlockReader blocks, DataFee beside, Supplier<List<Endpoint>> usable) {
    this.blocks = blocks;
    this.gasIsAll = beside == DataFee.NONE || beside == DataFee.INCLUDED;
    this.usable = usable;
  }

  /// The same sighting with a proven inclusion where one can be had, and without one that is
  /// disproven.
  TxWatch.Sighting strengthen(
      TxWatch.Sighting seen, TxHash hash, byte[] raw, FeePaid.Price price, View view)
      throws InterruptedException {
    for (TxWatch.Claim claim : seen.claims()) {
      BlockRef block = claim.inclusion().block();
      Set<String> vouching = vouching(claim, view);
      if (vouching.size() >= 2) {
        Optional<Optional<Proof>> proof = prove(new Key(hash, block), raw, price);
        if (proof.isPresent() && proof.get().isPresent()) {
          return with(seen, proof.get().get(), evidence(block, vouching, view));
        }
        if (proof.isPresent() && isTold(seen, claim)) {
          return disproven(seen);
        }
      }
    }
    return seen;
  }

  private static boolean isTold(TxWatch.Sighting seen, TxWatch.Claim claim) {
    return seen.inclusion().maybe().filter(claim.inclusion()::equals).isPresent();
  }

  private static TxWatch.Sighting disproven(TxWatch.Sighting seen) {
    return new TxWatch.Sighting(
        new Observed.Unknown<>("not-included"),
        seen.claims(),
        seen.holders(),
        seen.absentGroups(),
        seen.pendingGroups());
  }

  private TxWatch.Sighting with(TxWatch.Sighting seen, Proof proof, Evidence evidence) {
    return new TxWatch.Sighting(
        new Observed.Proven<>(proof.inclusion(), evidence),
        seen.claims(),
        seen.holders(),
        seen.absentGroups(),
        seen.pendingGroups(),
        paid(seen.paid(), proof, evidence));
  }

  /// Gas and its price are under the header; what a rollup takes beside them only the receipts say.
  private Observed<FeePaid> paid(Observed<FeePaid> told, Proof proof, Evidence evidence) {
    if (proof.paid().isEmpty()) {
      return told;
    }
    FeePaid gas = proof.paid().get();
    if (gasIsAll) {
      return new Observed.Proven<>(gas, evidence);
    }
    return told.map(said -> new FeePaid(gas.gasUsed(), gas.gasPrice(), said.dataFee()));
  }

  private static Evidence evidence(BlockRef block, Set<String> groups, View view) {
    return new Evidence(block.number(), block.hash(), List.copyOf(groups), view.at());
  }

  /// Who says that the block is on the chain: those who name it for the transaction, or where that
  /// is one alone, those who have it at its height.
  private Set<String> vouching(TxWatch.Claim claim, View view) throws InterruptedException {
    if (claim.groups().size() >= 2) {
      return claim.groups();
    }
    Optional<View> at = blocks.at(view, claim.inclusion().block());
    return at.map(View::groups).orElse(Set.of());
  }

  /// Empty where nobody could prove or disprove it; then the proof, or the proof that it is not
  /// there.
  private Optional<Optional<Proof>> prove(Key key, byte[] raw, FeePaid.Price price)
      throws InterruptedException {
    Optional<Proof> before = known.get(key);
    if (before != null) {
      return Optional.of(before);
    }
    Optional<Optional<Proof>> proof =
        Fanout.first(
            usable.get(), e -> told(e, key.block(), raw, price), e -> e.health().hedge(), ALL);
    proof.ifPresent(found -> known.put(key, found));
    return proof;
  }

  private static Optional<Proof> told(
      Endpoint endpoint, BlockRef block, byte[] raw, FeePaid.Price price)
      throws RpcException, InterruptedException {
    JsonRpc json = endpoint.json();
    String hash = block.hash().toString();
    List<Endpoint.Answer> answers =
        endpoint.batch(
            List.of(
                json.call("eth_getBlockByHash", hash, true),
                json.call("eth_getBlockReceipts", hash)),
            Ballot.ATTEMPT);
    JsonNode body = Endpoint.required(answers.get(0));
    JsonNode receipts = Endpoint.required(answers.get(1));
    try {
      Header header = Header.parse(body);
      if (!header.ref().equals(block)) {
        throw RpcException.garbage(new IllegalStateException("another block"));
      }
      return ProvenInclusion.of(header, body, receipts, raw)
          .map(proven ->
              new Proof(
                  new Inclusion(block, proven.success()),
                  price
                      .in(header.baseFee())
                      .map(each -> new FeePaid(proven.gasUsed(), each, Optional.empty()))));
    } catch (WalletException e) {
      // a type or a header newer than this Belay is no lie: agreement has to do
      throw RpcException.garbage(e);
    }
  }
}
