package io.belay.app.cli;

import io.belay.app.file.NewFile;
import io.belay.app.qr.QrCode;
import io.belay.app.qr.QrPicture;
import io.belay.base.Hex;
import io.belay.base.WalletException;
import io.belay.core.send.TxRecord;
import io.belay.core.tx.RawText;
import io.belay.core.tx.SignedTransaction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// The lifeboat: a signed transaction as text, file or QR code, to be carried by hand.
///
/// @param call the call
/// @param out the file to write, if any
/// @param qr whether as a QR code
record RawExport(Invocation call, Optional<Path> out, boolean qr) {

  void run(TxRecord record, SignedTransaction signed) {
    long chain = record.transaction().chainId().value();
    String raw = Hex.encode(signed.raw());
    ObjectNode json =
        Out.object().put("hash", record.hash().toString()).put("chainId", chain).put("raw", raw);
    List<String> lines = out.isPresent() ? List.of(write(out.get(), signed)) : shown(signed);
    out.ifPresent(file -> json.put("file", file.toString()));
    instructions(chain).forEach(call.out()::note);
    call.out().result(json, lines);
  }

  private List<String> shown(SignedTransaction signed) {
    return qr
        ? QrCode.of(RawText.forQr(signed.raw())).lines(call.terminal().out().charset())
        : List.of(Hex.encode(signed.raw()));
  }

  private String write(Path file, SignedTransaction signed) {
    boolean picture = file.toString().endsWith(".png");
    if (qr && !picture) {
      throw new WalletException("usage", "a QR code is written to a file whose name ends in .png");
    }
    byte[] bytes =
        qr
            ? QrPicture.png(QrCode.of(RawText.forQr(signed.raw())))
            : (Hex.encode(signed.raw()) + "\n").getBytes(StandardCharsets.US_ASCII);
    NewFile.write(file, bytes);
    return (qr ? "the QR code is in " : "the signed transaction is in ") + file;
  }

  private static List<String> instructions(long chain) {
    return List.of(
        "This is the whole signed transaction. Whoever has it can send it, once, and can change"
            + " nothing; no key is in it.",
        "Carry it to any computer that reaches the network, and there give it to",
        "  - Belay: belay tx broadcast FILE, or the text, or a picture of the QR code;",
        "  - a node, as the one parameter of eth_sendRawTransaction;",
        "  - a block explorer of chain " + chain + " that has a page to broadcast transactions.",
        "Belay goes on trying here as well: sent twice it still counts once.");
  }
}
