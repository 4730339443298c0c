package io.belay.core.fee;

import io.belay.base.Bytes32;
import io.belay.base.Keccak;
import io.belay.base.Signature;
import io.belay.core.chain.Chain;
import io.belay.core.money.Wei;
import io.belay.core.rpc.FeeHistory;
import io.belay.core.rpc.Reader;
import io.belay.core.rpc.View;
import io.belay.core.state.Beside;
import io.belay.core.state.Observed;
import io.belay.core.tx.UnsignedTransaction;
import java.math.BigInteger;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// Reads what fees are worked out from: the base fee by the chain's rule from the verified header,
/// tips and all else from several groups.
public final class FeeReader {
  private static final int WORD = 2 + 2 * 32;

  private final Reader reader;

  /// Reads over this reader.
  public FeeReader(Reader reader) {
    this.reader = reader;
  }

  /// The basis of a chain's fees now. The tips are asked for beside the head, which need not wait
  /// for each other.
  ///
  /// @return at the level of the head; `Unknown` where nobody answers
  public Observed<FeeBasis> now() throws InterruptedException {
    try (Beside<Optional<FeeHistory>> tips = beside()) {
      View view = reader.view();
      Optional<FeeBasis> basis = basis(view, tips);
      return basis.isEmpty()
          ? new Observed.Unknown<>("no-answer")
          : view.headObserved().map(head -> basis.get());
    }
  }

  /// The tips, asked for while something else is; nothing where the chain has no fee market.
  public Beside<Optional<FeeHistory>> beside() {
    return reader.beside(
        "belay-tips",
        () -> reader.chain().rules().feeMarket() ? reader.feeHistory() : Optional.empty());
  }

  /// The basis of a chain's fees at a view; empty where there is no head to start from or nobody
  /// tells.
  ///
  /// @param asked by [#beside]
  public Optional<FeeBasis> basis(View view, Beside<Optional<FeeHistory>> asked)
      throws InterruptedException {
    if (view.head().isEmpty()) {
      return Optional.empty();
    }
    Chain chain = reader.chain();
    if (!chain.rules().feeMarket()) {
      return reader.gasPrice().map(price -> FeeBasis.of(chain, price, Optional.empty()));
    }
    Optional<FeeHistory> tips = asked.answer();
    // where no rule leads from the header to the next base fee, the middle of the groups counts
    return FeeOracle.nextBaseFee(view.head().get(), chain.rules().baseFee())
        .or(() -> tips.flatMap(FeeHistory::nextBaseFee))
        .map(base -> FeeBasis.of(chain, base, tips));
  }

  /// What a rollup takes beside the gas, by its oracle contract: nothing where the chain takes
  /// nothing or has it in its gas.
  ///
  /// @return `Unknown` where nobody says what the oracle says, and where nobody wrote down whether
  ///   there is such a fee
  public Observed<FeeBesideGas> besideGas(View view, UnsignedTransaction tx)
      throws InterruptedException {
    return switch (reader.chain().rules().dataFee()) {
      case NONE, INCLUDED -> view.headObserved().map(head -> FeeBesideGas.NONE);
      case UNKNOWN -> new Observed.Unknown<>("data-fee-unknown");
      case SCROLL -> data(view, tx).map(wei -> new FeeBesideGas(wei, Wei.ZERO));
      case OP -> withOperator(data(view, tx), view, tx);
    };
  }

  private Observed<Wei> data(View view, UnsignedTransaction tx) throws InterruptedException {
    return told(asked(view, DataFeeCall.of(asIfSigned(tx))));
  }

  /// The operator's part is worked out from the gas limit when the transaction begins. An oracle
  /// from before Isthmus does not know the question, and takes nothing.
  private Observed<FeeBesideGas> withOperator(Observed<Wei> data, View view, UnsignedTransaction tx)
      throws InterruptedException {
    if (data.maybe().isEmpty()) {
      return data.map(wei -> new FeeBesideGas(wei, Wei.ZERO));
    }
    Observed<JsonNode> answer = asked(view, DataFeeCall.operator(tx.gasLimit()));
    boolean refused =
        answer instanceof Observed.Unknown<JsonNode>(String reason)
            && reason.equals("execution-reverted");
    if (refused) {
      return data.map(wei -> new FeeBesideGas(wei, Wei.ZERO));
    }
    Observed<Wei> operator = told(answer);
    Optional<Wei> fee = operator.maybe();
    if (fee.isEmpty()) {
      return operator.map(wei -> FeeBesideGas.NONE); // not known is not zero
    }
    return data.map(wei -> new FeeBesideGas(wei, fee.get()));
  }

  private Observed<JsonNode> asked(View view, String call) throws InterruptedException {
    String oracle = reader.chain().rules().dataFee().oracle().orElseThrow().toLowerHex();
    return reader.read(
        view,
        "eth_call",
        reader.parameters(reader.object().put("to", oracle).put("data", call), "latest"));
  }

  private static Observed<Wei> told(Observed<JsonNode> answer) {
    boolean isNumber =
        answer.maybe().filter(word -> word.asString("").length() == WORD).isPresent();
    return answer.maybe().isEmpty() || isNumber
        ? answer.map(word -> Wei.of(Bytes32.parse(word.asString("")).toBigInteger()))
        : new Observed.Unknown<>("data-fee-unknown");
  }

  /// A signature does not shrink: with one of random bytes the fee is never told too low.
  private static byte[] asIfSigned(UnsignedTransaction tx) {
    byte[] noise = Keccak.hash(tx.payload().preimage()).toArray();
    BigInteger r = new BigInteger(1, noise).mod(Signature.ORDER.shiftRight(2)).setBit(250);
    return tx.signed(new Signature(r, r.shiftRight(1).setBit(250), 1)).raw();
  }
}
