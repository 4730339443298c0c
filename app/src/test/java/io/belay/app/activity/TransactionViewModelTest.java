package io.belay.app.activity;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.app.control.EvidenceLine;
import io.belay.app.control.EvidenceWords;
import io.belay.app.fake.FakeLabels;
import io.belay.app.fake.FakeSession;
import io.belay.app.fake.FakeTx;
import io.belay.app.fake.FakeUi;
import io.belay.app.fake.FakeVault;
import io.belay.app.fake.FakeWays;
import io.belay.app.fx.Ui;
import io.belay.app.qr.QrPicture;
import io.belay.base.Hex;
import io.belay.core.decode.Erc20Call;
import io.belay.core.decode.RevertReason;
import io.belay.core.money.Asset;
import io.belay.core.money.Wei;
import io.belay.core.rpc.EndpointId;
import io.belay.core.send.AttemptRow;
import io.belay.core.send.Purpose;
import io.belay.core.send.TxRecord;
import io.belay.core.send.TxState;
import io.belay.core.state.Observed;
import io.belay.core.store.AccountEntry;
import io.belay.core.tx.RawText;
import io.belay.core.tx.UnsignedTransaction;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TransactionViewModelTest {
  private static final AccountEntry SAVINGS = FakeVault.entry("Savings", FakeVault.SAVINGS);

  private final Ui ui = FakeUi.make();
  private final FakeSession session = new FakeSession();

  private TransactionViewModel of(TxRecord... journal) {
    return new TransactionViewModel(
        ui,
        session,
        new FakeWays(),
        journal[0],
        List.of(journal),
        List.of(SAVINGS),
        session::known,
        FakeLabels.empty());
  }

  private List<Trouble> troubles(TxRecord... journal) {
    return of(journal).troubles();
  }

  @Test
  void countsOperatorsAndNotEndpoints() {
    assertThat(of(FakeTx.of(1, TxState.SEEN)).progress())
        .isEqualTo("Seen by 2 of 5 operators. Not in a block yet.");
  }

  @Test
  void saysHowLongItWaitsForABlock() {
    TxRecord waiting =
        FakeTx.of(1, TxState.SEEN).with(FakeTx.facts(Purpose.TRANSFER, Optional.empty(), 409, 0));
    assertThat(of(waiting).progress()).endsWith("Not in a block yet: 3 blocks (36 s) so far.");
    assertThat(of(FakeTx.of(1, TxState.SAFE)).progress()).endsWith("In block 410.");
  }

  @Test
  void saysWhatHappensNext() {
    assertThat(of(FakeTx.of(1, TxState.SEEN)).next(FakeSession.NOW))
        .isEqualTo("Next re-send in 12 s (same bytes).");
    assertThat(of(FakeTx.of(1, TxState.SEEN)).next(FakeSession.NOW.plusSeconds(60)))
        .startsWith("Being sent again now");
    assertThat(of(FakeTx.of(1, TxState.FINAL)).next(FakeSession.NOW))
        .isEqualTo("Nothing more happens to it.");
    assertThat(of(FakeTx.of(1, TxState.CONFLICT).sendNoMore()).next(FakeSession.NOW))
        .startsWith("Set aside");
  }

  @ParameterizedTest
  @EnumSource(
      value = TxState.class,
      names = {"SIGNED", "SENDING", "ACCEPTED", "SEEN", "UNKNOWN", "STUCK", "DROPPED"})
  void openOnesCanBeSpedUpCancelledAndSentAgain(TxState state) {
    TransactionViewModel model = of(FakeTx.of(1, state));
    for (Deed deed : Deed.values()) {
      assertThat(model.whyNot(deed)).isEmpty();
    }
    assertThat(model.reasons()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "INCLUDED, 'Speed up, Cancel, Re-send now: it is in a block already.'",
    "FINAL, 'Speed up, Cancel, Re-send now: it is in a block already.'",
    "REPLACED, 'Speed up, Cancel, Re-send now: another transaction took its nonce.'",
    "REJECTED, 'Speed up, Cancel, Re-send now: it was refused and is not out. Back to edit makes a new one.'"
  })
  void whatCannotBeDoneSaysWhy(TxState state, String said) {
    assertThat(of(FakeTx.of(1, state)).reasons()).containsExactly(said);
  }

  @Test
  void withoutTheKeyItCanOnlyBeSentAgain() {
    TxRecord record = FakeTx.of(1, TxState.SEEN);
    TransactionViewModel model =
        new TransactionViewModel(
            ui,
            session,
            new FakeWays(),
            record,
            List.of(record),
            List.of(AccountEntry.watched(FakeVault.SAVINGS, "Savings")),
            session::known,
            FakeLabels.empty());
    assertThat(model.whyNot(Deed.RESEND)).isEmpty();
    assertThat(model.reasons())
        .containsExactly("Speed up, Cancel: the key of this account is not in the open vault.");
  }

  @Test
  void aCancellationIsNotCancelled() {
    TxRecord cancel =
        FakeTx.of(1, TxState.SEEN).with(FakeTx.facts(Purpose.CANCEL, Optional.empty(), 0, 0));
    assertThat(of(cancel).reasons()).containsExactly("Cancel: it is a cancellation itself.");
  }

  @Test
  void nothingIsSignedWhereARivalIsMined() {
    TxRecord rival = FakeTx.named(FakeTx.of(1, TxState.INCLUDED), FakeTx.hash(50));
    TransactionViewModel model = of(FakeTx.of(1, TxState.SEEN), rival);
    assertThat(model.whyNot(Deed.SPEED_UP))
        .contains("another transaction at its nonce is in a block already.");
    assertThat(model.whyNot(Deed.RESEND)).isEmpty();
  }

  @Test
  void resendSendsTheStoredBytes() {
    TransactionViewModel model = of(FakeTx.of(1, TxState.DROPPED));
    model.resend();
    assertThat(session.resent).containsExactly(FakeTx.hash(1));
    assertThat(model.notice().get()).isEqualTo("Sent again to all ways, the same bytes.");
  }

  @Test
  void droppedSaysSinceWhenAndThatItIsNotFailed() {
    TxRecord dropped =
        FakeTx.of(1, TxState.DROPPED)
            .with(FakeTx.facts(Purpose.TRANSFER, Optional.empty(), 400, 409));
    Trouble trouble = troubles(dropped).getFirst();
    assertThat(trouble.title()).isEqualTo("At least two operators no longer hold it (3 blocks)");
    assertThat(trouble.detail()).startsWith("Not failed: the same bytes were sent again at");
    assertThat(trouble.helps()).containsExactly(Deed.SPEED_UP, Deed.CANCEL);
    assertThat(trouble.isGrave()).isFalse();
  }

  @Test
  void replacedNamesTheOtherAndWhoMadeIt() {
    TxRecord other = FakeTx.named(FakeTx.of(1, TxState.INCLUDED), FakeTx.hash(50));
    TxRecord conflict = FakeTx.of(1, TxState.CONFLICT).replacedBy(Optional.of(other.hash()));
    Trouble trouble = troubles(conflict, other).getFirst();
    assertThat(trouble.title()).isEqualTo("Another transaction with nonce 1 took its place");
    assertThat(trouble.detail())
        .startsWith(other.hash() + ", by you on this computer at")
        .endsWith("This one can no longer happen once that one is final (block 410).");
    Trouble foreign =
        troubles(FakeTx.of(1, TxState.REPLACED).replacedBy(Optional.of(FakeTx.hash(51))))
            .getFirst();
    assertThat(foreign.detail())
        .isEqualTo(
            FakeTx.hash(51)
                + ", made elsewhere. That one is final: this one can no longer happen.");
    assertThat(troubles(FakeTx.of(1, TxState.CONFLICT)).getFirst().detail())
        .startsWith("Belay does not know which");
  }

  @Test
  void revertedQuotesTheReasonAndSaysWhatItCost() {
    session.refusal = Optional.of(new RevertReason.Words("not today"));
    Trouble trouble = troubles(FakeTx.reverted(1)).getFirst();
    assertThat(trouble.title()).isEqualTo("In a block, but the contract refused it");
    assertThat(trouble.detail())
        .isEqualTo(
            "0.05 ETH stayed with you, the fee of at most 0.000336 ETH was paid."
                + " Reason given, asked again now: “not today”");
    session.refusal = Optional.empty();
    assertThat(troubles(FakeTx.reverted(1)).getFirst().detail()).endsWith("was paid.");
  }

  @Test
  void rejectedSaysByWhomAndWhy() {
    TxRecord refused =
        FakeTx.of(
            FakeTx.payment(1),
            TxState.REJECTED,
            List.of(
                FakeTx.row(0, "rejected", "underpriced", false),
                FakeTx.row(1, "rejected", "underpriced", false)));
    assertThat(troubles(refused).getFirst().title())
        .isEqualTo("At least two operators refused it: underpriced");
  }

  @Test
  void unknownForbidsASecondPayment() {
    assertThat(troubles(FakeTx.of(1, TxState.UNKNOWN)).getFirst().detail())
        .isEqualTo(
            "The transaction may be out. Belay is asking all providers for it and keeps the signed"
                + " bytes. Do not send again: Belay will not make a second payment.");
  }

  @Test
  void blackHoleAndForeignEchoAreNamed() {
    TxRecord record =
        FakeTx.of(
            FakeTx.payment(1),
            TxState.SEEN,
            List.of(FakeTx.hole(0), FakeTx.row(1, "accepted", "accepted", true), FakeTx.echo(5)));
    List<Trouble> troubles = troubles(record);
    assertThat(troubles.get(0).title())
        .isEqualTo(
            "Alpine said it took your transaction, but no other provider saw it within 2 blocks");
    assertThat(troubles.get(0).detail())
        .isEqualTo("The same bytes went to 2 others, and are held there. Nothing to do.");
    assertThat(troubles.get(1).title()).isEqualTo("Ember named another transaction’s hash");
    assertThat(troubles(FakeTx.of(FakeTx.payment(1), TxState.FINAL, record.attempts()))).isEmpty();
  }

  @Test
  void eachEndpointHasALineAskedOrNot() {
    TxRecord record =
        FakeTx.of(
            FakeTx.payment(1),
            TxState.INCLUDED,
            List.of(FakeTx.row(0, "accepted", "accepted", true)));
    List<EvidenceLine> lines = of(record).evidence();
    assertThat(lines).extracting(EvidenceLine::name).hasSize(6).startsWith("practice-1");
    assertThat(lines.get(0).block()).contains(true);
    // behind the block: not yet; silent: nobody can tell
    assertThat(lines.get(2).block()).contains(false);
    assertThat(lines.get(3).block()).isEmpty();
    assertThat(lines.get(3).attempt()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "accepted, accepted, false, Took it.",
    "already-known, already-known, false, 'Had it already, from another way.'",
    "rejected, underpriced, false, Refused: underpriced.",
    "rejected, nonce-too-low, false, Refused: nonce too low.",
    "rejected, nonce-too-low, true, 'Had it already, from another way.'",
    "no-answer, timeout, false, 'Sent, but no answer in time. It may hold the bytes all the same.'",
    "not-reached, refused, false, Not reached: the connection was refused."
  })
  void answersAreInOurOwnWords(String outcome, String kind, boolean seen, String said) {
    AttemptRow row =
        new AttemptRow(
            new EndpointId("practice-1"), "alpine", outcome, kind, 5, FakeSession.NOW, seen);
    assertThat(new EvidenceWords(ui.words()).happened(row)).isEqualTo(said);
  }

  @Test
  void waysOutAreShownOnlyWhileNobodyHasIt() {
    TxRecord unsent =
        FakeTx.of(
            FakeTx.payment(1),
            TxState.SIGNED,
            List.of(FakeTx.row(0, "not-reached", "refused", false)));
    TransactionViewModel model = of(unsent);
    assertThat(model.ladder().get()).isPresent();
    model.update(FakeTx.of(1, TxState.ACCEPTED), List.of(), List.of(SAVINGS));
    assertThat(model.ladder().get()).isEmpty();
    assertThat(of(FakeTx.of(1, TxState.FINAL)).ladder().get()).isEmpty();
  }

  @Test
  void bytesGoToNewFilesThatReadBackTheSame(@TempDir Path folder) throws IOException {
    SignedBytes bytes = of(FakeTx.of(1, TxState.SIGNED)).bytes();
    bytes.folder().set(folder.toString());
    bytes.saveText();
    Path text =
        folder.resolve("transaction-" + FakeTx.hash(1).toString().substring(0, 10) + ".txt");
    assertThat(RawText.parse(Files.readAllBytes(text))).isEqualTo(session.raw);
    assertThat(bytes.notice().get()).isEqualTo("Written to " + text);
    bytes.savePicture();
    Path picture = Path.of(text.toString().replace(".txt", ".png"));
    assertThat(RawText.parse(QrPicture.read(Files.readAllBytes(picture)))).isEqualTo(session.raw);
    bytes.saveText();
    assertThat(bytes.problem().get())
        .isEqualTo("A file of this name is there already. Nothing was written.");
    assertThat(bytes.text()).isEqualTo(Hex.encode(session.raw));
  }

  private static TxRecord tokens(Asset token, long units) {
    return FakeTx.of(
        new UnsignedTransaction(
            FakeSession.CHAIN.id(),
            7,
            Wei.ofGwei("1"),
            Wei.ofGwei("16"),
            65_000,
            token.contract().orElseThrow(),
            Wei.ZERO,
            new Erc20Call.Transfer(FakeVault.DAILY, BigInteger.valueOf(units)).data()),
        TxState.FINAL,
        List.of());
  }

  @Test
  void anAmountOfATokenStaysInSmallestUnitsUntilItsDecimalsAreKnown() {
    TxRecord sent = tokens(FakeSession.USDC, 1_250_000_000);
    assertThat(of(sent).says().title(sent))
        .isEqualTo("Sent 1,250,000,000 smallest units of the token 0xA0b8…eB48 to 0xfB69…d359");
    assertThat(of(sent).says().token(sent.transaction()))
        .hasValueSatisfying(words -> assertThat(words).startsWith("Nobody has told its decimals"));
    session.tell(FakeSession.USDC, Observed.Level.AGREED);
    assertThat(of(sent).says().title(sent)).isEqualTo("Sent 1250 USDC to 0xfB69…d359");
    assertThat(of(sent).says().moved(sent.transaction())).isEqualTo("1250 USDC");
    assertThat(of(sent).says().meaning(sent.transaction(), FakeVault.SAVINGS))
        .isEqualTo(
            "Moves 1250 USDC (token 0xA0b86991c6218b36c1d19D4a2e9Eb0cE3606eB48) to "
                + FakeVault.DAILY
                + ".");
  }

  @Test
  void whatOneOperatorAloneSaysOfATokenIsSaidToBeSo() {
    TxRecord sent = tokens(FakeSession.USDC, 1_250_000_000);
    session.tell(FakeSession.USDC, Observed.Level.SINGLE);
    assertThat(of(sent).says().title(sent)).contains("1250 USDC by one operator’s word");
    assertThat(of(sent).says().token(sent.transaction()).orElseThrow())
        .contains("One operator alone says so");
  }

  @Test
  void aTokenThatOnlyBearsAKnownNameIsNotCalledByIt() {
    TxRecord sent = tokens(FakeSession.FALSE_USDC, 2_000_000_000);
    session.tell(FakeSession.FALSE_USDC, Observed.Level.AGREED);
    assertThat(of(sent).says().title(sent))
        .isEqualTo("Sent 0.000000002 of the token 0x5290…9EE7 to 0xfB69…d359");
    assertThat(of(sent).says().token(sent.transaction()).orElseThrow())
        .contains("is not the well-known token of that name");
  }

  @Test
  void whoIsInTheAddressBookIsCalledByName() {
    session.names.put(FakeVault.DAILY, "Ana");
    TxRecord sent = FakeTx.of(1, TxState.SEEN);
    assertThat(of(sent).says().title(sent)).isEqualTo("Sent 0.05 ETH to Ana");
    assertThat(of(sent).says().heading(sent)).isEqualTo("Sent 0.05 ETH to Ana, " + FakeVault.DAILY);
  }
}
