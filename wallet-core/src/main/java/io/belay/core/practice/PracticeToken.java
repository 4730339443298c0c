package io.belay.core.practice;

import io.belay.base.Address;
import io.belay.base.Bytes32;
import io.belay.base.Hex;
import io.belay.base.Keccak;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The built-in ERC-20 "Practice Dollar" (PUSD, 6 decimals): storage laid out, events written and
/// errors worded as OpenZeppelin 4 does, but run by Java instead of byte code.
final class PracticeToken {
  /// Where the token lives.
  static final Address ADDRESS = Address.parse("0x0000000000000000000000000050726163746963");

  /// EIP-141's invalid opcode and words: says what it is, and could run nowhere.
  private static final byte[] CODE =
      "\u0000belay practice dollar, run natively".getBytes(StandardCharsets.US_ASCII);

  static final String NAME = "Practice Dollar";
  static final String SYMBOL = "PUSD";
  static final int DECIMALS = 6;

  private static final Bytes32 TRANSFER = PracticeAbi.hash("Transfer(address,address,uint256)");
  private static final Bytes32 APPROVAL = PracticeAbi.hash("Approval(address,address,uint256)");
  private static final Bytes32 SUPPLY_SLOT = Bytes32.of(BigInteger.TWO);
  private static final BigInteger FOREVER = BigInteger.ONE.shiftLeft(256).subtract(BigInteger.ONE);

  // what the ABI decoder or the dispatcher of the byte code refuses, without words
  private static final PracticeOutcome FAILED = PracticeOutcome.failed(200);
  private static final long VIEW_GAS = 3_200;
  private static final long REVERT_GAS = 3_600;
  private static final long CHANGED_SLOT = 5_000;
  private static final long NEW_SLOT = 22_100;

  private final PracticeWorld world;

  PracticeToken(PracticeWorld world) {
    this.world = world;
  }

  static byte[] code() {
    byte[] code = CODE.clone();
    code[0] = (byte) 0xfe;
    return code;
  }

  /// Creates the contract with all supply in one account.
  static void deploy(PracticeWorld world, Address owner, BigInteger supply) {
    world.set(
        ADDRESS,
        new PracticeAccount(1, BigInteger.ZERO, PracticeAccount.NO_STORAGE, Keccak.hash(code())));
    world.set(SUPPLY_SLOT, supply);
    world.set(Bytes32.of(BigInteger.valueOf(3)), shortText(NAME));
    world.set(Bytes32.of(BigInteger.valueOf(4)), shortText(SYMBOL));
    world.set(balanceSlot(owner), supply);
  }

  /// Solidity keeps a text under 32 bytes in its slot, twice its length in the last byte.
  private static BigInteger shortText(String text) {
    byte[] word = new byte[32];
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    System.arraycopy(bytes, 0, word, 0, bytes.length);
    word[31] = (byte) (2 * bytes.length);
    return new BigInteger(1, word);
  }

  /// Slot of `balances[owner]`, a mapping at slot 0.
  static Bytes32 balanceSlot(Address owner) {
    return Keccak.hash(PracticeAbi.word(owner).toArray(), Bytes32.ZERO.toArray());
  }

  /// Slot of `allowances[owner][spender]`, a mapping at slot 1.
  static Bytes32 allowanceSlot(Address owner, Address spender) {
    Bytes32 outer =
        Keccak.hash(PracticeAbi.word(owner).toArray(), Bytes32.of(BigInteger.ONE).toArray());
    return Keccak.hash(PracticeAbi.word(spender).toArray(), outer.toArray());
  }

  /// Runs a call; nothing is written unless it succeeds.
  PracticeOutcome call(Address caller, BigInteger value, byte[] data) {
    if (value.signum() != 0 || data.length < 4) {
      return FAILED; // neither payable nor a fallback function
    }
    return switch (Hex.encode(data).substring(2, 10)) {
      case "06fdde03" -> view(PracticeAbi.text(NAME));
      case "95d89b41" -> view(PracticeAbi.text(SYMBOL));
      case "313ce567" -> view(BigInteger.valueOf(DECIMALS));
      case "18160ddd" -> view(world.slot(SUPPLY_SLOT));
      case "70a08231" ->
          PracticeAbi.fits(data, 1, 0) ? view(world.slot(balanceSlot(at(data, 0)))) : FAILED;
      case "dd62ed3e" ->
          PracticeAbi.fits(data, 2, 0)
              ? view(world.slot(allowanceSlot(at(data, 0), at(data, 1))))
              : FAILED;
      case "a9059cbb" ->
          PracticeAbi.fits(data, 1, 1) ? transfer(caller, at(data, 0), number(data, 1), 0) : FAILED;
      case "095ea7b3" ->
          PracticeAbi.fits(data, 1, 1) ? approve(caller, at(data, 0), number(data, 1)) : FAILED;
      case "23b872dd" ->
          PracticeAbi.fits(data, 2, 1)
              ? transferFrom(caller, at(data, 0), at(data, 1), number(data, 2))
              : FAILED;
      default -> FAILED;
    };
  }

  private static BigInteger number(byte[] data, int n) {
    return PracticeAbi.argument(data, n).toBigInteger();
  }

  private static Address at(byte[] data, int n) {
    return PracticeAbi.address(PracticeAbi.argument(data, n));
  }

  private PracticeOutcome transfer(Address from, Address to, BigInteger amount, long gas) {
    if (from.equals(Address.ZERO)) {
      return revert("ERC20: transfer from the zero address");
    }
    if (to.equals(Address.ZERO)) {
      return revert("ERC20: transfer to the zero address");
    }
    BigInteger owned = world.slot(balanceSlot(from));
    if (owned.compareTo(amount) < 0) {
      return revert("ERC20: transfer amount exceeds balance");
    }
    world.set(balanceSlot(from), owned.subtract(amount));
    BigInteger before = world.slot(balanceSlot(to));
    world.set(balanceSlot(to), before.add(amount));
    long slots = CHANGED_SLOT + (before.signum() == 0 ? NEW_SLOT : CHANGED_SLOT);
    return done(gas + 3_000 + slots, log(TRANSFER, from, to, amount));
  }

  private PracticeOutcome approve(Address owner, Address spender, BigInteger amount) {
    if (spender.equals(Address.ZERO)) {
      return revert("ERC20: approve to the zero address");
    }
    Bytes32 slot = allowanceSlot(owner, spender);
    long gas = world.slot(slot).signum() == 0 ? NEW_SLOT : CHANGED_SLOT;
    world.set(slot, amount);
    return done(gas + 2_600, log(APPROVAL, owner, spender, amount));
  }

  private PracticeOutcome transferFrom(
      Address spender, Address from, Address to, BigInteger amount) {
    Bytes32 slot = allowanceSlot(from, spender);
    BigInteger allowed = world.slot(slot);
    if (allowed.compareTo(amount) < 0) {
      return revert("ERC20: insufficient allowance");
    }
    PracticeOutcome moved = transfer(from, to, amount, CHANGED_SLOT);
    if (!moved.success() || allowed.equals(FOREVER)) {
      return moved; // OpenZeppelin leaves an infinite allowance alone
    }
    BigInteger left = allowed.subtract(amount);
    world.set(slot, left);
    return PracticeOutcome.returned(
        moved.gas(),
        moved.output(),
        List.of(log(APPROVAL, from, spender, left), moved.logs().getFirst()));
  }

  private static PracticeLog log(Bytes32 event, Address a, Address b, BigInteger amount) {
    return new PracticeLog(
        ADDRESS,
        List.of(event, PracticeAbi.word(a), PracticeAbi.word(b)),
        Bytes32.of(amount).toArray());
  }

  private static PracticeOutcome done(long gas, PracticeLog log) {
    return PracticeOutcome.returned(gas, Bytes32.of(BigInteger.ONE).toArray(), List.of(log));
  }

  private static PracticeOutcome view(BigInteger value) {
    return view(Bytes32.of(value).toArray());
  }

  private static PracticeOutcome view(byte[] output) {
    return PracticeOutcome.returned(VIEW_GAS, output, List.of());
  }

  private static PracticeOutcome revert(String reason) {
    return PracticeOutcome.reverted(REVERT_GAS, reason);
  }
}
