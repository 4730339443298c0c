package io.belay.app.send;

import io.belay.app.fake.FakeDrafts;
import io.belay.app.fake.FakeSession;
import io.belay.app.fake.FakeUi;
import io.belay.app.fake.FakeVault;
import io.belay.app.fx.SameThread;
import io.belay.app.unlock.VaultDoor.Opened;
import io.belay.base.TxHash;
import io.belay.core.state.Observed;
import io.belay.core.state.State;
import io.belay.core.store.ContactEntry;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;

/// In front of the send page, with a recipient and an amount filled in.
abstract class SendPage {
  final FakeSession session = new FakeSession();
  final SameThread background = new SameThread();
  final List<TxHash> sent = new ArrayList<>();
  final State<List<ContactEntry>> book = new State<>(List.of());
  final FakeDrafts drafts = new FakeDrafts();
  final Opened vault = new FakeVault().unlock("Main vault", FakeVault.PASSWORD.toCharArray());
  final SendViewModel model = made();

  SendViewModel made() {
    return new SendViewModel(
        FakeUi.with(background),
        session,
        vault.accounts(),
        book,
        vault.signer(),
        drafts,
        sent::add);
  }

  @BeforeEach
  void fill() {
    session.balances.put(
        FakeVault.SAVINGS,
        new Observed.Single<>(FakeSession.ether("2"), FakeSession.evidence("alpine")));
    model.start();
    model.form().to().set(FakeVault.DAILY.toString());
    model.form().amount().set("0.05");
  }
}
