package io.belay.app.sign;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.app.fake.FakeSession;
import io.belay.app.fake.FakeTyped;
import io.belay.app.fake.FakeUi;
import io.belay.app.fake.FakeVault;
import io.belay.app.fx.SameThread;
import io.belay.app.fx.Ui;
import io.belay.app.sign.SignInput.Form;
import io.belay.app.sign.SignViewModel.Step;
import io.belay.app.unlock.VaultDoor.Opened;
import io.belay.base.Address;
import io.belay.base.ChainId;
import io.belay.base.Hex;
import io.belay.base.Signature;
import io.belay.base.WalletException;
import io.belay.core.decode.SigningRisk;
import io.belay.core.decode.SigningRisk.Code;
import io.belay.core.state.Observed;
import io.belay.core.store.AccountEntry;
import io.belay.keystore.AccountRef;
import io.belay.keystore.SigningPayload;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignViewModelTest {
  private static final long HERE = FakeSession.CHAIN.id().value();
  private static final Signature MADE = new Signature(BigInteger.TWO, BigInteger.TEN, 1);
  private static final String MAX =
      "115792089237316195423570985008687907853269984665640564039457584007913129639935";

  private final FakeSession session = new FakeSession();
  private final SameThread background = new SameThread();
  private final Ui ui = FakeUi.with(background);
  private final FakeVault door = new FakeVault();
  private final Opened vault = door.unlock("Main vault", FakeVault.PASSWORD.toCharArray());
  private final List<SigningPayload> signed = new ArrayList<>();
  private final List<ChainId> turned = new ArrayList<>();
  private final SignInput input = new SignInput();
  private final SignViewModel model = model();

  private SignViewModel model() {
    OtherChains chains =
        new OtherChains() {
          @Override
          public Optional<String> name(ChainId chain) {
            return chain.value() == 1 ? Optional.of("Ethereum") : Optional.empty();
          }

          @Override
          public void turn(ChainId chain) {
            turned.add(chain);
          }
        };
    door.signer = this::sign;
    return new SignViewModel(
        ui, session, vault.accounts(), vault.signer(), session::known, chains, input);
  }

  private Signature sign(AccountRef account, SigningPayload payload) {
    assertThat(account.address()).isEqualTo(FakeVault.SAVINGS);
    signed.add(payload);
    return MADE;
  }

  private SignReview look(Form form, String text) {
    input.put(new SignInput.Given(form, text));
    model.look();
    assertThat(model.problem().get()).isEmpty();
    return model.review().get().orElseThrow();
  }

  private List<Code> codes(Form form, String text) {
    return look(form, text).risks().stream().map(SigningRisk::code).toList();
  }

  private TypedLine line(SignReview review, String name) {
    return ((SignReview.Typed) review.body())
        .message().stream().filter(l -> l.name().equals(name)).findFirst().orElseThrow();
  }

  @Test
  void aMessageIsShownThenSignedAndNothingIsSent() {
    SignReview review = look(Form.TEXT, "Hello\n");
    SignReview.Message message = (SignReview.Message) review.body();
    assertThat(message.text().orElseThrow().text()).isEqualTo("Hello↵\n");
    assertThat(message.hex()).isEqualTo("0x48656c6c6f0a");
    assertThat(message.length()).isEqualTo(6);
    assertThat(signed).isEmpty();
    model.confirm();
    assertThat(signed).containsExactly(review.payload());
    assertThat(model.signature().get()).isEqualTo(Hex.encode(MADE.toArray()));
    assertThat(model.step().get()).isEqualTo(Step.SIGNED);
    assertThat(session.sent).isEmpty();
    assertThat(session.activity.get()).isEmpty();
  }

  @Test
  void hexadecimalIsSignedAsItsBytes() {
    SignReview review = look(Form.HEX, " 48 65\n6c6c6f");
    SignReview.Message message = (SignReview.Message) review.body();
    assertThat(message.hex()).isEqualTo("0x48656c6c6f");
    assertThat(message.text().orElseThrow().text()).isEqualTo("Hello");
  }

  @Test
  void nothingIsSignedBeforeItIsShown() {
    input.put(new SignInput.Given(Form.TEXT, "Hello"));
    model.confirm();
    assertThat(signed).isEmpty();
    assertThat(model.isSignable()).isFalse();
  }

  @Test
  void nothingPutInIsAProblemThatTeaches() {
    model.look();
    assertThat(model.problem().get()).startsWith("There is nothing to sign yet.");
    assertThat(model.step().get()).isEqualTo(Step.OPEN);
  }

  @Test
  void aWatchedAccountSaysWhyItCannot() {
    AccountEntry watched =
        vault.watch(Address.parse("0x52908400098527886E0F7030069857D2E4169EE7"), "Cold");
    model.from().set(Optional.of(watched));
    input.put(new SignInput.Given(Form.TEXT, "Hello"));
    model.look();
    assertThat(model.problem().get()).startsWith("Cold is only watched");
    assertThat(model.review().get()).isEmpty();
    assertThat(model.offered()).contains(watched);
    model.from().set(Optional.empty());
    assertThat(model.whyNot()).startsWith("No account here has a key.");
  }

  @Test
  void whatIsGraveIsSignedOnlyOnAWord() {
    session.tell(FakeSession.USDC, Observed.Level.AGREED);
    assertThat(codes(Form.TYPED, FakeTyped.permit(HERE, "2500000"))).containsExactly(Code.PERMIT);
    model.confirm();
    assertThat(signed).isEmpty();
    model.meant().set(true);
    model.confirm();
    assertThat(signed).hasSize(1);
  }

  @Test
  void theWordIsForOneReviewOnly() {
    look(Form.TYPED, FakeTyped.permit(HERE, "2500000"));
    model.meant().set(true);
    model.edit();
    model.look();
    assertThat(model.isSignable()).isFalse();
  }

  @Test
  void aPermitIsReadableWithNamesAmountsAndTimes() {
    session.tell(FakeSession.USDC, Observed.Level.AGREED);
    SignReview review = look(Form.TYPED, FakeTyped.permit(HERE, "2500000"));
    assertThat(line(review, "value").value().text()).isEqualTo("2500000");
    assertThat(line(review, "value").note()).isEqualTo("2.5 USDC");
    assertThat(line(review, "owner").note()).isEqualTo("Savings, your own account");
    assertThat(line(review, "owner").address()).contains(FakeVault.SAVINGS);
    assertThat(line(review, "spender").note()).isEqualTo("Not known here");
    assertThat(line(review, "deadline").note()).contains("2026");
    assertThat(line(review, "nonce").note()).isEmpty();
    SignReview.Typed typed = (SignReview.Typed) review.body();
    assertThat(typed.primaryType()).isEqualTo("Permit");
    assertThat(typed.domain().stream().map(TypedLine::name))
        .containsExactly("name", "version", "chainId", "verifyingContract");
    assertThat(typed.domain().get(2).note()).isEqualTo("Practice");
    assertThat(typed.domain().get(3).note()).contains("USDC");
  }

  @Test
  void anAmountThatNobodyCanPlaceStaysInSmallestUnits() {
    assertThat(line(look(Form.TYPED, FakeTyped.permit(HERE, "2500000")), "value").note())
        .startsWith("In smallest units");
  }

  @Test
  void oneOperatorsWordOnDecimalsIsCalledSo() {
    session.tell(FakeSession.USDC, Observed.Level.SINGLE);
    assertThat(line(look(Form.TYPED, FakeTyped.permit(HERE, "2500000")), "value").note())
        .isEqualTo("2.5 USDC by one operator’s word");
  }

  @Test
  void amountsAreShownThoughAmountsAreHidden() {
    ui.words().veil().drawn().set(true);
    session.tell(FakeSession.USDC, Observed.Level.AGREED);
    assertThat(line(look(Form.TYPED, FakeTyped.permit(HERE, "1")), "value").note())
        .isEqualTo("0.000001 USDC");
  }

  @Test
  void noLimitIsCalledSo() {
    assertThat(codes(Form.TYPED, FakeTyped.permit(HERE, MAX)))
        .contains(Code.PERMIT, Code.UNLIMITED);
    model.edit();
    assertThat(line(look(Form.TYPED, FakeTyped.permit(HERE, MAX)), "value").note())
        .startsWith("No limit");
  }

  @Test
  void membersOfMembersStandFurtherInWithTheirOwnAmounts() {
    session.tell(FakeSession.USDC, Observed.Level.AGREED);
    SignReview review = look(Form.TYPED, FakeTyped.order(HERE));
    List<TypedLine> lines = ((SignReview.Typed) review.body()).message();
    assertThat(lines.stream().filter(l -> l.name().equals("startAmount")).map(TypedLine::note))
        .containsExactly("", "1.5 ETH", "2.5 USDC");
    assertThat(lines.stream().filter(l -> l.name().equals("startAmount")))
        .allMatch(l -> l.depth() == 2);
    assertThat(line(review, "memo").value().text()).isEqualTo("a‹U+202E›b");
    assertThat(line(review, "expirationTime").note()).isEqualTo("No end");
    assertThat(review.risks().stream().map(SigningRisk::code))
        .contains(Code.ORDER, Code.NO_END, Code.HIDDEN);
  }

  @Test
  void anotherNetworksIsRefusedAndKept() {
    session.tell(FakeSession.USDC, Observed.Level.AGREED);
    SignReview review = look(Form.TYPED, FakeTyped.permit(1, "1"));
    assertThat(review.isRefused()).isTrue();
    SignReview.Typed typed = (SignReview.Typed) review.body();
    assertThat(typed.domain().get(2).note()).isEqualTo("Ethereum");
    // what is known of this network's tokens says nothing of another's
    assertThat(typed.domain().get(3).note()).isEqualTo("Not known here");
    assertThat(line(review, "value").note()).startsWith("In smallest units");
    assertThat(line(review, "owner").note()).isEqualTo("Savings, your own account");
    model.meant().set(true);
    model.confirm();
    assertThat(signed).isEmpty();
    model.chains().turn(ChainId.of(1));
    assertThat(turned).containsExactly(ChainId.of(1));
    model.edit();
    assertThat(input.text().get()).isEqualTo(FakeTyped.permit(1, "1"));
    assertThat(
            ((SignReview.Typed) look(Form.TYPED, FakeTyped.permit(10, "1")).body())
                .domain()
                .get(2)
                .note())
        .isEqualTo("A network that you do not use");
  }

  @Test
  void aSafeThatWouldBeTakenOverIsRefused() {
    assertThat(codes(Form.TYPED, FakeTyped.safe(HERE, 1))).startsWith(Code.DELEGATECALL);
    model.meant().set(true);
    assertThat(model.isSignable()).isFalse();
  }

  @Test
  void whatCannotBeEncodedSaysWhereAndIsKept() {
    input.put(new SignInput.Given(Form.TYPED, "{\"types\":{}}"));
    model.look();
    assertThat(model.problem().get())
        .startsWith("This data cannot be signed")
        .contains("typed data: member ")
        .endsWith("What you put in was kept.");
    assertThat(input.text().get()).isEqualTo("{\"types\":{}}");
    input.put(new SignInput.Given(Form.HEX, "0x1"));
    model.look();
    assertThat(model.problem().get()).startsWith("Hexadecimal digits");
  }

  @Test
  void aLockedVaultSignsNothingAndTheReviewStays() {
    door.signer =
        (account, payload) -> {
          throw new WalletException("vault-locked", "the vault is locked");
        };
    look(Form.TEXT, "Hello");
    model.confirm();
    assertThat(model.problem().get()).isEqualTo("The vault is locked.");
    assertThat(model.step().get()).isEqualTo(Step.REVIEW);
    assertThat(model.signature().get()).isEmpty();
  }

  @Test
  void whatIsTooLongSaysTheLimits() {
    input.put(new SignInput.Given(Form.TEXT, "a".repeat(SignInput.MOST_MESSAGE + 1)));
    model.look();
    assertThat(model.problem().get()).contains("32 KiB", "256 KiB", "400 members");
    input.put(new SignInput.Given(Form.TEXT, "ä".repeat(SignInput.MOST_MESSAGE / 2 + 1)));
    model.look();
    assertThat(model.problem().get()).contains("32 KiB");
    String many =
        "{\"types\":{\"A\":[{\"name\":\"a\",\"type\":\"uint8[]\"}]},\"primaryType\":\"A\","
            + "\"domain\":{},\"message\":{\"a\":["
            + "1,".repeat(400)
            + "1]}}";
    input.put(new SignInput.Given(Form.TYPED, many));
    model.look();
    assertThat(model.problem().get()).contains("400 members");
    assertThat(model.step().get()).isEqualTo(Step.OPEN);
  }

  @Test
  void readingCanBeStopped() {
    background.hold();
    input.put(new SignInput.Given(Form.TEXT, "Hello"));
    model.look();
    assertThat(model.step().get()).isEqualTo(Step.READING);
    model.put("other"); // nothing changes under what is read
    model.look();
    assertThat(input.text().get()).isEqualTo("Hello");
    model.cancel();
    assertThat(model.step().get()).isEqualTo(Step.OPEN);
    model.cancel();
    assertThat(input.text().get()).isEqualTo("Hello");
  }

  @Test
  void whatIsPastedIsTakenAsItIsMeant() {
    model.put(FakeTyped.mail());
    assertThat(input.form().get()).isEqualTo(Form.TYPED);
    model.clear();
    assertThat(input.form().get()).isEqualTo(Form.TEXT);
    model.put("line\r\nend");
    assertThat(input.given()).isEqualTo(new SignInput.Given(Form.HEX, "0x6c696e650d0a656e64"));
    model.clear();
    model.put("line\nend");
    assertThat(input.given()).isEqualTo(new SignInput.Given(Form.TEXT, "line\nend"));
  }

  @Test
  void filesAreReadByteByByte(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("message");
    Files.writeString(file, "Hello\n");
    model.open(file.toString());
    assertThat(input.given()).isEqualTo(new SignInput.Given(Form.TEXT, "Hello\n"));
    Files.writeString(file, "Hello\r\n");
    model.open(file.toString());
    assertThat(input.given()).isEqualTo(new SignInput.Given(Form.HEX, "0x48656c6c6f0d0a"));
    Files.write(file, new byte[] {(byte) 0xff});
    model.open(file.toString());
    assertThat(input.given()).isEqualTo(new SignInput.Given(Form.HEX, "0xff"));
    Files.writeString(file, FakeTyped.mail());
    model.open(file.toString());
    assertThat(input.form().get()).isEqualTo(Form.TYPED);
    Files.write(file, new byte[SignInput.MOST_MESSAGE + 1]);
    model.open(file.toString());
    assertThat(model.problem().get()).contains("32 KiB");
    assertThat(input.text().get()).isEqualTo(FakeTyped.mail());
    model.open(folder.resolve("none").toString());
    assertThat(model.problem().get()).startsWith("The file cannot be read");
    model.open("\0");
    assertThat(model.problem().get()).startsWith("The file cannot be read");
    model.open(" ");
    assertThat(model.problem().get()).startsWith("The file cannot be read");
  }

  @Test
  void clearingForgetsEverything() {
    look(Form.TEXT, "Hello");
    model.confirm();
    model.clear();
    assertThat(model.signature().get()).isEmpty();
    assertThat(input.text().get()).isEmpty();
    assertThat(model.step().get()).isEqualTo(Step.OPEN);
    assertThat(model.input()).isSameAs(input);
  }
}
