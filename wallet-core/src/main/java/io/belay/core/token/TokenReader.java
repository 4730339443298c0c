package io.belay.core.token;

import io.belay.base.Address;
import io.belay.base.Bytes32;
import io.belay.base.Hex;
import io.belay.base.WalletException;
import io.belay.core.decode.AbiWords;
import io.belay.core.money.Asset;
import io.belay.core.money.Wei;
import io.belay.core.rpc.Reader;
import io.belay.core.rpc.View;
import io.belay.core.state.Observed;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;

/// Reads tokens (EIP-20): what they are and what an account has of them.
public final class TokenReader {
  private static final int MOST_DECIMALS = 77;

  private final Reader reader;
  private final BalanceSlots slots;
  // what a balance taught; a slot that stops fitting is learned anew
  private final Map<Address, BalanceSlot> learned = new ConcurrentHashMap<>();
  // balances that no candidate explains: trying again before one moves teaches nothing
  private final Map<Holding, Wei> unexplained = new ConcurrentHashMap<>();

  private record Holding(Address token, Address holder) {}

  /// Reads over this reader.
  public TokenReader(Reader reader, BalanceSlots slots) {
    this.reader = reader;
    this.slots = slots;
  }

  /// What a token is, and how that is known. Its symbol is its own word for itself, shortened.
  ///
  /// @throws WalletException `not-a-token` where it has no decimals, `no-way-to-chain` where nobody
  ///   says, `disputed`: with the wrong decimals every amount would be wrong
  public KnownToken describe(View view, Address token) throws InterruptedException {
    Observed<JsonNode> decimals = call(view, token, AbiWords.of("decimals()"));
    Observed<JsonNode> symbol = call(view, token, AbiWords.of("symbol()"));
    int digits = decimals(decimals);
    Optional<String> name = symbol.maybe().flatMap(TokenText::read);
    Asset asset = Asset.token(reader.chain().id(), token, name.orElse("tokens"), digits);
    boolean agreed = decimals.level().compareTo(Observed.Level.AGREED) <= 0;
    boolean named = name.isEmpty() || symbol.level().compareTo(Observed.Level.AGREED) <= 0;
    return known(asset, agreed && named ? decimals.level() : Observed.Level.SINGLE);
  }

  /// The same of what was told before.
  public KnownToken known(Asset token, Observed.Level level) {
    boolean falseName =
        slots
            .named(token.chainId(), token.symbol().toUpperCase(Locale.ROOT))
            .filter(real -> !real.equals(token.contract().orElseThrow()))
            .isPresent();
    return new KnownToken(token, level, falseName);
  }

  private static int decimals(Observed<JsonNode> answer) {
    if (answer instanceof Observed.Disputed<JsonNode>) {
      throw new WalletException("disputed", "providers contradict each other about this token");
    }
    if (answer instanceof Observed.Unknown<JsonNode>(String reason)
        && !reason.equals("execution-reverted")) {
      throw new WalletException("no-way-to-chain", "no provider answers about this token");
    }
    return answer
        .maybe()
        .flatMap(TokenReader::number)
        .filter(n -> n.bitLength() < 8 && n.intValue() <= MOST_DECIMALS)
        .orElseThrow(() ->
            new WalletException(
                "not-a-token", "at this address is no token that says its decimals"))
        .intValue();
  }

  /// Whether a contract answers as a token does; false where nobody says.
  public boolean isToken(View view, Address contract) throws InterruptedException {
    return slots.known(reader.chain().id(), contract).isPresent()
        || call(view, contract, AbiWords.of("decimals()"))
            .maybe()
            .flatMap(TokenReader::number)
            .filter(n -> n.bitLength() < 8)
            .isPresent();
  }

  /// What a holder has, in the token's smallest units: proven by the token's storage where its slot
  /// is known or a balance tells it, else as groups agree. Where the two differ the slot is wrong.
  public Observed<Wei> balance(View view, Address token, Address holder)
      throws InterruptedException {
    AbiWords call = AbiWords.of("balanceOf(address)", AbiWords.word(holder));
    Optional<Beside> beside = beside(view, token, holder, call);
    if (beside.filter(b -> b.said().equals(b.proven().maybe())).isPresent()) {
      return beside.get().proven();
    }
    Observed<Wei> said = numeric(call(view, token, call));
    if (said.maybe().isEmpty()) {
      return said;
    }
    if (beside.filter(b -> b.proven().maybe().equals(said.maybe())).isPresent()) {
      return beside.get().proven(); // one endpoint's word was wrong, not the slot
    }
    learned.remove(token);
    return probed(view, new Holding(token, holder), said.maybe().get())
        .filter(p -> p.level().compareTo(said.level()) < 0)
        .orElse(said);
  }

  /// What the slot holds, and what the token says itself at the same block: one that keeps its
  /// balances elsewhere by now says something else.
  private record Beside(Observed<Wei> proven, Optional<Wei> said) {}

  private Optional<Beside> beside(View view, Address token, Address holder, AbiWords call)
      throws InterruptedException {
    Optional<BalanceSlot> known =
        Optional.ofNullable(learned.get(token)).or(() -> slots.known(reader.chain().id(), token));
    if (known.isEmpty()) {
      return Optional.empty();
    }
    BalanceSlot slot = known.get();
    return reader
        .slotBeside(view, token, slot.slot(holder), call.data())
        .map(both ->
            new Beside(
                both.map(b -> Wei.of(slot.balance(b.word()))),
                both.maybe().flatMap(b -> number(b.said())).map(Wei::of)));
  }

  private Optional<Observed<Wei>> probed(View view, Holding of, Wei said)
      throws InterruptedException {
    if (!SlotProbe.teaches(said.value()) || said.equals(unexplained.get(of))) {
      return Optional.empty();
    }
    Address token = of.token();
    Address holder = of.holder();
    Optional<Observed<Map<Bytes32, BigInteger>>> words =
        words(view, token, holder, slots.candidates());
    Optional<BalanceSlot> found =
        words
            .flatMap(Observed::maybe)
            .flatMap(w -> SlotProbe.learn(holder, said.value(), w, slots.candidates()));
    if (found.isPresent()) {
      learned.put(token, found.get());
    } else if (words.flatMap(Observed::maybe).isPresent()) {
      unexplained.put(of, said);
    }
    return found.flatMap(slot -> words.map(w -> w.map(all -> wei(slot, all, holder))));
  }

  private Optional<Observed<Map<Bytes32, BigInteger>>> words(
      View view, Address token, Address holder, List<BalanceSlot> where)
      throws InterruptedException {
    return reader.storage(view, token, where.stream().map(s -> s.slot(holder)).toList());
  }

  private static Wei wei(BalanceSlot slot, Map<Bytes32, BigInteger> words, Address holder) {
    return Wei.of(slot.balance(words.getOrDefault(slot.slot(holder), BigInteger.ZERO)));
  }

  private Observed<JsonNode> call(View view, Address token, AbiWords data)
      throws InterruptedException {
    return reader.read(
        view,
        "eth_call",
        reader.parameters(
            reader.object().put("to", token.toLowerHex()).put("data", data.data()), "latest"));
  }

  private static Observed<Wei> numeric(Observed<JsonNode> answer) {
    boolean isNumber =
        answer.maybe().isEmpty() || answer.maybe().flatMap(TokenReader::number).isPresent();
    return isNumber
        ? answer.map(word -> Wei.of(number(word).orElseThrow()))
        : new Observed.Unknown<>("not-a-token");
  }

  private static Optional<BigInteger> number(JsonNode word) {
    return number(word.asString(""));
  }

  private static Optional<BigInteger> number(String word) {
    try {
      byte[] bytes = Hex.decode(word);
      // old compilers return more than they should
      return bytes.length < 32 ? Optional.empty() : Optional.of(new BigInteger(1, bytes, 0, 32));
    } catch (WalletException e) {
      return Optional.empty();
    }
  }
}
