package io.belay.app.raw;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.app.fake.FakeNetwork;
import io.belay.app.fake.FakeRaw;
import io.belay.app.fake.FakeSession;
import io.belay.app.fake.FakeUi;
import io.belay.app.fake.FakeVault;
import io.belay.app.fake.Later;
import io.belay.app.qr.QrCode;
import io.belay.app.qr.QrFiles;
import io.belay.app.qr.QrPicture;
import io.belay.app.unlock.VaultDoor.Opened;
import io.belay.base.Address;
import io.belay.base.Hex;
import io.belay.base.TxHash;
import io.belay.core.send.BroadcastReport.Verdict;
import io.belay.core.tx.RawParts;
import io.belay.core.tx.RawText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RawViewModelTest {
  private final FakeSession session = new FakeSession();
  private final Opened vault =
      new FakeVault().unlock("Main vault", FakeVault.PASSWORD.toCharArray());
  private final List<TxHash> followed = new ArrayList<>();
  private final RawViewModel model =
      new RawViewModel(FakeUi.make(), session, vault.accounts(), followed::add);

  private RawWords shown() {
    return model.shown().get().orElseThrow();
  }

  private List<String> cautions() {
    return shown().cautions().stream().map(Caution::title).toList();
  }

  @Test
  void saysWhatTheBytesSay() {
    model
        .text()
        .set("  " + FakeRaw.here().toUpperCase(java.util.Locale.ROOT).replace("0X", "") + "\n");
    assertThat(shown().money(shown().tx().value())).isEqualTo("0.05 ETH");
    assertThat(shown().network()).isEqualTo("Practice, chain 2352900001");
    assertThat(shown().fee())
        .isEqualTo("0.000336 ETH (21,000 gas, at most 16 gwei, of it 1 gwei priority)");
    assertThat(shown().tx().from()).isEqualTo(Address.parse(FakeRaw.SENDER));
    assertThat(shown().data()).isEqualTo("none");
  }

  @Test
  void strangersTransactionIsSentOnceWithEvidenceAndNotFollowed() {
    model.text().set(FakeRaw.here());
    assertThat(cautions()).containsExactly("It was not signed by an account here");
    model.broadcast();
    assertThat(session.broadcast).containsExactly(shown().tx().signed());
    assertThat(model.answers()).hasSize(FakeNetwork.IDS.size());
    assertThat(model.verdict().get()).contains(Verdict.SUBMITTED);
    assertThat(session.adopted).isEmpty();
    assertThat(followed).isEmpty();
  }

  @Test
  void ownTransactionJoinsTheJournal() {
    vault.importKey("0".repeat(63).concat("1").toCharArray(), "Imported");
    model.text().set(FakeRaw.here());
    assertThat(cautions()).isEmpty();
    TxHash hash = shown().tx().signed().hash();
    model.broadcast();
    assertThat(session.adopted).hasSize(1);
    assertThat(session.broadcast).isEmpty();
    assertThat(followed).containsExactly(hash);
    assertThat(model.text().get()).isEmpty();
  }

  @Test
  void anotherChainsTransactionIsShownAndNotSent() {
    model.text().set(FakeRaw.on(1));
    assertThat(cautions()).containsExactly("This is for another network");
    assertThat(shown().money(shown().tx().value()))
        .isEqualTo("50,000,000,000,000,000 of the smallest unit");
    assertThat(model.isSendable()).isFalse();
    model.broadcast();
    assertThat(session.broadcast).isEmpty();
    assertThat(session.adopted).isEmpty();
  }

  @Test
  void oneWithoutANetworkIsWarnedOfAndFollowed() {
    vault.importKey("0".repeat(63).concat("1").toCharArray(), "Imported");
    model.text().set(FakeRaw.anywhere());
    assertThat(cautions()).containsExactly("It names no network");
    model.broadcast();
    assertThat(session.adopted).hasSize(1);
    assertThat(session.broadcast).isEmpty();
  }

  @Test
  void whatIsNoTransactionIsNotShown() {
    model.text().set("0x02f8aa");
    assertThat(model.problem().get())
        .isEqualTo("These bytes are no signed transaction. Nothing was sent.");
    assertThat(model.shown().get()).isEmpty();
    assertThat(model.isSendable()).isFalse();
    model.text().set("");
    assertThat(model.problem().get()).isEmpty();
  }

  @Test
  void readsTextBytesAndPictures(@TempDir Path folder) throws IOException {
    byte[] raw = Hex.decode(FakeRaw.here());
    Path text = Files.writeString(folder.resolve("a.txt"), FakeRaw.here() + "\n");
    Path bytes = Files.write(folder.resolve("a.bin"), raw);
    Path picture =
        Files.write(folder.resolve("a.png"), QrPicture.png(QrCode.of(RawText.forQr(raw))));
    for (Path file : List.of(text, bytes, picture)) {
      model.clear();
      model.file().set(file.toString());
      model.open();
      assertThat(shown().tx().signed().raw()).isEqualTo(raw);
    }
    model.file().set(folder.resolve("none").toString());
    model.open();
    assertThat(model.problem().get()).startsWith("The file cannot be read.");
  }

  @Test
  void partsInAnyOrderFromPictureAndClipboardMakeTheTransaction(@TempDir Path folder) {
    byte[] raw = Hex.decode(FakeRaw.large());
    assertThat(raw).hasSizeGreaterThan(10_000);
    List<String> parts = RawParts.of(raw);
    List<Path> files = QrFiles.write(folder.resolve("a.png"), parts);
    assertThat(files).hasSizeGreaterThan(10).hasSameSizeAs(parts);
    model.put(parts.getLast());
    assertThat(model.problem().get()).startsWith("Not all parts are here yet. Missing: 1, 2, 3");
    for (int i = parts.size() - 2; i >= 0; i--) {
      assertThat(model.shown().get()).isEmpty();
      model.file().set(files.get(i).toString());
      model.open();
    }
    assertThat(model.problem().get()).isEmpty();
    assertThat(shown().tx().signed().raw()).isEqualTo(raw);
  }

  @Test
  void foreignAndRepeatedPartsAreNamed() {
    String part = "TX:1/2:0123456789ABCDEF:00";
    model.put(part);
    model.put(part);
    assertThat(model.problem().get()).isEqualTo("Part 1 is here twice. Take one out.");
    model.clear();
    model.put(part);
    model.put("TX:2/2:FEDCBA9876543210:00");
    assertThat(model.problem().get()).startsWith("These parts are not of one transaction: part 2");
    model.put(FakeRaw.here());
    assertThat(model.shown().get()).isPresent();
  }

  @Test
  void whatComesWhileOneIsSentDoesNotTakeItsPlace(@TempDir Path folder) throws IOException {
    Later later = new Later();
    RawViewModel busy =
        new RawViewModel(FakeUi.with(later), session, vault.accounts(), followed::add);
    busy.file().set(Files.writeString(folder.resolve("a"), FakeRaw.anywhere()).toString());
    busy.open();
    busy.text().set(FakeRaw.here());
    busy.broadcast();
    later.next(); // the file has been read
    busy.put(FakeRaw.anywhere());
    assertThat(busy.text().get()).isEqualTo(FakeRaw.here());
    assertThat(busy.problem().get()).startsWith("This one is still being sent.");
    later.next();
    assertThat(busy.verdict().get()).contains(Verdict.SUBMITTED);
    assertThat(busy.problem().get()).isEmpty();
    busy.put(FakeRaw.anywhere());
    assertThat(busy.text().get()).isEqualTo(FakeRaw.anywhere());
  }

  @Test
  void aFileThatCannotBeReadDoesNotEndTheSending(@TempDir Path folder) {
    Later later = new Later();
    RawViewModel busy =
        new RawViewModel(FakeUi.with(later), session, vault.accounts(), followed::add);
    busy.file().set(folder.resolve("none").toString());
    busy.open();
    busy.text().set(FakeRaw.here());
    busy.broadcast();
    later.next();
    assertThat(busy.step().get()).isEqualTo(RawViewModel.Step.SENDING);
    assertThat(busy.isSendable()).isFalse();
  }

  @Test
  void newTextForgetsTheOldAnswers() {
    model.text().set(FakeRaw.here());
    model.broadcast();
    model.text().set(FakeRaw.anywhere());
    assertThat(model.answers()).isEmpty();
    assertThat(model.verdict().get()).isEmpty();
  }
}
