package io.belay.core.practice;

import static io.belay.core.practice.PracticeFixture.BOB;

import io.belay.base.Address;
import io.belay.base.Bytes32;
import io.belay.base.Hex;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The practice token beside OpenZeppelin's byte code in a real EVM, from the same storage on. Gas
/// is another matter: the practice token runs no byte code, so its gas is near, not equal, and with
/// it ether balances and block gas are left out here.
@Timeout(240)
class AnvilTokenTest {
  private static final Address TOKEN = PracticeToken.ADDRESS;
  private static final Address NOBODY = Address.parse("0x00000000000000000000000000000000000000c0");
  private static final BigInteger MAX = BigInteger.ONE.shiftLeft(256).subtract(BigInteger.ONE);
  private static final List<String> RECEIPT =
      List.of("status", "type", "from", "to", "blockNumber", "transactionIndex", "logsBloom");

  @TempDir Path dir;
  private BothChains both;
  private PracticeFixture practice;
  private Bytes32 alice;
  private long nonce;

  @BeforeEach
  void sameStorage() throws IOException, InterruptedException {
    both = BothChains.start(dir);
    practice = both.practice();
    alice = PracticeAbi.word(practice.alice);
    practice.chain().faucetToken(practice.alice, BigInteger.valueOf(100));
    both.mine();
    Anvil anvil = both.anvil();
    anvil.ask("anvil_setCode", "'%s','%s'".formatted(TOKEN, Anvil.tokenCode()));
    anvil.ask("anvil_setNonce", "'%s','0x1'".formatted(TOKEN));
    for (Bytes32 slot : slots()) {
      String at = "'%s','%s'".formatted(TOKEN, slot);
      String value = practice.result("eth_getStorageAt", at + ",'latest'").stringValue();
      if (!Bytes32.parse(value).equals(Bytes32.ZERO)) {
        anvil.ask("anvil_setStorageAt", at + ",'" + value + "'");
      }
    }
    both.align();
    both.mine(); // a state set by hand is in no header yet
    both.align();
  }

  @AfterEach
  void stopBoth() {
    both.close();
  }

  @Test
  void theTokenAgreesWithOpenZeppelins() throws IOException, InterruptedException {
    look("at first");
    transfers();
    allowances();
    badCallData();
    everything();
    both.facts().assertNoDifference("token");
  }

  private void transfers() throws IOException, InterruptedException {
    run("transfer to a new holder", transfer(BOB, 30));
    run("transfer to a holder", transfer(BOB, 20));
    run("transfer to oneself", transfer(practice.alice, 5));
    // later roots cannot agree: anvil keeps a leaf of zero for every empty slot it has touched
    both.storageRoot("after transfers", TOKEN);
    run("transfer of nothing", transfer(NOBODY, 0));
    run("transfer of too much", transfer(BOB, 51));
    run("transfer to nobody", transfer(Address.ZERO, 1));
  }

  private void allowances() throws IOException, InterruptedException {
    run("approval", approve(BOB, BigInteger.valueOf(7)));
    run("approval changed", approve(BOB, BigInteger.valueOf(9)));
    run("approval withdrawn", approve(BOB, BigInteger.ZERO));
    run("approval of nobody", approve(Address.ZERO, BigInteger.ONE));
    run("spending without an allowance", spend(practice.alice, 1));
    run("own allowance", approve(practice.alice, BigInteger.valueOf(40)));
    run("spending a part", spend(practice.alice, 10));
    run("spending more than allowed", spend(practice.alice, 31));
    run("infinite allowance", approve(practice.alice, MAX));
    run("spending from the infinite", spend(practice.alice, 10));
    run("spending more than there is", spend(practice.alice, 1000));
    run("spending another's", spend(BOB, 1));
  }

  private void badCallData() throws IOException, InterruptedException {
    Bytes32 dirty = Bytes32.of(PracticeAbi.word(BOB).toBigInteger().setBit(200));
    run("an address with dirt in its word", data("transfer(address,uint256)", dirty, number(0)));
    run("a short call", data("transfer(address,uint256)", PracticeAbi.word(BOB)));
    run("an unknown function", data("mint(address,uint256)", alice, number(1)));
    run("no data", new byte[0]);
  }

  private void everything() throws IOException, InterruptedException {
    run("transfer of everything", transfer(BOB, 30)); // gives gas back for the emptied slot
    run("transfer from nothing", transfer(BOB, 1));
    run("transfer of nothing from nothing", transfer(BOB, 0));
  }

  /// Rehearses the call on both, sends it, mines it and looks at everything it may have changed.
  private void run(String what, byte[] data) throws IOException, InterruptedException {
    both.same(what + ", rehearsed", "eth_call", call(practice.alice, data));
    both.send(what, practice.tx(nonce++, 1, 10, 100_000, TOKEN, BigInteger.ZERO, data));
    both.mine();
    both.nonces(what);
    both.sent(what, RECEIPT);
    look(what);
    both.align();
  }

  private void look(String what) throws IOException, InterruptedException {
    for (Address holder : List.of(practice.alice, BOB, NOBODY, faucet())) {
      view(what, "balanceOf(address)", PracticeAbi.word(holder));
      view(what, "allowance(address,address)", alice, PracticeAbi.word(holder));
    }
    view(what, "totalSupply()");
    view(what, "decimals()");
    both.provenSlots(what, TOKEN, slots());
  }

  private void view(String what, String signature, Bytes32... words)
      throws IOException, InterruptedException {
    both.same(what + ", " + signature, "eth_call", call(BOB, data(signature, words)));
  }

  private List<Bytes32> slots() {
    return List.of(
        number(2),
        number(3),
        number(4),
        PracticeToken.balanceSlot(faucet()),
        PracticeToken.balanceSlot(practice.alice),
        PracticeToken.balanceSlot(BOB),
        PracticeToken.balanceSlot(NOBODY),
        PracticeToken.allowanceSlot(practice.alice, BOB),
        PracticeToken.allowanceSlot(practice.alice, practice.alice));
  }

  private Address faucet() {
    return new PracticeFaucet(practice.curve).address();
  }

  private String call(Address from, byte[] data) {
    return "{'from':'%s','to':'%s','input':'%s'},'latest'".formatted(from, TOKEN, Hex.encode(data));
  }

  private static byte[] transfer(Address to, long amount) {
    return PracticeAbi.transfer(to, BigInteger.valueOf(amount));
  }

  private static byte[] approve(Address spender, BigInteger amount) {
    return data("approve(address,uint256)", PracticeAbi.word(spender), Bytes32.of(amount));
  }

  private static byte[] spend(Address from, long amount) {
    return data(
        "transferFrom(address,address,uint256)",
        PracticeAbi.word(from),
        PracticeAbi.word(BOB),
        number(amount));
  }

  private static byte[] data(String signature, Bytes32... words) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(PracticeAbi.hash(signature).toArray(), 0, 4);
    for (Bytes32 word : words) {
      out.writeBytes(word.toArray());
    }
    return out.toByteArray();
  }

  private static Bytes32 number(long n) {
    return Bytes32.of(BigInteger.valueOf(n));
  }
}
