package io.belay.app.send;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.app.fake.FakeSession;
import io.belay.app.fake.FakeUi;
import io.belay.app.fake.FakeVault;
import io.belay.base.Address;
import io.belay.core.decode.Erc20Call;
import io.belay.core.money.Wei;
import io.belay.core.send.TxRecord;
import io.belay.core.send.TxState;
import io.belay.core.state.Observed;
import io.belay.core.store.AccountEntry;
import io.belay.core.tx.UnsignedTransaction;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PayeeWordsTest {
  private static final Address ANA = Address.parse("0x52908400098527886E0F7030069857D2E4169EE7");

  private static PayeeWords words(TxRecord... sent) {
    return new PayeeWords(
        FakeUi.make(),
        List.of(FakeVault.entry("Savings", FakeVault.SAVINGS), AccountEntry.watched(ANA, "Ana")),
        List.of(),
        List.of(sent));
  }

  private static TxRecord sent(Address to, String data, TxState state) {
    return FakeSession.record(
            new UnsignedTransaction(
                FakeSession.CHAIN.id(), 1, Wei.of(1), Wei.of(2), 21_000, to, Wei.of(5), data),
            FakeVault.SAVINGS)
        .in(state, Observed.Level.AGREED);
  }

  @Test
  void watchedAddressIsNamedAndItsPaymentsCounted() {
    assertThat(
            words(sent(ANA, "0x", TxState.FINAL), sent(ANA, "0x", TxState.SEEN))
                .known(ANA, Optional.of(FakeVault.SAVINGS)))
        .isEqualTo("Ana, in your list of addresses. Paid 2 times from here");
  }

  @Test
  void tokensCountForWhoGetsThem() {
    String data = new Erc20Call.Transfer(ANA, BigInteger.TEN).data();
    TxRecord token = sent(FakeSession.USDC.contract().orElseThrow(), data, TxState.INCLUDED);
    assertThat(words(token).known(ANA, Optional.empty())).endsWith("Paid once from here");
  }

  @Test
  void whatWasNeverPaidDoesNotCount() {
    assertThat(
            words(sent(ANA, "0x", TxState.REJECTED), sent(ANA, "0x", TxState.REPLACED))
                .known(ANA, Optional.empty()))
        .endsWith("Never paid from here");
  }

  @Test
  void payerItselfAndStrangersAreToldApart() {
    assertThat(words().known(FakeVault.SAVINGS, Optional.of(FakeVault.SAVINGS)))
        .isEqualTo("The paying account itself");
    assertThat(words().known(FakeVault.DAILY, Optional.of(FakeVault.SAVINGS)))
        .isEqualTo("Never paid from here");
  }
}
