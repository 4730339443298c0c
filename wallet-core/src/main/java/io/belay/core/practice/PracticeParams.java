package io.belay.core.practice;

import io.belay.base.Address;
import io.belay.base.Bytes32;
import io.belay.base.Hex;
import io.belay.base.WalletException;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/// A request's arguments, read strictly.
record PracticeParams(JsonNode args) {
  boolean has(int i) {
    JsonNode node = args.path(i);
    return !node.isMissingNode() && !node.isNull();
  }

  /// An argument that must be there.
  JsonNode at(int i) {
    if (!has(i)) {
      throw PracticeError.invalid("missing value for required argument " + i);
    }
    return args.path(i);
  }

  Address address(int i) {
    return read(i, at(i), PracticeParams::toAddress);
  }

  Bytes32 hash(int i) {
    return read(i, at(i), Bytes32::parse);
  }

  byte[] bytes(int i) {
    return read(i, at(i), Hex::decode);
  }

  BigInteger number(int i) {
    return read(i, at(i), Hex::toBigInteger);
  }

  boolean flag(int i) {
    return has(i) && at(i).isBoolean() && at(i).booleanValue();
  }

  /// Reads a text with a parser whose refusal becomes geth's.
  static <T> T read(int i, JsonNode node, Function<String, T> parser) {
    if (!node.isString()) {
      throw PracticeError.invalid("invalid argument " + i + ": json: cannot unmarshal non-string");
    }
    try {
      return parser.apply(node.stringValue());
    } catch (WalletException e) {
      throw PracticeError.invalid(
          "invalid argument " + i + ": json: cannot unmarshal invalid hex string");
    }
  }

  /// An address in any case: nodes do not look at checksums.
  static Address toAddress(String text) {
    return Address.parse(text.toLowerCase(Locale.ROOT));
  }

  /// The block an argument names; the newest where there is none.
  ///
  /// @throws PracticeError `header not found`
  PracticeBlock block(int i, PracticeView view) {
    return find(i, view).orElseThrow(() -> PracticeError.refused("header not found"));
  }

  /// The block an argument names, if there is such a block.
  Optional<PracticeBlock> find(int i, PracticeView view) {
    if (!has(i)) {
      return Optional.of(view.head());
    }
    JsonNode node = at(i);
    if (!node.isObject()) {
      return named(i, node, view);
    }
    // EIP-1898
    if (node.has("blockHash")) {
      return view.with(read(i, node.path("blockHash"), Bytes32::parse));
    }
    return named(i, node.path("blockNumber"), view);
  }

  private static Optional<PracticeBlock> named(int i, JsonNode node, PracticeView view) {
    if (node.isString() && node.stringValue().length() == 66) {
      return view.with(read(i, node, Bytes32::parse));
    }
    return view.at(height(i, node, view));
  }

  /// The height a tag or number names, whether there is such a block or not.
  static long height(int i, JsonNode node, PracticeView view) {
    return switch (node.isString() ? node.stringValue() : "") {
      case "latest", "pending" -> view.head().number(); // nothing is built ahead here
      case "safe" -> view.safe();
      case "finalized" -> view.finalized();
      case "earliest" -> 0;
      default -> {
        BigInteger number = read(i, node, Hex::toBigInteger);
        yield number.bitLength() > 62 ? Long.MAX_VALUE : number.longValue();
      }
    };
  }

  boolean isPending(int i) {
    return has(i) && at(i).isString() && at(i).stringValue().equals("pending");
  }
}
