package io.belay.app.cli;

import io.belay.base.Address;
import io.belay.base.Hex;
import io.belay.base.Rlp;
import io.belay.core.chain.Chain;
import io.belay.core.money.Wei;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// An unsigned transaction in words, decoded from the bytes that are signed. The form was checked.
final class PreimageText {
  private PreimageText() {}

  static List<String> lines(byte[] preimage, Chain chain) {
    int type = preimage[0] & 0xff;
    boolean legacy = type >= 0xc0;
    byte[] rlp = legacy ? preimage : Arrays.copyOfRange(preimage, 1, preimage.length);
    List<Rlp.Item> items = Rlp.decode(rlp).list();
    // chain id first in typed transactions, and two fees from EIP-1559 on
    int nonce = legacy ? 0 : 1;
    int gas = nonce + (type == 2 || type == 4 ? 3 : 2);
    List<String> lines = new ArrayList<>();
    lines.add("network  " + chain.name() + " (" + chain.id() + ")");
    lines.add("type     " + (legacy ? "legacy" : Integer.toString(type)));
    lines.add("nonce    " + items.get(nonce).number());
    byte[] to = items.get(gas + 1).bytes();
    lines.add("to       " + (to.length == 0 ? "a new contract" : Address.of(to)));
    Wei value = Wei.of(items.get(gas + 2).number());
    lines.add("amount   " + chain.currency().amount(value));
    Wei fee = Wei.of(items.get(gas - 1).number().multiply(items.get(gas).number()));
    lines.add(
        "fee      at most "
            + chain.currency().amount(fee)
            + " ("
            + items.get(gas).number()
            + " gas)");
    byte[] data = items.get(gas + 3).bytes();
    lines.add("data     " + (data.length == 0 ? "none" : Hex.encode(data)));
    if (type == 4) {
      lines.add("         lets the code of other contracts act as accounts (EIP-7702)");
    }
    return lines;
  }
}
