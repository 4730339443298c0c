package io.belay.app.cli;

import io.belay.app.file.NewFile;
import io.belay.app.qr.QrCode;
import io.belay.app.qr.QrFiles;
import io.belay.base.Hex;
import io.belay.base.WalletException;
import io.belay.core.send.TxRecord;
import io.belay.core.tx.RawParts;
import io.belay.core.tx.SignedTransaction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
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
    List<String> lines = out.isPresent() ? write(out.get(), signed, json) : shown(signed, json);
    instructions(chain).forEach(call.out()::note);
    call.out().result(json, lines);
  }

  private List<String> shown(SignedTransaction signed, ObjectNode json) {
    if (!qr) {
      return List.of(Hex.encode(signed.raw()));
    }
    List<String> parts = RawParts.of(signed.raw());
    parts.forEach(json.putArray("parts")::add);
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      if (parts.size() > 1) {
        lines.add("part " + (i + 1) + "/" + parts.size());
      }
      lines.addAll(QrCode.of(parts.get(i)).lines(call.terminal().out().charset()));
    }
    return lines;
  }

  private List<String> write(Path file, SignedTransaction signed, ObjectNode json) {
    if (!qr) {
      String text = Hex.encode(signed.raw()) + "\n";
      NewFile.write(file, text.getBytes(StandardCharsets.US_ASCII));
      json.put("file", file.toString());
      return List.of("the signed transaction is in " + file);
    }
    if (!file.toString().endsWith(".png")) {
      throw new WalletException("usage", "a QR code is written to a file whose name ends in .png");
    }
    List<Path> files = QrFiles.write(file, RawParts.of(signed.raw()));
    json.put("file", files.getFirst().toString());
    files.forEach(each -> json.withArray("files").add(each.toString()));
    return files.stream().map(each -> "the QR code is in " + each).toList();
  }

  private static List<String> instructions(long chain) {
    return List.of(
        "This is the whole signed transaction. Whoever has it can send it, once, and can change"
            + " nothing; no key is in it.",
        "Carry it to any computer that reaches the network, and there give it to",
        "  - Belay: belay tx broadcast FILE, or the text, or pictures of the QR codes in any order;",
        "  - a node, as the one parameter of eth_sendRawTransaction;",
        "  - a block explorer of chain " + chain + " that has a page to broadcast transactions.",
        "Belay goes on trying here as well: sent twice it still counts once.");
  }
}
