package io.belay.core.practice;

import io.belay.base.Address;
import io.belay.base.Hex;
import io.belay.base.WalletException;
import io.belay.core.chain.BlockRef;
import io.belay.core.money.Wei;
import io.belay.core.rpc.JsonRpc;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// Where the owner of the chain takes requests, its own and the others', alike.
record Desk(ChainBox chain, FaultBook faults) {
  Frame answer(Frame request) {
    try {
      return switch (request.kind()) {
        case Frame.RPC -> new Frame(Frame.RPC, chain.handle(request.payload()));
        case Frame.ORDER -> Frame.of(Frame.ORDER, done(Order.read(request)).toString());
        default -> throw new WalletException("bad-order", "a frame of an unknown kind");
      };
    } catch (WalletException e) {
      return Frame.of(Frame.REFUSAL, json().put("code", e.code()).put("text", e.text()).toString());
    }
  }

  private ObjectNode done(Order order) {
    switch (order.name()) {
      case "faucet" -> {
        Optional<Wei> amount =
            order.second().isEmpty()
                ? Optional.empty()
                : Optional.of(Wei.of(Hex.toBigInteger(order.second())));
        return json().put("hash", chain.faucet(Address.parse(order.first()), amount).toString());
      }
      case "fault" -> faults.set(order.first(), Fault.of(order.second()));
      case "mine" -> chain.mine(order.count());
      case "reorg" -> chain.reorg(order.count());
      case "reset" -> chain.reset();
      case "head" -> {
        BlockRef head = chain.head();
        return json().put("number", head.number()).put("hash", head.hash().toString());
      }
      default -> throw new WalletException("bad-order", "an unknown order");
    }
    return json();
  }

  private static ObjectNode json() {
    return new JsonRpc().object();
  }
}
