package io.belay.core.send;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belay.base.Address;
import io.belay.base.Hex;
import io.belay.base.WalletException;
import io.belay.core.fee.FeeChoice;
import io.belay.core.money.Asset;
import io.belay.core.money.Wei;
import io.belay.core.rpc.CallOutcome;
import io.belay.core.rpc.FakeNetwork;
import io.belay.core.rpc.Movement;
import io.belay.core.rpc.Simulated;
import io.belay.core.state.Evidence;
import io.belay.core.state.Observed;
import io.belay.keystore.AccountRef;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Parts of a plan that need no chain.
class SendPartsTest {
  private static final Address KNOWN = Address.parse("0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed");
  private static final Address TOKEN = Address.parse("0x00000000000000000000000000000000000000cc");
  private static final Evidence EVIDENCE =
      new Evidence(1, io.belay.base.Bytes32.ZERO, List.of("a", "b"), java.time.Instant.EPOCH);

  private static TransferIntent token(String data) {
    Asset asset = Asset.token(FakeNetwork.ID, TOKEN, "TOK", 6);
    return new TransferIntent(
        "id",
        new AccountRef(new UUID(0, 1), KNOWN),
        KNOWN,
        asset.amount(Wei.of(1)),
        FeeChoice.Pace.NORMAL,
        OptionalLong.empty(),
        OptionalLong.empty(),
        data);
  }

  /// W08: bad hex.
  @ParameterizedTest
  @ValueSource(strings = {"0x1", "12", "0xzz", "data"})
  void dataThatIsNoHexIsRefused(String data) {
    assertThatThrownBy(() -> Hex.decode(data)).extracting("code").isEqualTo("bad-hex");
  }

  @Test
  void aTokensTransferHasNoOtherData() {
    assertThat(token("0x").amount().asset().isToken()).isTrue();
    assertThatThrownBy(() -> token("0x1234"))
        .isInstanceOf(WalletException.class)
        .extracting("code")
        .isEqualTo("token-with-data");
  }

  @ParameterizedTest
  @CsvSource({
    "0x5aae00000000000000000000000000000000eaed, true",
    "0x5aae000000000000000000000000000000000aed, false",
    "0x5aad00000000000000000000000000000000eaed, false",
    "0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed, false",
  })
  void bothEndsAlikeIsALookAlike(String address, boolean looksAlike) {
    Payees.Known known = new Payees.Known(Set.of(), Set.of(KNOWN), Set.of());
    assertThat(known.lookAlike(Address.parse(address)))
        .isEqualTo(looksAlike ? Optional.of(KNOWN) : Optional.empty());
  }

  @Test
  void movesOfOneAssetAreSummedAndWhatStaysIsLeftOut() {
    Movement there = new Movement(Optional.of(TOKEN), KNOWN, TOKEN, BigInteger.valueOf(5));
    Movement back = new Movement(Optional.of(TOKEN), TOKEN, KNOWN, BigInteger.valueOf(5));
    Movement made = new Movement(Optional.of(TOKEN), Address.ZERO, KNOWN, BigInteger.TWO);
    Simulation simulation =
        Simulation.of(
            new Simulated(
                new Observed.Agreed<>(new CallOutcome(true, "0x", ""), EVIDENCE),
                new Observed.Single<>(List.of(there, back, made), EVIDENCE)));
    assertThat(simulation.changes().maybe())
        .contains(List.of(new BalanceChange(KNOWN, Optional.of(TOKEN), BigInteger.TWO)));
    assertThat(simulation.changes().level()).isEqualTo(Observed.Level.SINGLE);
    assertThat(simulation.reverts()).isEmpty();
  }

  @Test
  void nothingIsSimulatedWithoutAnAnswer() {
    Simulation simulation = Simulation.of(Simulated.unknown("no-answer"));
    assertThat(simulation.outcome()).isInstanceOf(Observed.Unknown.class);
    assertThat(simulation.reverts()).isEmpty();
  }
}
