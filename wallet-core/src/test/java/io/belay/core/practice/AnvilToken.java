package io.belay.core.practice;

import io.belay.base.Address;
import io.belay.base.Hex;
import java.io.IOException;
import java.math.BigInteger;

/// A real ERC-20 on an anvil, put there by a transaction of its own.
///
/// @param anvil where it is
/// @param address its contract
record AnvilToken(Anvil anvil, Address address) {

  static AnvilToken deploy(Anvil anvil) throws IOException, InterruptedException {
    return new AnvilToken(anvil, contract(anvil, Anvil.tokenCode().substring(2)));
  }

  /// Puts byte code on the chain.
  ///
  /// @param code in hex without `0x`
  static Address contract(Anvil anvil, String code) throws IOException, InterruptedException {
    // PUSH2 length, DUP1, PUSH1 12, PUSH1 0, CODECOPY, PUSH1 0, RETURN; the code behind it
    String init = "0x61%04x80600c6000396000f3".formatted(code.length() / 2) + code;
    String deployer = anvil.result("eth_accounts", "").path(0).stringValue();
    String hash =
        anvil
            .result(
                "eth_sendTransaction",
                "{'from':'%s','gas':'0x7a1200','data':'%s'}".formatted(deployer, init))
            .stringValue();
    anvil.ask("evm_mine", "");
    return PracticeParams.toAddress(
        anvil
            .result("eth_getTransactionReceipt", "'" + hash + "'")
            .path("contractAddress")
            .stringValue());
  }

  /// Sets what an account has of it; a block has to be mined before it can be proved.
  void give(Address to, BigInteger units) throws IOException, InterruptedException {
    anvil.result(
        "anvil_setStorageAt",
        "'%s','%s','0x%064x'".formatted(address, PracticeToken.balanceSlot(to), units));
  }

  BigInteger of(Address owner) throws IOException, InterruptedException {
    String call =
        "{'to':'%s','data':'0x70a08231%s%s'},'latest'"
            .formatted(address, "0".repeat(24), owner.toLowerHex().substring(2));
    return Hex.toBigInteger(anvil.result("eth_call", call).stringValue());
  }
}
