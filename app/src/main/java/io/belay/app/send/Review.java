package io.belay.app.send;

import io.belay.base.Hex;
import io.belay.core.decode.Erc20Call;
import io.belay.core.decode.Meaning;
import io.belay.core.money.Amount;
import io.belay.core.money.Asset;
import io.belay.core.money.Wei;
import io.belay.core.rpc.Connectivity;
import io.belay.core.rpc.EndpointConfig;
import io.belay.core.rpc.EndpointStatus;
import io.belay.core.send.SendPlan;
import io.belay.core.tx.UnsignedTransaction;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// What a review shows, decoded from the very bytes that are signed. Pure.
///
/// @param bytes the bytes to be signed, `0x…`
/// @param size their number
/// @param transaction what the bytes say
/// @param meaning what that does
/// @param amount what is sent; empty where the bytes do something else than a payment of the asset
///   that was chosen
/// @param expected the fee if the next block takes it, wei
/// @param atMost the most the fee can be, wei
/// @param carried by whom it is carried
record Review(
    String bytes,
    int size,
    UnsignedTransaction transaction,
    Meaning meaning,
    Optional<Amount> amount,
    Wei expected,
    Wei atMost,
    Carried carried) {

  /// By whom the bytes are carried, as operators.
  ///
  /// @param through those that get them at once
  /// @param reserve those that get them only where nobody else takes them
  /// @param down those that do not answer now
  record Carried(List<String> through, List<String> reserve, List<String> down) {
    /// @param privately whether private relays alone get it
    static Carried by(List<EndpointConfig> all, boolean privately, Connectivity now) {
      List<EndpointConfig> carriers =
          all.stream().filter(each -> !privately || each.traits().isPrivate()).toList();
      Map<String, EndpointStatus.State> states =
          now.endpoints().stream()
              .collect(
                  Collectors.toMap(
                      each -> each.config().id().value(), EndpointStatus::state, (a, b) -> a));
      // of those that answer no question nobody knows whether they are up
      Predicate<EndpointConfig> takes =
          each -> takes(states.getOrDefault(each.id().value(), EndpointStatus.State.UNTRIED));
      List<String> through =
          operators(carriers, each -> isFirst(each, privately) && takes.test(each));
      return new Carried(
          through,
          operators(carriers, each -> !isFirst(each, privately) && takes.test(each)),
          operators(carriers, each -> !takes.test(each) && !through.contains(each.operator())));
    }

    private static boolean isFirst(EndpointConfig config, boolean privately) {
      return privately || !config.isReserve();
    }

    private static List<String> operators(
        List<EndpointConfig> carriers, Predicate<EndpointConfig> which) {
      return carriers.stream().filter(which).map(EndpointConfig::operator).distinct().toList();
    }

    private static boolean takes(EndpointStatus.State state) {
      return switch (state) {
        case UNTRIED, UP, LAGGING, LIMITED, SET_ASIDE -> true;
        case NO_ANSWER, WRONG_CHAIN, DISABLED -> false;
      };
    }
  }

  static Review of(SendPlan plan, List<EndpointConfig> carriers, Connectivity now) {
    byte[] preimage = plan.transaction().payload().preimage();
    UnsignedTransaction decoded = UnsignedTransaction.decode(preimage);
    Meaning meaning = Meaning.of(decoded);
    return new Review(
        Hex.encode(preimage),
        preimage.length,
        decoded,
        meaning,
        amount(meaning, plan.intent().amount().asset()),
        plan.fee().expected(decoded.gasLimit()),
        decoded.maxFeePerGas().times(decoded.gasLimit()).plus(plan.fee().dataFeeAtMost()),
        Carried.by(carriers, plan.intent().privately(), now));
  }

  private static Optional<Amount> amount(Meaning meaning, Asset asset) {
    return switch (meaning) {
      case Meaning.Payment(var to, Wei value) when !asset.isToken() ->
          Optional.of(asset.amount(value));
      case Meaning.TokenCall(var token, Erc20Call.Transfer(var to, var units), Wei value)
          when asset.contract().filter(token::equals).isPresent() ->
          Optional.of(asset.amount(Wei.of(units)));
      case Meaning.Payment _, Meaning.TokenCall _, Meaning.OtherCall _ -> Optional.empty();
    };
  }
}
