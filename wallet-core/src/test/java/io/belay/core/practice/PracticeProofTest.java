package io.belay.core.practice;

import static io.belay.core.practice.PracticeFixture.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import io.belay.base.Address;
import io.belay.base.Bytes32;
import io.belay.base.ChainId;
import io.belay.base.Hex;
import io.belay.base.Keccak;
import io.belay.core.chain.Header;
import io.belay.core.proof.AccountProof;
import io.belay.core.proof.ProvenAccount;
import io.belay.core.token.BalanceSlot;
import io.belay.core.token.BalanceSlots;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PracticeProofTest {
  private static final BalanceSlot BALANCES =
      BalanceSlots.load().known(ChainId.of(ChainBox.CHAIN_ID), PracticeChain.TOKEN).orElseThrow();

  @TempDir Path dir;

  private static Address account(int n) {
    return Address.of(Arrays.copyOf(Keccak.hash(new byte[] {(byte) n}).toArray(), 20));
  }

  @Test
  void everyProofVerifiesAgainstItsHeader() {
    try (PracticeFixture net = PracticeFixture.funded(dir)) {
      for (int i = 0; i < 40; i++) {
        net.chain().faucet(account(i), Optional.empty());
        net.chain().faucetToken(account(i), BigInteger.valueOf(i + 1));
      }
      net.chain().mine(1);
      for (String block : List.of("0x0", "0x1", "latest")) {
        Header header = Header.parse(net.result("eth_getBlockByNumber", "'" + block + "',false"));
        for (int i = 0; i < 45; i++) {
          check(net, block, header, account(i));
        }
        check(net, block, header, BOB);
        check(net, block, header, net.alice);
        check(net, block, header, PracticeChain.TOKEN);
      }
    }
  }

  private static void check(PracticeFixture net, String block, Header header, Address address) {
    Bytes32 slot = PracticeToken.balanceSlot(address);
    assertThat(BALANCES.slot(address)).isEqualTo(slot);
    String keys = "['" + slot + "']";
    AccountProof own =
        AccountProof.parse(
            net.result("eth_getProof", "'%s',%s,'%s'".formatted(address, keys, block)));
    ProvenAccount account = own.verify(address, header.stateRoot());
    assertThat(account.balance().value())
        .isEqualTo(
            Hex.toBigInteger(
                net.result("eth_getBalance", "'%s','%s'".formatted(address, block)).stringValue()));
    AccountProof token =
        AccountProof.parse(
            net.result("eth_getProof", "'%s',%s,'%s'".formatted(PracticeChain.TOKEN, keys, block)));
    Bytes32 root = token.verify(PracticeChain.TOKEN, header.stateRoot()).storageRoot();
    BigInteger proven = token.verifyStorage(slot, root).orElse(BigInteger.ZERO);
    String stored =
        net.result("eth_getStorageAt", "'%s','%s','%s'".formatted(PracticeChain.TOKEN, slot, block))
            .stringValue();
    assertThat(proven).isEqualTo(Hex.toBigInteger(stored));
  }
}
