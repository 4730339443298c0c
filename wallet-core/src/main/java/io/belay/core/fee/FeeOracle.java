package io.belay.core.fee;

import io.belay.core.chain.BaseFee;
import io.belay.core.chain.BaseFeeRule;
import io.belay.core.money.Wei;
import io.belay.core.rpc.FeeHistory;
import io.belay.core.rpc.SeenBlock;
import java.math.BigInteger;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/// Turns a verified header and the groups' tips into fees. Pure.
public final class FeeOracle {
  private static final int FOREVER = 1_000;

  private FeeOracle() {}

  /// Base fee of the block after this one by the chain's own rule; empty where there is no rule,
  /// where the block has no base fee, and where its header is only somebody's word.
  public static Optional<Wei> nextBaseFee(SeenBlock block, BaseFeeRule rule) {
    return switch (rule) {
      case BaseFeeRule.None _ -> Optional.empty();
      case BaseFeeRule.Eip1559 market when block.verified() ->
          block
              .baseFee()
              .map(base -> BaseFee.next(market, base, block.gasUsed(), block.gasLimit()));
      case BaseFeeRule.Eip1559 _ -> Optional.empty();
    };
  }

  /// Fees for a choice.
  ///
  /// @param tips recent tips; where nobody told, 1 gwei is offered
  public static FeeQuote quote(
      FeeChoice choice, Wei nextBaseFee, Optional<FeeHistory> tips, Duration blockTime) {
    return quote(choice, new FeeBasis(nextBaseFee, tips, blockTime));
  }

  /// Fees for a choice.
  public static FeeQuote quote(FeeChoice choice, FeeBasis basis) {
    return switch (choice) {
      case FeeChoice.Custom own -> custom(own, basis);
      case FeeChoice.Pace pace when basis.market() -> {
        Wei tip = tip(pace, basis);
        // twice the base fee stays enough for six full blocks in a row
        yield new FeeQuote(
            basis.nextBaseFee().times(2).plus(tip), tip, basis.nextBaseFee(), wait(pace, basis));
      }
      case FeeChoice.Pace pace -> onePrice(price(pace, basis.nextBaseFee()), wait(pace, basis));
    };
  }

  /// The three paces, for a choice between them.
  public static Map<FeeChoice.Pace, FeeQuote> quotes(FeeBasis basis) {
    Map<FeeChoice.Pace, FeeQuote> quotes = new EnumMap<>(FeeChoice.Pace.class);
    for (FeeChoice.Pace pace : FeeChoice.Pace.values()) {
      quotes.put(pace, quote(pace, basis));
    }
    return quotes;
  }

  /// Fees that are paid to the last wei, so that sending everything leaves nothing: what the base
  /// fee does not take goes to the block's producer. Therefore no more is offered than two full
  /// blocks in a row ask for. Own figures stay as they are, and leave what they leave.
  public static FeeQuote spentWhole(FeeChoice choice, FeeBasis basis) {
    FeeQuote usual = quote(choice, basis);
    if (!basis.market() || choice instanceof FeeChoice.Custom) {
      return usual;
    }
    Wei price = risen(risen(basis.nextBaseFee())).plus(usual.maxPriorityFeePerGas());
    return new FeeQuote(price, price, basis.nextBaseFee(), usual.expectedWait());
  }

  // an eighth more, rounded up
  private static Wei risen(Wei fee) {
    return fee.plus(Wei.of(fee.value().add(BigInteger.valueOf(7)).shiftRight(3)));
  }

  private static FeeQuote onePrice(Wei price, Duration wait) {
    return new FeeQuote(price, price, Wei.ZERO, wait);
  }

  private static FeeQuote custom(FeeChoice.Custom own, FeeBasis basis) {
    if (!basis.market()) {
      return onePrice(own.maxFeePerGas(), wait(own.maxFeePerGas(), Wei.ZERO, basis));
    }
    return new FeeQuote(
        own.maxFeePerGas(),
        own.maxPriorityFeePerGas(),
        basis.nextBaseFee(),
        wait(own.maxFeePerGas(), own.maxPriorityFeePerGas(), basis));
  }

  /// As soon as those who pay alike; where the base fee has to fall first, at least as many empty
  /// blocks as that takes.
  private static Duration wait(Wei max, Wei tip, FeeBasis basis) {
    int blocks = 0;
    BigInteger base = basis.nextBaseFee().value();
    while (base.compareTo(max.value()) > 0 && blocks < FOREVER) {
      base = base.subtract(base.shiftRight(3).max(BigInteger.ONE));
      blocks++;
    }
    Wei left = max.minusOrZero(Wei.of(base));
    Wei offered = left.compareTo(tip) < 0 ? left : tip;
    return basis.blockTime().multipliedBy(blocks + blocks(offered, basis));
  }

  private static int blocks(Wei tip, FeeBasis basis) {
    if (basis.market() && tip.compareTo(tip(FeeChoice.Pace.FAST, basis)) >= 0) {
      return blocks(FeeChoice.Pace.FAST);
    }
    boolean normal = !basis.market() || tip.compareTo(tip(FeeChoice.Pace.NORMAL, basis)) >= 0;
    return blocks(normal ? FeeChoice.Pace.NORMAL : FeeChoice.Pace.SLOW);
  }

  private static Wei tip(FeeChoice.Pace pace, FeeBasis basis) {
    Wei told = basis.tips().map(t -> tip(pace, t)).orElse(Wei.ZERO);
    return told.compareTo(basis.leastTip()) < 0 ? basis.leastTip() : told;
  }

  private static Wei tip(FeeChoice.Pace pace, FeeHistory tips) {
    return switch (pace) {
      case SLOW -> tips.low();
      case NORMAL -> tips.middle();
      case FAST -> tips.high();
    };
  }

  private static Wei price(FeeChoice.Pace pace, Wei now) {
    BigInteger percent =
        BigInteger.valueOf(
            switch (pace) {
              case SLOW -> 100;
              case NORMAL -> 110;
              case FAST -> 125;
            });
    return Wei.of(now.value().multiply(percent).divide(BigInteger.valueOf(100)));
  }

  private static Duration wait(FeeChoice.Pace pace, FeeBasis basis) {
    return basis.blockTime().multipliedBy(blocks(pace));
  }

  private static int blocks(FeeChoice.Pace pace) {
    return switch (pace) {
      case SLOW -> 5;
      case NORMAL -> 2;
      case FAST -> 1;
    };
  }
}
